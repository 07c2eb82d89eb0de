import { type Graph, buildGraph } from "../../src/graph/graph.js";
import type { Ontology } from "../../src/ontology/model.js";
import { type ConnectionConfig, connect } from "../../src/store/neo4j/connect.js";
import { loadGraph } from "../../src/store/neo4j/load.js";
import { fixtureRecords } from "./fixture.js";

/** The fixture with another name for the state `arda`: graphs that can be told apart by one answer. */
export function named(name: string, ontology: Ontology): Graph {
  const records = fixtureRecords();
  const nodes = records.nodes.map((node) =>
    node.id === "arda" ? { ...node, properties: { ...node.properties, name } } : node,
  );
  return buildGraph({ ...records, nodes }, ontology);
}

/** Loads a graph over a connection of its own. */
export async function loadInto(config: ConnectionConfig, graph: Graph): Promise<void> {
  const connection = await connect(config);
  await loadGraph(connection, graph);
  await connection.driver.close();
}
