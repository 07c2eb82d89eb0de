import { execFile } from "node:child_process";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { formatProblem } from "../../src/dossier/problem.js";
import type { Problem } from "../../src/dossier/problem.js";
import type { GraphRecords } from "../../src/graph/record.js";
import { importDatasets } from "../../src/import/import.js";
import { IMPORTERS } from "../../src/import/importers.js";
import { locateFiles } from "../../src/import/locate.js";
import { readManifest } from "../../src/import/manifest.js";
import type { Ontology } from "../../src/ontology/model.js";
import { compileSeeds } from "../queries/seeds.js";

/** The official files are not part of this repository; they lie beside it where they are at hand. */
export const DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const MANIFEST = fileURLToPath(new URL("../../datasets/un-record.yaml", import.meta.url));
const SCRIPTS = fileURLToPath(new URL("../../scripts/verify", import.meta.url));

/** Whether the files are there. Where they must be, that is taken for granted, and building fails without them. */
export async function hasFiles(): Promise<boolean> {
  const present = await access(DATA).then(
    () => true,
    () => false,
  );
  return present || process.env["REQUIRE_SHARED"] === "1";
}

/** The dossiers and every dataset of the manifest. Fails with every problem there is. */
export async function buildRecord(): Promise<{ readonly records: GraphRecords; readonly ontology: Ontology }> {
  const { compiled, ontology } = await compileSeeds();
  const problems: Problem[] = [];
  const report = (at: Omit<Problem, "message">, message: string): void => {
    problems.push({ ...at, message });
  };
  const datasets = readManifest("un-record.yaml", await readFile(MANIFEST, "utf8"), IMPORTERS, ontology, report);
  const located = await Promise.all(
    datasets.map(async (dataset) => ({ ...dataset, located: await locateFiles(dataset.files, DATA, DATA, report) })),
  );
  if (problems.length > 0) throw new Error(problems.map((problem) => formatProblem(problem)).join("\n"));
  const { records, errors, violations } = await importDatasets(located, compiled.records, ontology);
  if (errors.length + violations.length > 0) throw new Error(JSON.stringify({ errors, violations }, null, 1));
  return { records, ontology };
}

/** Figures computed from the files by a program that shares nothing with this one. */
export interface Figures {
  /** By member, by decade such as `2010`. */
  readonly vetoes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly drafts: readonly {
    readonly symbol: string;
    readonly date: string;
    readonly counts: readonly number[];
    readonly byVotes: readonly string[];
    readonly byWords: readonly string[];
    readonly status: string;
  }[];
  /** By organ, by session or year, by manner of adoption. */
  readonly adoptions: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
  /** By permanent member: its abstentions on what the Security Council adopted. */
  readonly abstentions: Readonly<Record<string, number>>;
  /** Symbol and date. */
  readonly withoutVoteOnNorthKorea: readonly (readonly [string, string])[];
  /** By symbol: in favour, against, abstaining. */
  readonly tallies: Readonly<Record<string, readonly number[]>>;
}

/** Null where Python is not installed and need not be. */
export async function computeFigures(): Promise<Figures | null> {
  const printed = await runPython("full-record.py");
  return printed === null ? null : (JSON.parse(printed) as Figures);
}

/** What a script of `scripts/verify` prints of the official files; null where Python is not installed and need not be. */
export async function runPython(script: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)("python3", ["-B", join(SCRIPTS, script), DATA], { maxBuffer: 64e6 });
    return stdout;
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (missing && process.env["REQUIRE_SHARED"] !== "1") return null;
    throw error;
  }
}
