import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest";

import { assembly } from "../../../scripts/bench/votes.js";
import { snapshotId } from "../../../src/graph/canonical.js";
import { type Graph, buildGraph } from "../../../src/graph/graph.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { type Connection, connect } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { readGraph } from "../../../src/store/neo4j/read.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { type Moment, type Proxy, startProxy } from "../../support/proxy.js";
import { reversed } from "./reversed.js";

const ontology = await loadOntology(ontologyPath);
const [after, before] = [assembly(3), reversed(assembly(2))].map((records) => buildGraph(records, ontology));
if (before === undefined || after === undefined) throw new Error("two graphs");

describeNeo4j("a load whose connection is lost", (connectAgain) => {
  let connection: Connection;
  let proxy: Proxy;
  let proxied: Connection;

  const stored = async (): Promise<string> => snapshotId(await readGraph(connection, ontology));

  const survives = async (graph: Graph, moment: Moment): Promise<void> => {
    await loadGraph(connection, before);
    proxy.arm(moment);
    await loadGraph(proxied, graph);
    expect(await stored()).toBe(graph.snapshot);
  };

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

  it("for a moment goes on by itself, whatever was lost", { timeout: 120_000 }, async () => {
    proxy.arm(null);
    await loadGraph(proxied, after);
    const { bytes, commits } = proxy.sent();
    expect(commits).toBeGreaterThan(5);
    const moments: readonly Moment[] = [
      { of: "bytes", count: Math.floor(0.6 * bytes) },
      // Each of them is carried out, and the answer to it lost.
      ...Array.from({ length: commits }, (_, commit) => ({ of: "commits", count: commit + 1 }) as const),
    ];
    for (const moment of moments) await survives(after, moment);
  });

  it(
    "while two sessions write many edges by turns is told which of them had been written",
    { timeout: 240_000 },
    async () => {
      const large = buildGraph(assembly(160), ontology);
      proxy.arm(null);
      await loadGraph(proxied, large);
      const { commits } = proxy.sent();
      // The last one marks the graph as complete, those before it add edges.
      for (const count of [commits - 1, commits - 2]) await survives(large, { of: "commits", count });
    },
  );

  // The driver tries again for half a minute.
  it(
    "for good says so and leaves nothing that passes for complete, and the next one goes on",
    { timeout: 150_000 },
    async () => {
      proxy.arm(null);
      await loadGraph(proxied, after);
      const { bytes } = proxy.sent();
      await loadGraph(connection, before);
      proxy.arm({ of: "bytes", count: Math.floor(0.6 * bytes) });
      proxy.take(false);
      const error: unknown = await loadGraph(proxied, after, { lease: 5_000 }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "UNAVAILABLE" });
      expect(String(error)).toMatch(/cannot be reached.* The graph is marked as unfinished; `plenary load`, run again/);
      expect(String(error)).not.toMatch(/127\.0\.0\.1/);
      await expect(readGraph(connection, ontology)).rejects.toThrow(/broken off/);
      await loadGraph(connection, after);
      expect(await stored()).toBe(after.snapshot);
    },
  );
});
