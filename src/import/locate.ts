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
  const located: LocatedFile[] = [];
  for (const named of files) located.push(...(await locate(named, data, shown, report)));
  return located;
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
  const located = await Promise.all(
    found.map(async (name) => {
      const path = join(folder, name);
      const status = await stat(path);
      return { kind, name: posix.join(dirname(pattern), name), path, size: status.size, isFile: status.isFile() };
    }),
  );
  return located.filter(({ isFile }) => isFile).map(({ isFile: _, ...file }) => file);
}

function matcher(pattern: string): (name: string) => boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const expression = new RegExp(`^${parts.join(".*")}$`, "s");
  return (name) => expression.test(name) && !name.startsWith(".");
}
