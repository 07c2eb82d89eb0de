import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { packaged } from "../../src/config/paths.js";
import { hashDossiers } from "../../src/dossier/hash.js";
import { type SnapshotMeta, readSnapshot, writeSnapshot } from "../../src/graph/file.js";
import { type Graph, buildGraph, eachEdge, eachNode } from "../../src/graph/graph.js";
import type { EdgeRecord, RecordStream } from "../../src/graph/record.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { Ontology } from "../../src/ontology/model.js";
import { startServer } from "../neo4j/server.js";
import { runImport } from "./import-process.js";
import { type Run, runProgram } from "./program.js";
import { startReplica } from "./replica-process.js";
import { assembly } from "./votes.js";

/** The memory that Neo4j has unless told otherwise in its own container, and room for the batches. */
const MEMORY = { heap: "1g", pageCache: "512m" };

/** How often what leaves the database as it was is timed, to give a range. */
const RUNS = 3;

/** Seconds for a million edges, but for `notice`: seconds until a load is noticed at all. */
const LIMITS = { first: 45, unchanged: 15, swap: 20, notice: 5 };

/** What is loaded: so many made-up votes, or the record in a folder of official files. */
export type Material = { readonly votes: number } | { readonly data: string };

/** A snapshot file, and one of the same graph where every hundredth edge has another position, if it is a vote. */
interface Files {
  readonly same: string;
  readonly other: string;
  readonly edges: number;
}

/**
 * Times the compiled program as it loads a graph into a Neo4j that is started for it, and as a replica copies it from there and takes another
 * one in its place. Every load is a process of its own, and the time of a load that of its whole process.
 */
export async function benchLoad(material: Material): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plenary-bench-"));
  const server = await startServer({ memory: MEMORY, report: console.log });
  try {
    const ontology = await loadOntology(ontologyPath);
    const { same, other, edges } = await prepare(material, folder, ontology);
    const connection = { NEO4J_URI: server.uri, NEO4J_USER: server.user, NEO4J_PASSWORD: server.password };
    const millions = edges / 1_000_000;
    const load = (file: string, ...flags: readonly string[]): Promise<Run> =>
      runProgram(["load", ...flags], { ...connection, SNAPSHOT_FILE: file });
    tell("load, the first time", [await load(same)], LIMITS.first * millions);
    tell("load, unchanged", await repeat(() => load(same)), LIMITS.unchanged * millions);
    tell("load, unchanged, verified", [await load(same, "--verify")], null);
    const replica = await startReplica(connection);
    try {
      console.log(`${"replica, first answer".padEnd(COLUMN)}${seconds(replica.started)} s`);
      tell("load, 1 % changed", [await load(other)], null);
      const swap = await replica.swap();
      const limit = LIMITS.notice + LIMITS.swap * millions;
      console.log(
        `${"replica, noticed and copied".padEnd(COLUMN)}${seconds(swap.seconds)} s${within(limit)}; ` +
          `${megabytes(swap.before)} before, at most ${megabytes(swap.most)}, ${megabytes(swap.after)} after; ` +
          `slowest answer meanwhile ${swap.slowest.toFixed(0)} ms`,
      );
    } finally {
      replica.stop();
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepare(material: Material, folder: string, ontology: Ontology): Promise<Files> {
  const files = { same: join(folder, "same.plenary"), other: join(folder, "other.plenary") };
  // Taken by the program as it is: it has its dossiers, and datasets that nobody says where to find.
  const meta: SnapshotMeta = { dossiers: await hashDossiers(packaged("seeds")), datasets: "bench" };
  if ("data" in material) await runImport(material.data, files.same);
  else await writeSnapshot(files.same, buildGraph(assembly(material.votes), ontology), meta);
  const { graph } = await readSnapshot(files.same, ontology);
  console.log(`${graph.edges.count} edges, ${graph.nodes.count} nodes`);
  await writeSnapshot(files.other, buildGraph(altered(graph), ontology), meta);
  return { ...files, edges: graph.edges.count };
}

/** Every hundredth edge with another position, if it is a vote. */
function altered(graph: Graph): RecordStream {
  const alter = (edge: EdgeRecord, index: number): EdgeRecord =>
    index % 100 === 0 && edge.type === "CAST"
      ? { ...edge, properties: { ...edge.properties, position: "ABSENT" } }
      : edge;
  return {
    nodes: [...eachNode(graph)],
    edges: {
      *[Symbol.iterator]() {
        let index = 0;
        for (const edge of eachEdge(graph)) yield alter(edge, index++);
      },
    },
  };
}

async function repeat(work: () => Promise<Run>): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await work());
  return runs;
}

const COLUMN = 30;

/** Prints the range of times, and the most memory of any run. */
function tell(title: string, runs: readonly Run[], limit: number | null): void {
  const times = runs.map((run) => run.seconds);
  const range = [...new Set([Math.min(...times), Math.max(...times)].map(seconds))].join("–");
  const most = Math.max(...runs.map((run) => run.megabytes ?? NaN));
  console.log(`${title.padEnd(COLUMN)}${range} s${within(limit)}; client at most ${megabytes(most)}`);
}

function within(limit: number | null): string {
  return limit === null ? "" : ` (limit: ${seconds(limit)} s)`;
}

function seconds(time: number): string {
  return time.toFixed(1);
}

function megabytes(many: number | null): string {
  return many === null || Number.isNaN(many) ? "? MB" : `${many.toFixed(0)} MB`;
}
