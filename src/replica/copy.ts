import { type Graph, GraphBuilder } from "../graph/graph.js";
import type { EdgeRecord } from "../graph/record.js";
import type { Ontology } from "../ontology/model.js";
import type { Connection } from "../store/neo4j/connect.js";
import { StoreError } from "../store/neo4j/error.js";
import { type StoredGraph, collect, streamGraph } from "../store/neo4j/read.js";
import type { Load } from "./origin.js";

/**
 * Reads a stored graph into columns. Only its nodes are ever there as records all at once; edges become columns page by page.
 *
 * @throws StoreError as `streamGraph` does, or where what is stored is not the graph that it says it is
 */
export async function copyGraph(connection: Connection, ontology: Ontology, load: Load): Promise<Graph> {
  const graph = await streamGraph(connection, ontology, (stored) => columnsOf(stored, ontology));
  if (graph?.snapshot === load.id) return graph;
  throw new StoreError(
    "UNAVAILABLE",
    "The graph in Neo4j is not the one that was loaded: something changed it since. Run `plenary load`.",
  );
}

/** Null where the records do not fit each other: somebody changed them, or a load did meanwhile, which `streamGraph` then says. */
async function columnsOf({ nodes, edgeParts }: StoredGraph, ontology: Ontology): Promise<Graph | null> {
  try {
    const builder = new GraphBuilder(await collect(nodes), ontology);
    const take = async (pages: AsyncIterable<readonly EdgeRecord[]>): Promise<void> => {
      for await (const page of pages) for (const edge of page) builder.edge(edge);
    };
    await Promise.all((await edgeParts()).map(take));
    return builder.finish();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
