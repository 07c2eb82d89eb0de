import { createHash } from "node:crypto";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";

import { compareText } from "../graph/text.js";
import type { Report } from "./problem.js";
import { decodeUtf8 } from "./utf8.js";

/** Larger files are refused before they are read: no dossier written by people comes near. */
const MAX_FILE_BYTES = 5_000_000;

/** A dossier file by its name relative to the directory, with `/`. */
export interface DossierFile {
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly digest: string;
}

/**
 * Names of the dossier files below a directory, sorted by code point: everything that ends in `.yaml` or `.yml`, at any depth.
 * Hidden files and folders are not looked at. That there are none is reported. A symbolic link is followed where it leads to a file inside the directory; any
 * other link is reported.
 */
export async function listDossierFiles(directory: string, report: Report): Promise<readonly string[]> {
  const root = await realpath(directory).catch(() => null);
  if (root === null || !(await stat(root)).isDirectory()) {
    report(TOP, "there is no such directory");
    return [];
  }
  const names: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) await walk(name);
      else if (entry.isFile() && isDossierName(name)) names.push(name);
      else if (entry.isSymbolicLink()) {
        if (!(await isFileInside(root, name))) {
          report(start(name), "a link that leads to a folder or out of the directory is not followed; copy it instead");
        } else if (isDossierName(name)) names.push(name);
      }
    }
  };
  await walk("");
  if (names.length === 0) report(TOP, "there are no dossiers here; add a .yaml file with a list of nodes");
  return names.sort(compareText);
}

/** Reads one dossier file, or reports why it cannot be: too large, or not UTF-8. A byte order mark is dropped. */
export async function readDossierFile(directory: string, name: string, report: Report): Promise<DossierFile | null> {
  const path = join(directory, name);
  const { size } = await stat(path);
  if (size > MAX_FILE_BYTES) {
    const limit = `${MAX_FILE_BYTES / 1e6} MB`;
    report(start(name), `the file has ${(size / 1e6).toFixed(1)} MB; at most ${limit} are read, so split it`);
    return null;
  }
  const bytes = await readFile(path);
  const decoded = decodeUtf8(bytes);
  if (!("text" in decoded)) {
    report({ file: name, ...decoded }, "the file is not UTF-8; save it with that encoding");
    return null;
  }
  return { name, text: decoded.text, digest: createHash("sha256").update(bytes).digest("hex") };
}

/** For what concerns the directory as a whole. */
export const TOP = { file: ".", line: 1, column: 1 } as const;

function start(file: string): { readonly file: string; readonly line: 1; readonly column: 1 } {
  return { file, line: 1, column: 1 };
}

function isDossierName(name: string): boolean {
  return name.endsWith(".yaml") || name.endsWith(".yml");
}

async function isFileInside(root: string, name: string): Promise<boolean> {
  const target = await realpath(join(root, name)).catch(() => null);
  return target !== null && target.startsWith(root + sep) && (await stat(target)).isFile();
}
