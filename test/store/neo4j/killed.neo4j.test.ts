import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, inject, it } from "vitest";

import { assembly } from "../../../scripts/bench/votes.js";
import { PlenaryError } from "../../../src/errors.js";
import { snapshotId } from "../../../src/graph/canonical.js";
import { writeSnapshot } from "../../../src/graph/file.js";
import { type Graph, buildGraph } from "../../../src/graph/graph.js";
import type { GraphRecords } from "../../../src/graph/record.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import type { Connection } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { readGraph } from "../../../src/store/neo4j/read.js";
import { describeNeo4j } from "../../support/neo4j.js";

const KILLS = 20;
const LEASE_MS = 600;

const ontology = await loadOntology(ontologyPath);
const loader = fileURLToPath(new URL("loader.ts", import.meta.url));
const tsx = import.meta.resolve("tsx");

describeNeo4j("a load that is killed", (connectAgain) => {
  let connection: Connection;
  let folder: string;
  let loads: readonly { readonly graph: Graph; readonly file: string }[];

  beforeAll(async () => {
    connection = await connectAgain();
    folder = await mkdtemp(join(tmpdir(), "plenary-killed-"));
    const graphs = [assembly(16), reversed(assembly(12))].map((records) => buildGraph(records, ontology));
    loads = graphs.map((graph, index) => ({ graph, file: join(folder, `${index}.plenary`) }));
    for (const { graph, file } of loads) await writeSnapshot(file, graph, { dossiers: "test" });
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await connection.driver.close();
  });

  it(
    `${KILLS} times at any moment leaves nothing that passes for complete, and ends in the same graph`,
    { timeout: 240_000 },
    async () => {
      const [first, second] = loads;
      if (first === undefined || second === undefined) throw new Error("two graphs");
      await loadGraph(connection, second.graph);
      const { milliseconds } = await loadGraph(connection, first.graph);
      const known = new Set(loads.map(({ graph }) => graph.snapshot));
      let unfinished = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const { file } = kill % 3 === 2 ? first : second;
        await killAfter(file, Math.random() * milliseconds);
        const found = await readGraph(connection, ontology).then(snapshotId, (error: unknown) => error);
        if (typeof found === "string") {
          expect(known).toContain(found);
        } else {
          expect(found).toBeInstanceOf(PlenaryError);
          expect(String(found)).toMatch(/being loaded, or a load was broken off/);
          unfinished++;
        }
      }
      // Had none been hit in the middle, nothing would be shown.
      expect(unfinished).toBeGreaterThan(KILLS / 4);
      for (const { graph } of [second, first]) {
        await loadGraph(connection, graph);
        expect(snapshotId(await readGraph(connection, ontology))).toBe(graph.snapshot);
      }
      const [left] = (await connection.driver.executeQuery("MATCH (n:PlenaryLock) RETURN count(n) AS locks")).records;
      expect(left?.get("locks")).toBe(0);
    },
  );

  async function killAfter(file: string, milliseconds: number): Promise<void> {
    const available = inject("neo4j");
    const child = spawn(
      process.execPath,
      ["--import", tsx, loader, file, String(LEASE_MS), JSON.stringify(available)],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const ended = new Promise((resolve) => child.once("close", resolve));
    await begun(child);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    child.kill("SIGKILL");
    await ended;
  }
});

function begun(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("begins")) resolve();
    });
    child.once("close", () => {
      reject(new Error("the loader ended before it began"));
    });
  });
}

/** The same states and votes, cast otherwise and on other resolutions: most edges change, some nodes and edges come and go. */
function reversed({ nodes, edges }: GraphRecords): GraphRecords {
  return {
    nodes: nodes.map((node) =>
      node.type === "State" ? { ...node, properties: { ...node.properties, summary: "Made up." } } : node,
    ),
    edges: edges
      .filter((_edge, index) => index % 7 !== 0)
      .map((edge) => (edge.type === "CAST" ? { ...edge, properties: { position: "ABSENT" } } : edge)),
  };
}
