import { ImportError } from "../error.js";
import type { Line } from "../input/file.js";

/**
 * What a line of the UN's JSON lines holds. Files of the Human Rights Council have each record in quotation marks, without escaping what is
 * between them, and here and there a line break after the first or before the last.
 *
 * @returns null for a line that is nothing but such a mark
 * @throws ImportError where it is not JSON: the file is damaged, or none of this format
 */
export function parseLine({ number, text }: Line, file: string): unknown {
  const record = text
    .trim()
    .replace(/^"(?=\{|$)/, "")
    .replace(/(?<=\})"$/, "");
  if (record === "") return null;
  try {
    return JSON.parse(record) as unknown;
  } catch (error) {
    const cut = record.startsWith("{") && !record.endsWith("}") ? "; it seems to be cut off" : "";
    throw new ImportError(file, number, `this line is not a JSON object${cut}`, { cause: error });
  }
}
