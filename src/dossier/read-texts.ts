import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";

import type { Compiled } from "./compile.js";
import { paragraphsOf } from "./paragraphs.js";
import { compareProblems } from "./problem.js";
import type { Problem } from "./problem.js";
import { decodeUtf8 } from "./utf8.js";

/** The texts that sources name, as far as they can be read. */
export interface ReadTexts {
  /** The paragraphs of each, by the id of its source. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** One for each that cannot be read, where its source names it; by file and line. */
  readonly problems: readonly Problem[];
}

/** Longer texts are refused before they are read. */
const MAX_TEXT_BYTES = 50_000_000;

/** Reads the texts that sources name by `file` in a directory. */
export async function readTexts({ texts: named }: Pick<Compiled, "texts">, directory: string): Promise<ReadTexts> {
  const problems: Problem[] = [];
  const texts = new Map<string, readonly string[]>();
  for (const [source, { name, at }] of named) {
    const text = await readText(directory, name);
    if (typeof text === "string") problems.push({ ...at, message: text });
    else texts.set(source, text);
  }
  return { texts, problems: problems.sort(compareProblems) };
}

/** The paragraphs of a text, or why it cannot be read. */
export async function readText(directory: string, name: string): Promise<readonly string[] | string> {
  const path = join(directory, name);
  const info = await stat(path).catch(() => null);
  if (info?.isFile() !== true) return `there is no text "${name}" in the directory of texts`;
  if (info.size > MAX_TEXT_BYTES) return `the text "${name}" has more than ${MAX_TEXT_BYTES / 1e6} MB`;
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return `the text "${name}" cannot be read`;
  const decoded = decodeUtf8(bytes);
  return "text" in decoded ? paragraphsOf(decoded.text) : `the text "${name}" is not UTF-8 (line ${decoded.line})`;
}
