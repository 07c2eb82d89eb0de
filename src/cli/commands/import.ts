import { writeFile } from "node:fs/promises";

import type { Config } from "../../config/config.js";
import type { OnRemark } from "../../import/input/ledger.js";
import { assemble } from "../assemble.js";
import { openOntology } from "../compile.js";
import { differences } from "../difference.js";
import { CliError, EXIT, type ExitCode } from "../exit.js";
import { describeDifferences, describeFiles } from "../import-summary.js";
import type { Io } from "../io.js";
import { readRecords, requireReplaceable } from "../open.js";
import { requireFolder } from "../settings.js";
import { graphOf, keep } from "./build.js";

export interface ImportCommandOptions {
  /** Read and tell, but write no snapshot. */
  readonly dryRun: boolean;
  /** The file that takes every skipped record and every note, one JSON object a line; null for none. */
  readonly report: string | null;
}

/** Builds the snapshot of the dossiers and datasets, and tells what became of every file. */
export async function importCommand(config: Config, options: ImportCommandOptions, io: Io): Promise<ExitCode> {
  const started = performance.now();
  if (config.datasets === null) {
    throw new CliError(EXIT.usage, "name a manifest, such as datasets/un-record.yaml, or set DATASETS");
  }
  const ontology = await openOntology(config, io.cwd);
  await requireReplaceable(config.snapshotFile, ontology);
  const remarks: string[] = [];
  const onRemark: OnRemark = (kind, remark) => remarks.push(`${JSON.stringify({ kind, ...remark })}\n`);
  if (config.texts !== null) await requireFolder(config.texts, "TEXTS");
  const assembled = await assemble(config, ontology, io, options.report === null ? {} : { onRemark });
  if (options.report !== null) await writeReport(options.report, remarks);
  io.stdout.write(describeFiles(assembled.files));
  if (options.dryRun) {
    const before = await readRecords(config.snapshotFile, ontology);
    io.stdout.write(describeDifferences(before === null ? null : differences(before, assembled.records)));
    return EXIT.ok;
  }
  await keep(await graphOf(assembled, config, ontology, io), assembled.meta, config, io, started);
  return EXIT.ok;
}

async function writeReport(path: string, remarks: readonly string[]): Promise<void> {
  await writeFile(path, remarks).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(EXIT.usage, `the report cannot be written to ${path}: ${reason}`, { cause });
  });
}
