import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

import { CliError, EXIT } from "./exit.js";
import type { Io } from "./io.js";

const UNREADABLE: Readonly<Record<string, string | undefined>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "the system does not allow it",
};

/** The text of a GraphQL document: of a file, or of standard input where that is `-`. @throws CliError where it cannot be read */
export async function readDocument(file: string, io: Io): Promise<string> {
  if (file === "-") {
    const decoder = new TextDecoder();
    let text = "";
    for await (const chunk of io.stdin)
      text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    return text;
  }
  return readText(resolve(io.cwd, file), file);
}

/** The text of a file. @param name what whoever named the file knows it by @throws CliError where it cannot be read, with the reason */
export async function readText(path: string, name: string): Promise<string> {
  return readFile(path, "utf8").catch((cause: unknown) => {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw new CliError(EXIT.usage, `${name} cannot be read: ${UNREADABLE[code] ?? code}`, { cause });
  });
}

/** The values of a document's variables, given as JSON. @throws CliError where it is no JSON object */
export function readVariables(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {};
  const expected = new CliError(EXIT.usage, `--variables: expected a JSON object such as '{"iso3":"USA"}'`);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    throw expected;
  }
  throw expected;
}
