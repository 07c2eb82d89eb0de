import type { ManagedTransaction, Transaction } from "neo4j-driver";

import type { Graph } from "../../graph/graph.js";
import type { Ontology } from "../../ontology/model.js";
import { StoreError } from "./error.js";
import { NOTHING_OWNED, type OwnedNames, ownedNames } from "./owned.js";
import { SNAPSHOT } from "./schema.js";

/** The version of the way graphs are stored; a database of another one has to be loaded again. */
export const STORAGE_FORMAT = 4;

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

/** The relationship types of which a stored graph has edges. */
export function presentTypes({ relationships }: StoredSnapshot): readonly string[] {
  return relationships.filter(({ count }) => count > 0).map(({ type }) => type);
}

/** The name of the only marker there is: a database holds one graph. */
const CURRENT = "current";

/**
 * Marks the start of a load: until it is complete nobody reads the graph. Parameters: `load`, `ontology`, `owned`. What the names of
 * Plenary's are is kept throughout, so that a load after one that was killed still knows what there may be to take away.
 */
export const MARK_LOADING =
  `MERGE (s:${SNAPSHOT} {name: '${CURRENT}'}) ` +
  `SET s = {name: '${CURRENT}', state: 'loading', load: $load, format: ${STORAGE_FORMAT}, ontology: $ontology}, s += $owned ` +
  "RETURN s.name AS name";

/** Marks a load as complete, unless another one has begun since. Parameters: `load`, `properties`. Returns one row if it did. */
export const MARK_COMPLETE =
  `MATCH (s:${SNAPSHOT} {name: '${CURRENT}', load: $load}) ` +
  "SET s += $properties, s.state = 'complete', s.loadedAt = datetime() RETURN s.id AS id";

/** Whoever answers questions reads this often; the names of what Plenary owns are for loading alone. */
const READ =
  `MATCH (s:${SNAPSHOT} {name: '${CURRENT}'}) RETURN s {.state, .format, .ontology, .load, .id, .nodes, .links, ` +
  ".types, .typeCounts, .relationships, .relationshipCounts} AS snapshot";

const READ_ALL = `MATCH (s:${SNAPSHOT} {name: '${CURRENT}'}) RETURN properties(s) AS snapshot`;

const OWNED = {
  labels: "ownLabels",
  relationships: "ownRelationships",
  nodeColumns: "ownNodeProperties",
  edgeColumns: "ownRelationshipProperties",
} as const;

/** The names of Plenary's as the marker keeps them. */
export function encodeOwned(owned: OwnedNames): Record<string, unknown> {
  return Object.fromEntries(Object.entries(OWNED).map(([name, column]) => [column, owned[name as keyof OwnedNames]]));
}

/** What the marker of a loaded graph says, counts as parallel lists of names and numbers. */
export function encodeMarker(graph: Graph): Record<string, unknown> {
  const relationships = [...graph.relationships.values()];
  return {
    id: graph.snapshot,
    nodes: graph.nodes.count,
    links: graph.edges.count,
    types: graph.types.map((type) => type.name),
    typeCounts: graph.types.map((type) => type.end - type.start),
    relationships: relationships.map((table) => table.type),
    relationshipCounts: relationships.map((table) => table.end - table.start),
    ...encodeOwned(ownedNames(graph.ontology)),
  };
}

/** What a load needs to know of the marker. */
export interface Marker {
  /** Says all that the marker of `graph` would say. */
  readonly isOf: (graph: Graph) => boolean;
  readonly owned: OwnedNames;
}

/** The marker as it is, whatever it says; one that is of no graph where there is none. */
export async function readMarker(transaction: ManagedTransaction): Promise<Marker> {
  const stored = await readStored(transaction, READ_ALL);
  const owned = Object.entries(OWNED).map(([name, column]) => [name, stored?.[column] ?? []] as const);
  return {
    isOf: ({ snapshot, ontology }) =>
      stored?.["state"] === "complete" &&
      stored["format"] === STORAGE_FORMAT &&
      stored["id"] === snapshot &&
      stored["ontology"] === ontology.hash,
    owned: { ...NOTHING_OWNED, ...Object.fromEntries(owned) },
  };
}

/** Whether what is stored is still of the load that was read. */
export async function isStored(
  transaction: Transaction | ManagedTransaction,
  ontology: Ontology,
  { load }: StoredSnapshot,
): Promise<boolean> {
  const now = await readSnapshot(transaction, ontology).catch((error: unknown) => {
    if (error instanceof StoreError) return null;
    throw error;
  });
  return now?.load === load;
}

/**
 * The snapshot that the database holds.
 *
 * @param pinned the only snapshot that will do, where not any
 * @throws StoreError where nothing is loaded, a load is unfinished, or it was loaded with another ontology or storage format, or is not
 *   the one that is pinned; each says what is stored, what is expected, and what to run
 */
export async function readSnapshot(
  transaction: Transaction | ManagedTransaction,
  ontology: Ontology,
  pinned: string | null = null,
): Promise<StoredSnapshot> {
  const stored = await readStored(transaction);
  const refusal =
    stored === undefined ? "Neo4j holds no graph yet. Run `plenary load`." : refuse(stored, ontology, pinned);
  if (stored === undefined || refusal !== null) throw new StoreError("UNAVAILABLE", refusal ?? "");
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

type Stored = Readonly<Record<string, unknown>>;

/** Why what is stored does not serve, or null. */
function refuse(stored: Stored, ontology: Ontology, pinned: string | null): string | null {
  if (stored["format"] !== STORAGE_FORMAT) {
    return (
      `The graph in Neo4j was stored by another version of Plenary: in storage format ${String(stored["format"])}, ` +
      `where this version reads ${STORAGE_FORMAT}. Run \`plenary load\`.`
    );
  }
  if (stored["state"] !== "complete") {
    return "The graph in Neo4j is being loaded, or a load was broken off. Wait, or run `plenary load` again: it goes on where it stopped.";
  }
  if (stored["ontology"] !== ontology.hash) {
    return (
      `The graph in Neo4j was loaded with another ontology: ${short(stored["ontology"])}, where ${short(ontology.hash)} is expected. ` +
      "Run `plenary load` with the ontology that is to be served, or let ONTOLOGY name the one that was loaded."
    );
  }
  if (pinned !== null && stored["id"] !== pinned) {
    return (
      `Neo4j holds snapshot ${String(stored["id"])}, and SNAPSHOT pins ${pinned}. ` +
      "Run `plenary load` with the dossiers of that snapshot, or set SNAPSHOT to the one that is stored, or to nothing to serve whatever is."
    );
  }
  return null;
}

async function readStored(
  transaction: Transaction | ManagedTransaction,
  statement = READ,
): Promise<Stored | undefined> {
  const { records } = await transaction.run(statement);
  return records[0]?.get("snapshot") as Stored | undefined;
}

/** Enough of a hash to tell it from another. */
function short(hash: unknown): string {
  return String(hash).slice(0, 12);
}

function counts(names: unknown, numbers: unknown): Counts {
  const values = numbers as readonly number[];
  return (names as readonly string[]).map((type, index) => ({ type, count: values[index] ?? 0 }));
}
