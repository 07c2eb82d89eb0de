import { readSnapshot as readFile } from "../../src/graph/file.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import { copyGraph } from "../../src/replica/copy.js";
import { connect } from "../../src/store/neo4j/connect.js";
import { loadGraph } from "../../src/store/neo4j/load.js";
import { streamGraph } from "../../src/store/neo4j/read.js";
import { openSession } from "../../src/store/neo4j/session.js";
import { readSnapshot } from "../../src/store/neo4j/snapshot.js";
import type { ClientRun } from "./load.js";

/** One timed piece of work of `npm run bench -- load`, alone in its process so that its memory can be told. */
const [what = "", file = ""] = process.argv.slice(2);
const variable = (name: string): string => process.env[name] ?? "";
const ontology = await loadOntology(ontologyPath);
const connection = await connect({
  uri: variable("NEO4J_URI"),
  user: variable("NEO4J_USER"),
  password: variable("NEO4J_PASSWORD"),
});
const began = performance.now();
if (what === "read") {
  await streamGraph(connection, ontology, async ({ nodes, edges }) => {
    let count = 0;
    for (const pages of [nodes, edges]) for await (const page of pages) count += page.length;
    return count;
  });
} else if (what === "copy") {
  const session = openSession(connection, "READ");
  const load = await session.executeRead((transaction) => readSnapshot(transaction, ontology));
  await session.close();
  await copyGraph(connection, ontology, load);
} else {
  const { graph } = await readFile(file, ontology);
  await loadGraph(connection, graph, { verify: what === "verify" });
}
const run: ClientRun = {
  what,
  seconds: (performance.now() - began) / 1000,
  megabytes: process.resourceUsage().maxRSS / 1024,
};
await connection.driver.close();
console.log(JSON.stringify(run));
