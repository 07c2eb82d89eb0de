import { readdir, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, posix, resolve } from "node:path";

import type { Report } from "../dossier/problem.js";
import { didYouMean } from "../dossier/suggest.js";
import { compareText } from "../graph/text.js";
import type { NamedFiles } from "./manifest.js";

/** A file of a dataset that is there. */
export interface LocatedFile {
  /** The name of an `InputKind`. */
  readonly kind: string;
  /** As the manifest names it, with what a `*` stood for. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

/**
 * The files that a manifest names, below the folder of data: of each pattern in order of name. What is not there is reported.
 *
 * @param shown what reports call the folder of data
 */
export async function locateFiles(
  files: readonly NamedFiles[],
  data: string,
  shown: string,
  report: Report,
): Promise<readonly LocatedFile[]> {
  const located = new Map<string, LocatedFile>();
  for (const named of files) {
    for (const file of await locate(named, data, shown, report)) {
      if (located.has(file.path)) report(named.at, `${file.name} is named twice: what it says would count twice`);
      else located.set(file.path, file);
    }
  }
  return [...located.values()];
}

async function locate(
  { kind, pattern, at }: NamedFiles,
  data: string,
  shown: string,
  report: Report,
): Promise<readonly LocatedFile[]> {
  const folder = resolve(data, dirname(pattern));
  const names = await readdir(folder).catch(() => null);
  const where = isAbsolute(pattern) ? folder : join(shown, dirname(pattern));
  if (names === null) {
    report(at, `there is no folder ${where}; name the folder of the data with --data or DATA`);
    return [];
  }
  const last = basename(pattern);
  const fits = last.includes("*") ? matcher(last) : (name: string) => name === last;
  const found = names.filter(fits).sort(compareText);
  if (found.length === 0) report(at, `there is no ${last} in ${where}${didYouMean(last, names)}`);
  const located: LocatedFile[] = [];
  let folders = 0;
  for (const name of found) {
    const path = join(folder, name);
    const status = await stat(path).catch(() => null);
    if (status === null) report(at, `${join(where, name)} cannot be opened`);
    else if (status.isFile()) located.push({ kind, name: posix.join(dirname(pattern), name), path, size: status.size });
    else folders++;
  }
  if (folders > 0 && folders === found.length) {
    report(at, `${join(where, last)} is no file; name the files in a folder, such as deep/*.json`);
  }
  return located;
}

function matcher(pattern: string): (name: string) => boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const expression = new RegExp(`^${parts.join(".*")}$`, "s");
  return (name) => expression.test(name) && !name.startsWith(".");
}
