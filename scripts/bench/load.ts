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

/** How often each step that leaves the database as it was is timed, to give a range. */
const RUNS = 3;

/** A piece of work for a client, and how often it is timed: what changes the database is what it is only once. */
interface Step {
  readonly title: string;
  readonly what: string;
  readonly file: string;
  readonly runs: number;
  /** Seconds for a million edges that it is to keep within; null where nobody set any. */
  readonly limit: number | null;
}

/**
 * Times loads of `votes` votes and reading them back, each in a process of its own, on a server that is started for it. Copying is what lies between a
 * replica's notice of a new load and its swap; that the notice comes within 5 s follows from its looking every two.
 */
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
    const millions = records.edges.length / 1_000_000;
    const steps: readonly Step[] = [
      { title: "load, the first time", what: "load", file: files.same, runs: 1, limit: 45 },
      { title: "load, unchanged", what: "load", file: files.same, runs: RUNS, limit: 15 },
      { title: "load, unchanged, verified", what: "verify", file: files.same, runs: 1, limit: null },
      { title: "load, 1 % changed", what: "load", file: files.other, runs: 1, limit: null },
      { title: "read back", what: "read", file: files.other, runs: RUNS, limit: null },
      { title: "copy as a replica does", what: "copy", file: files.other, runs: RUNS, limit: 20 },
    ];
    for (const step of steps) {
      const runs: ClientRun[] = [];
      for (let run = 0; run < step.runs; run++) runs.push(await runClient(step.what, step.file, server));
      console.log(`${step.title.padEnd(28)}${shown(runs)}${within(step.limit, millions)}`);
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The range of times, and the most memory of any run. */
function shown(runs: readonly ClientRun[]): string {
  const seconds = runs.map((run) => run.seconds);
  const range = [...new Set([Math.min(...seconds), Math.max(...seconds)].map((time) => time.toFixed(1)))].join("–");
  const megabytes = Math.max(...runs.map((run) => run.megabytes));
  return `${range.padStart(10)} s, client at most ${megabytes.toFixed(0)} MB`;
}

function within(limit: number | null, millions: number): string {
  return limit === null ? "" : ` (limit: ${(limit * millions).toFixed(1)} s)`;
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
