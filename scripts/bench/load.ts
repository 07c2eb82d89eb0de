import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { writeSnapshot } from "../../src/graph/file.js";
import { buildGraph } from "../../src/graph/graph.js";
import type { GraphRecords } from "../../src/graph/record.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import { startServer } from "../neo4j/server.js";
import { assembly } from "./votes.js";

/** What one client process did: how long, and the most memory it had. */
export interface ClientRun {
  readonly what: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** The memory that Neo4j has unless told otherwise in its own container, and room for the batches. */
const MEMORY = { heap: "1g", pageCache: "512m" };

/** Times loads of `votes` votes and reading them back, each in a process of its own, on a server that is started for it. */
export async function benchLoad(votes: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plenary-bench-"));
  const server = await startServer({ memory: MEMORY, report: console.log });
  try {
    const ontology = await loadOntology(ontologyPath);
    const records = assembly(votes);
    console.log(`${votes} votes: ${records.edges.length} edges, ${records.nodes.length} nodes`);
    const files = { same: join(folder, "same.plenary"), other: join(folder, "other.plenary") };
    await writeSnapshot(files.same, buildGraph(records, ontology), { dossiers: "bench" });
    await writeSnapshot(files.other, buildGraph(altered(records), ontology), { dossiers: "bench" });
    const steps = [
      ["load, the first time", "load", files.same],
      ["load, unchanged", "load", files.same],
      ["load, unchanged, verified", "verify", files.same],
      ["load, 1 % changed", "load", files.other],
      ["read back", "read", files.other],
      ["copy as a replica does", "copy", files.other],
    ] as const;
    for (const [title, what, file] of steps) {
      const { seconds, megabytes } = await runClient(what, file, server);
      console.log(`${title.padEnd(28)}${seconds.toFixed(1).padStart(6)} s, client at most ${megabytes.toFixed(0)} MB`);
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runClient(
  what: string,
  file: string,
  { uri, user, password }: { readonly uri: string; readonly user: string; readonly password: string },
): Promise<ClientRun> {
  const script = fileURLToPath(new URL("load-client.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, what, file], {
    env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${what} failed.`);
  return JSON.parse(output) as ClientRun;
}

/** One edge in a hundred with another position. */
function altered({ nodes, edges }: GraphRecords): GraphRecords {
  return {
    nodes,
    edges: edges.map((edge, index) =>
      index % 100 === 0 && edge.type === "CAST" ? { ...edge, properties: { position: "ABSENT" } } : edge,
    ),
  };
}
