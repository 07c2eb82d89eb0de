import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest";

import { assembly } from "../../../scripts/bench/votes.js";
import { snapshotId } from "../../../src/graph/canonical.js";
import { buildGraph } from "../../../src/graph/graph.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { type Connection, connect } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { readGraph } from "../../../src/store/neo4j/read.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { type Proxy, startProxy } from "../../support/proxy.js";
import { reversed } from "./reversed.js";

const ontology = await loadOntology(ontologyPath);
const [after, before] = [assembly(3), reversed(assembly(2))].map((records) => buildGraph(records, ontology));
if (before === undefined || after === undefined) throw new Error("two graphs");

describeNeo4j("a load whose connection is lost", (connectAgain) => {
  let connection: Connection;
  let proxy: Proxy;
  let proxied: Connection;

  const stored = async (): Promise<string> => snapshotId(await readGraph(connection, ontology));

  beforeAll(async () => {
    const available = inject("neo4j");
    if ("unavailable" in available) return;
    connection = await connectAgain();
    proxy = await startProxy(available.uri);
    proxied = await connect({ ...available, uri: proxy.uri });
  });
  beforeEach(async () => {
    proxy.arm(null);
    proxy.take(true);
    await loadGraph(connection, before);
  });
  afterAll(async () => {
    await proxied.driver.close();
    await proxy.close();
    await connection.driver.close();
  });

  it("for a moment ends as if nothing had been, whatever was lost", { timeout: 120_000 }, async () => {
    proxy.arm(null);
    await loadGraph(proxied, after);
    const { bytes, commits } = proxy.sent();
    expect(commits).toBeGreaterThan(5);
    for (const share of [0.5]) {
      await loadGraph(connection, before);
      proxy.arm({ at: "bytes", count: Math.floor(share * bytes) });
      await loadGraph(proxied, after);
      expect(await stored()).toBe(after.snapshot);
    }
    for (let commit = 1; commit <= commits; commit++) {
      await loadGraph(connection, before);
      proxy.arm({ at: "commit", count: commit });
      await loadGraph(proxied, after);
      expect(await stored()).toBe(after.snapshot);
    }
  });
});
