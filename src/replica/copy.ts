import { type Graph, buildGraph } from "../graph/graph.js";
import type { Ontology } from "../ontology/model.js";
import type { Connection } from "../store/neo4j/connect.js";
import { StoreError } from "../store/neo4j/error.js";
import { readGraph } from "../store/neo4j/read.js";
import type { Load } from "./origin.js";

/**
 * Reads a stored graph into columns.
 *
 * @throws StoreError as `readGraph` does, or where what is stored is not the graph that it says it is
 */
export async function copyGraph(connection: Connection, ontology: Ontology, load: Load): Promise<Graph> {
  const graph = buildGraph(await readGraph(connection, ontology), ontology);
  if (graph.snapshot === load.id) return graph;
  throw new StoreError(
    "UNAVAILABLE",
    "The graph in Neo4j is not the one that was loaded: something changed it since. Run `plenary load`.",
  );
}
