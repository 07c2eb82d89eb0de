import type { EdgeRecord, GraphRecords, NodeRecord } from "../../graph/record.js";
import type { Ontology } from "../../ontology/model.js";
import type { Connection } from "./connect.js";
import { StoreError, guarded } from "./error.js";
import { edgeParts, readEdges, readNodes } from "./records.js";
import { readersOf } from "./session.js";
import { type StoredSnapshot, isStored, presentTypes, readSnapshot } from "./snapshot.js";

/** A stored graph as it is read: its records in order of id, a page at a time. To be read once, nodes first or edges first. */
export interface StoredGraph {
  readonly snapshot: StoredSnapshot;
  readonly nodes: AsyncIterable<readonly NodeRecord[]>;
  readonly edges: AsyncIterable<readonly EdgeRecord[]>;
  /** The edges once more, for whoever takes them in any order: several streams to be read at once, in less time than one. */
  readonly edgeParts: () => Promise<readonly AsyncIterable<readonly EdgeRecord[]>[]>;
}

/**
 * Reads the stored graph without ever holding it: what `use` takes from the two streams are the same records, and so the same snapshot
 * id, as were loaded.
 *
 * @param use makes of the streams what is wanted; its result must not be relied on before `streamGraph` has resolved with it
 * @throws StoreError as `readSnapshot` does, or `SNAPSHOT_CHANGED` where the graph is replaced while it is read
 */
export async function streamGraph<T>(
  connection: Connection,
  ontology: Ontology,
  use: (stored: StoredGraph) => Promise<T>,
): Promise<T> {
  const { open, close } = readersOf(connection);
  return guarded(async () => {
    try {
      const main = open();
      const before = await main.executeRead((transaction) => readSnapshot(transaction, ontology));
      const result = await use({
        snapshot: before,
        nodes: readNodes(open(), ontology),
        edges: readEdges(open, presentTypes(before), ontology),
        edgeParts: () => edgeParts(open, before.relationships, ontology),
      });
      if (!(await main.executeRead((transaction) => isStored(transaction, ontology, before)))) throw replaced();
      return result;
    } finally {
      await close();
    }
  });
}

/** The whole stored graph as records, held at once: see {@link streamGraph}. */
export async function readGraph(connection: Connection, ontology: Ontology): Promise<GraphRecords> {
  return streamGraph(connection, ontology, async (stored) => ({
    nodes: await collect(stored.nodes),
    edges: await collect(stored.edges),
  }));
}

/** All records of a stream, held at once. */
export async function collect<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of pages) for (const record of page) all.push(record);
  return all;
}

function replaced(): StoreError {
  return new StoreError("SNAPSHOT_CHANGED", "The stored graph was replaced while it was being read. Ask again.");
}
