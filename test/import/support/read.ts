import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { importDatasets } from "../../../src/import/import.js";
import type { Imported, ImportOptions } from "../../../src/import/import.js";
import { IMPORTERS } from "../../../src/import/importers.js";
import { locateFiles } from "../../../src/import/locate.js";
import { readManifest } from "../../../src/import/manifest.js";
import { Ledger } from "../../../src/import/input/ledger.js";
import { openInput } from "../../../src/import/input/open.js";
import type { InputFile } from "../../../src/import/input/file.js";
import type { EdgeRecord, GraphRecords, NodeRecord } from "../../../src/graph/record.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";

export const ontology = await loadOntology(ontologyPath);

/** What is in the files of a test: text, or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs something with some files in a folder of their own, which is gone afterwards. */
export async function withFiles<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "plenary-import-"));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Imports datasets whose manifest is the file `manifest.yaml`, beside dossiers given as records. */
export function importFiles(
  files: Files,
  dossiers: GraphRecords = EMPTY,
  options: ImportOptions = {},
): Promise<Imported> {
  return withFiles(files, async (folder) => {
    const text = files["manifest.yaml"];
    if (typeof text !== "string") throw new RangeError("a test of importing has a manifest.yaml");
    const fail = (at: unknown, message: string): never => {
      throw new Error(`${JSON.stringify(at)}: ${message}`);
    };
    const datasets = readManifest("manifest.yaml", text, IMPORTERS, ontology, fail);
    const located = await Promise.all(
      datasets.map(async (dataset) => ({
        ...dataset,
        located: await locateFiles(dataset.files, folder, folder, fail),
      })),
    );
    return importDatasets(located, dossiers, ontology, options);
  });
}

const EMPTY: GraphRecords = { nodes: [], edges: [] };

/** Everything that a file with this content hands out, by one of its readings; or the message of the error that it throws. */
export function readInput<T>(
  content: string | Uint8Array,
  read: (file: InputFile) => AsyncIterable<T>,
): Promise<readonly T[] | string> {
  return withFiles({ "input.csv": content }, async (folder) => {
    const ledger = new Ledger("input.csv", () => undefined);
    const file = openInput(join(folder, "input.csv"), "input.csv", ledger, () => undefined);
    const all: T[] = [];
    try {
      for await (const piece of read(file)) all.push(piece);
      return all;
    } catch (error) {
      if (!(error instanceof Error && "line" in error)) throw error;
      return `${String(error.line)}: ${error.message}`;
    }
  });
}

/** The node with this id. */
export function nodeOf(records: GraphRecords, id: string): NodeRecord {
  const node = records.nodes.find((candidate) => candidate.id === id);
  if (node === undefined)
    throw new RangeError(`no node ${id}; there are ${records.nodes.map((it) => it.id).join(", ")}`);
  return node;
}

/** The edges of one type, by subject, object and what matters of them. */
export function edgesOf(records: GraphRecords, type: string): readonly EdgeRecord[] {
  return records.edges.filter((edge) => edge.type === type);
}
