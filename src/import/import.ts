import { conclude } from "../domain/rules.js";
import type { Violation } from "../domain/violation.js";
import type { GraphRecords, RecordStream } from "../graph/record.js";
import type { Ontology } from "../ontology/model.js";
import { ImportError } from "./error.js";
import { identitiesOf } from "./identities.js";
import type { InputFile } from "./input/file.js";
import { Ledger } from "./input/ledger.js";
import type { FileSummary, OnRemark } from "./input/ledger.js";
import { openInput } from "./input/open.js";
import { Collector } from "./join/collector.js";
import type { LocatedFile } from "./locate.js";
import type { Dataset } from "./manifest.js";
import { resolveStates } from "./states/states.js";

/** A dataset whose files are found. */
export interface LocatedDataset extends Dataset {
  readonly located: readonly LocatedFile[];
}

export interface ImportOptions {
  /** Takes note of bytes read, for a progress bar: `done` of `total` of all files. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** Takes every skipped record and every note. */
  readonly onRemark?: OnRemark;
}

/** Dossiers and datasets as one graph. */
export interface Imported {
  /** Derived edges included. Means something only where there is no error. */
  readonly records: RecordStream;
  readonly files: readonly FileSummary[];
  /** Files that cannot be read. */
  readonly errors: readonly ImportError[];
  /** Rules of the domain that the graph as a whole would break. */
  readonly violations: readonly Violation[];
}

/**
 * Reads datasets and joins them with dossiers: see `join/`. The same dossiers and files give the same records. All files that cannot be
 * read are found in one go.
 *
 * @param dossiers as `compileDossiers` gives them; what is derived there is derived anew from all
 */
export async function importDatasets(
  datasets: readonly LocatedDataset[],
  dossiers: GraphRecords,
  ontology: Ontology,
  options: ImportOptions = {},
): Promise<Imported> {
  const stated = { nodes: dossiers.nodes, edges: dossiers.edges.filter((edge) => edge.derivedFrom === undefined) };
  const identities = identitiesOf(stated, ontology);
  const collector = new Collector(stated, ontology);
  const progress = counter(datasets, options);
  const files: FileSummary[] = [];
  const errors: ImportError[] = [];
  for (const dataset of datasets) {
    const { importer, source, located } = dataset;
    const { sink } = collector;
    sink.node(source);
    const opened = located.map((file) => ({ file, ledger: new Ledger(file.name, options.onRemark ?? ignore) }));
    const inputs = new Map(
      importer.inputs.map(({ name }) => [
        name,
        opened
          .filter(({ file }) => file.kind === name)
          .map(({ file, ledger }) => openInput(file.path, file.name, ledger, progress)),
      ]),
    );
    try {
      await importer.read(inputs satisfies ReadonlyMap<string, readonly InputFile[]>, {
        source: source.id,
        states: resolveStates(identities, sink),
        identities,
        sink,
      });
      files.push(...opened.map(({ ledger }) => ledger.summary()));
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      errors.push(error);
    }
  }
  const clashes = collector.violations;
  if (errors.length + clashes.length > 0)
    return { records: { nodes: [], edges: [] }, files, errors, violations: clashes };
  const told = collector.stated();
  const { derived, violations } = conclude(told, ontology);
  return { records: { nodes: told.nodes, edges: bothOf(told.edges, derived) }, files, errors, violations };
}

function bothOf<T>(first: Iterable<T>, second: Iterable<T>): Iterable<T> {
  return {
    *[Symbol.iterator]() {
      yield* first;
      yield* second;
    },
  };
}

function ignore(): void {
  // Nobody wants to know.
}

function counter(datasets: readonly LocatedDataset[], { onProgress }: ImportOptions): (count: number) => void {
  const total = datasets.flatMap(({ located }) => located).reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  return (count) => {
    done += count;
    onProgress?.({ done, total });
  };
}
