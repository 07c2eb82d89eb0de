import type { ManagedTransaction, Transaction } from "neo4j-driver";

import type { Ontology } from "../../ontology/model.js";
import { StoreError } from "./error.js";
import { SNAPSHOT } from "./schema.js";

/** The version of the way graphs are stored; a database of another one has to be loaded again. */
export const STORAGE_FORMAT = 3;

type Counts = readonly { readonly type: string; readonly count: number }[];

/** What the database says it holds. */
export interface StoredSnapshot {
  /** The id of the graph, as `snapshotId` computes it. */
  readonly id: string;
  /** `Ontology.hash` of the vocabulary it was loaded with. */
  readonly ontology: string;
  /** Different after every load, even of the same graph. */
  readonly load: string;
  readonly nodes: number;
  readonly links: number;
  readonly types: Counts;
  readonly relationships: Counts;
}

/** The name of the only marker there is: a database holds one graph. */
const CURRENT = "current";

/** Marks the start of a load: until it is complete nobody reads the graph. Parameters: `load`, `ontology`. */
export const MARK_LOADING =
  `MERGE (s:${SNAPSHOT} {name: '${CURRENT}'}) ` +
  `SET s = {name: '${CURRENT}', state: 'loading', load: $load, format: ${STORAGE_FORMAT}, ontology: $ontology}`;

/** Marks a load as complete, unless another one has begun since. Parameters: `load`, `properties`. Returns one row if it did. */
export const MARK_COMPLETE =
  `MATCH (s:${SNAPSHOT} {name: '${CURRENT}', load: $load}) ` +
  "SET s += $properties, s.state = 'complete', s.loadedAt = datetime() RETURN s.id AS id";

const READ = `MATCH (s:${SNAPSHOT} {name: '${CURRENT}'}) RETURN properties(s) AS snapshot`;

/** Counts are kept as parallel lists of names and numbers. */
export function encodeCounts(info: Omit<StoredSnapshot, "ontology" | "load">): Record<string, unknown> {
  return {
    id: info.id,
    nodes: info.nodes,
    links: info.links,
    types: info.types.map((entry) => entry.type),
    typeCounts: info.types.map((entry) => entry.count),
    relationships: info.relationships.map((entry) => entry.type),
    relationshipCounts: info.relationships.map((entry) => entry.count),
  };
}

/**
 * The snapshot that the database holds.
 *
 * @throws StoreError where nothing is loaded, a load is unfinished, or it was loaded with another ontology or storage format
 */
export async function readSnapshot(
  transaction: Transaction | ManagedTransaction,
  ontology: Ontology,
): Promise<StoredSnapshot> {
  const { records } = await transaction.run(READ);
  const stored = records[0]?.get("snapshot") as Record<string, unknown> | undefined;
  if (stored === undefined) throw new StoreError("UNAVAILABLE", "Neo4j holds no graph yet. Run `plenary load`.");
  if (stored["format"] !== STORAGE_FORMAT) {
    throw new StoreError(
      "UNAVAILABLE",
      "The graph in Neo4j was stored by another version of Plenary. Run `plenary load`.",
    );
  }
  if (stored["state"] !== "complete") {
    throw new StoreError(
      "UNAVAILABLE",
      "The graph in Neo4j is being loaded, or a load was broken off. Wait, or run `plenary load` again.",
    );
  }
  if (stored["ontology"] !== ontology.hash) {
    throw new StoreError(
      "UNAVAILABLE",
      "The graph in Neo4j was loaded with another ontology than this one. Run `plenary load`.",
    );
  }
  return {
    id: String(stored["id"]),
    ontology: ontology.hash,
    load: String(stored["load"]),
    nodes: Number(stored["nodes"]),
    links: Number(stored["links"]),
    types: counts(stored["types"], stored["typeCounts"]),
    relationships: counts(stored["relationships"], stored["relationshipCounts"]),
  };
}

function counts(names: unknown, numbers: unknown): Counts {
  const values = numbers as readonly number[];
  return (names as readonly string[]).map((type, index) => ({ type, count: values[index] ?? 0 }));
}
