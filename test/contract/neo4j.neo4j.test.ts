import { neo4jEngine } from "../../src/engine/neo4j/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { loadGraph } from "../../src/store/neo4j/load.js";
import { describeNeo4j } from "../support/neo4j.js";
import { contractSuite } from "./suite.js";

describeNeo4j("on a real database", (connectAgain) => {
  contractSuite("Neo4j", async (records, ontology) => {
    const connection = await connectAgain();
    await loadGraph(connection, buildGraph(records, ontology));
    return neo4jEngine(connection, ontology);
  });
});
