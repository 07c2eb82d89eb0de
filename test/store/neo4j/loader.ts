import { readSnapshot } from "../../../src/graph/file.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { connect } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";

/**
 * Loads a snapshot file into Neo4j as a process of its own, to be killed. Arguments: the file, the lease in milliseconds, and the
 * connection as JSON. Says on standard output when it begins and when it has ended.
 */
const [file = "", lease = "", connection = ""] = process.argv.slice(2);
const { graph } = await readSnapshot(file, await loadOntology(ontologyPath));
const store = await connect(JSON.parse(connection) as Parameters<typeof connect>[0]);
console.log("begins");
await loadGraph(store, graph, { lease: Number(lease) });
console.log("ended");
await store.driver.close();
