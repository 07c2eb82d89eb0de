import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import type { Config } from "../config/config.js";
import { compareProblems, formatProblem } from "../dossier/problem.js";
import type { Problem, Report } from "../dossier/problem.js";
import type { LocatedDataset } from "../import/import.js";
import { IMPORTERS } from "../import/importers.js";
import { locateFiles } from "../import/locate.js";
import { readManifest } from "../import/manifest.js";
import type { Ontology } from "../ontology/model.js";
import { readText } from "./document.js";
import { InputError } from "./exit.js";
import type { Io } from "./io.js";
import { requireFolder, shortPath } from "./settings.js";

/** Where datasets are declared, and where their files are. */
export type DatasetsConfig = NonNullable<Config["datasets"]>;

/** The datasets of a manifest with their files. @throws InputError with every mistake in the manifest and every file that is not there */
export async function openDatasets(
  { manifest, data }: DatasetsConfig,
  ontology: Ontology,
  io: Pick<Io, "cwd">,
): Promise<readonly LocatedDataset[]> {
  const name = shortPath(manifest, io.cwd);
  const text = await readText(manifest, `DATASETS: ${name}`);
  await requireFolder(data, "DATA");
  const problems: Problem[] = [];
  const report: Report = (at, message) => problems.push({ ...at, message });
  const datasets = readManifest(name, text, IMPORTERS, ontology, report);
  const folder = shortPath(data, io.cwd);
  const located = await Promise.all(
    datasets.map(async (dataset) => ({ ...dataset, located: await locateFiles(dataset.files, data, folder, report) })),
  );
  if (problems.length === 0) return located;
  const lines = problems.sort(compareProblems).map((problem) => formatProblem(problem));
  throw new InputError(lines, "the datasets");
}

/** Identifies datasets by all that their manifest and files say: SHA-256 in hexadecimal. */
export async function hashDatasets({ manifest }: DatasetsConfig, datasets: readonly LocatedDataset[]): Promise<string> {
  const hash = createHash("sha256");
  hash.update(await digest(manifest));
  for (const { importer, located } of datasets) {
    for (const { kind, name, path } of located) {
      hash.update(`${JSON.stringify([importer.name, kind, name])} ${await digest(path)}\n`);
    }
  }
  return hash.digest("hex");
}

async function digest(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** The path under which somebody in the working directory can open a file that a manifest names. */
export function openable(file: string, { data }: DatasetsConfig, io: Pick<Io, "cwd">): string {
  return shortPath(join(data, file), io.cwd);
}
