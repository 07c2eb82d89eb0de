import type { Config } from "../config/config.js";
import type { Compiled } from "../dossier/compile.js";
import type { SnapshotMeta } from "../graph/file.js";
import type { GraphRecords } from "../graph/record.js";
import { importDatasets } from "../import/import.js";
import type { Imported, ImportOptions } from "../import/import.js";
import type { FileSummary } from "../import/input/ledger.js";
import type { Ontology } from "../ontology/model.js";
import { compile } from "./compile.js";
import { hashDatasets, openable, openDatasets } from "./datasets.js";
import type { DatasetsConfig } from "./datasets.js";
import { InputError } from "./exit.js";
import type { Io } from "./io.js";
import { progressBar } from "./progress.js";

/** Everything that is configured to be in the graph. */
export interface Assembled {
  readonly records: GraphRecords;
  /** What it was made from. */
  readonly meta: SnapshotMeta;
  /** What became of each file of the datasets. */
  readonly files: readonly FileSummary[];
  /** The texts of sources, as `Compiled` has them. */
  readonly texts: Compiled["texts"];
}

/** The dossiers, and beside them the datasets where there are any. @throws InputError with everything that is wrong in the one or the other */
export async function assemble(
  config: Config,
  ontology: Ontology,
  io: Pick<Io, "cwd" | "stderr">,
  options: ImportOptions = {},
): Promise<Assembled> {
  const { records, hash, texts } = await compile(config, ontology, io);
  if (config.datasets === null) return { records, meta: { dossiers: hash }, files: [], texts };
  const datasets = await openDatasets(config.datasets, ontology, io);
  const bar = progressBar("reading", io.stderr);
  try {
    const imported = await importDatasets(datasets, records, ontology, { onProgress: bar.update, ...options });
    refuse(imported, config.datasets, io);
    const meta = { dossiers: hash, datasets: await hashDatasets(config.datasets, datasets) };
    return { records: imported.records, meta, files: imported.files, texts };
  } finally {
    bar.stop();
  }
}

function refuse({ errors, violations }: Imported, datasets: DatasetsConfig, io: Pick<Io, "cwd">): void {
  const unreadable = errors.map(({ file, line, message }) => {
    const place = line === null ? "" : `:${line}`;
    return `${openable(file, datasets, io)}${place}: ${message}`;
  });
  const broken = violations.map(({ id, message }) => `${id}: ${message}`);
  const problems = [...unreadable, ...broken];
  if (problems.length > 0) throw new InputError(problems, "the datasets");
}
