import { ImportError } from "../error.js";
import type { Line } from "./file.js";

/** In UTF-16 units. The longest line of any official file at hand has 40,000; one without end must not fill memory. */
const MAX_LINE = 16 * 1024 * 1024;

/**
 * The lines of a text, in batches, without their ends (LF or CRLF). The last may lack its end. Blank lines are among them.
 *
 * @throws ImportError where a line is too long
 */
export async function* splitLines(text: AsyncIterable<string>, name: string): AsyncGenerator<readonly Line[]> {
  let number = 0;
  let pending: string[] = [];
  let pendingLength = 0;
  for await (const piece of text) {
    const parts = piece.split("\n");
    const last = parts.pop() ?? "";
    const batch: Line[] = [];
    for (const part of parts) {
      pending.push(part);
      checkLength(pendingLength + part.length, number + 1, name);
      batch.push({ number: ++number, text: withoutReturn(pending.length === 1 ? part : pending.join("")) });
      pending = [];
      pendingLength = 0;
    }
    if (last !== "") pending.push(last);
    pendingLength += last.length;
    checkLength(pendingLength, number + 1, name);
    if (batch.length > 0) yield batch;
  }
  if (pending.length > 0) yield [{ number: number + 1, text: withoutReturn(pending.join("")) }];
}

function checkLength(length: number, line: number, name: string): void {
  if (length > MAX_LINE) {
    const message = `this line has more than ${MAX_LINE / 1024 / 1024} million characters; nothing that long is read (lines end on LF or CRLF)`;
    throw new ImportError(name, line, message);
  }
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
