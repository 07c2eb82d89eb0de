import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

import type { Config } from "../config/config.js";
import { hashDossiers } from "../dossier/hash.js";
import type { Engine } from "../engine/engine.js";
import { memoryEngine } from "../engine/memory/engine.js";
import { neo4jEngine } from "../engine/neo4j/engine.js";
import type { Concordance } from "../graph/concordance.js";
import { withConcordance } from "../graph/encode-concordance.js";
import { SnapshotFileError, readConcordance, readSnapshot, writeSnapshot } from "../graph/file.js";
import { type Graph, buildGraph } from "../graph/graph.js";
import type { Ontology } from "../ontology/model.js";
import { copyInWorker } from "../replica/copying.js";
import { megabytesOf } from "../replica/memory.js";
import { neo4jOrigin, readLoad } from "../replica/neo4j-origin.js";
import { replicaEngine } from "../replica/replica.js";
import { type Connection, connect } from "../store/neo4j/connect.js";
import { compile } from "./compile.js";
import { keptTexts, openPassages } from "./concordance.js";
import { CliError, EXIT } from "./exit.js";
import type { Io, Say } from "./io.js";
import { requireFolder, shortPath } from "./settings.js";
import { counted } from "./statistics.js";

/** Why a snapshot is built anew, to somebody who need do nothing about it. */
const REASONS: Readonly<Record<SnapshotFileError["reason"], string>> = {
  foreign: "is something else",
  version: "has the format of another version",
  truncated: "is cut short",
  damaged: "is damaged",
  ontology: "has another ontology",
};

/** The engine that the configuration names, ready to be asked. */
export async function openEngine(config: Config, ontology: Ontology, io: Pick<Io, "cwd">, say: Say): Promise<Engine> {
  if (config.engine === "memory") {
    const graph = await openGraph(config, ontology, io, say);
    return memoryEngine(graph, ontology, await openPassages(config, graph.concordance, say));
  }
  const connection = await openStore(config);
  try {
    return await neo4jEngine(connection, ontology);
  } catch (error) {
    await connection.driver.close();
    throw error;
  }
}

/**
 * The engine of a server. As `openEngine`, but on Neo4j it answers from a copy in memory that follows the database, if the configuration
 * says so, or says nothing and the copy fits.
 */
export async function openServing(config: Config, ontology: Ontology, io: Pick<Io, "cwd">, say: Say): Promise<Engine> {
  if (config.engine === "memory" || config.neo4j === null) return openEngine(config, ontology, io, say);
  const { mode, memory } = config.replica;
  const connection = await openStore(config);
  try {
    const load = await readLoad(connection, ontology);
    const needed = megabytesOf(load);
    if (mode === "direct" || (mode === null && needed > memory)) {
      const why = mode === null ? `, for a copy would take about ${needed} MB and REPLICA_MEMORY_MB is ${memory}` : "";
      say(`answering from Neo4j itself${why}`);
      return await neo4jEngine(connection, ontology);
    }
    const size = `${counted(load.nodes, "node")}, ${counted(load.links, "link")}, about ${needed} of ${memory} MB`;
    say(`copying the graph from Neo4j: ${size}`);
    const copying = copyInWorker(memory);
    const origin = neo4jOrigin(connection, { config: config.neo4j, ontology, copying, limit: memory });
    return await replicaEngine(origin, { interval: LOOK_EVERY_MS, say });
  } catch (error) {
    await connection.driver.close();
    throw error;
  }
}

/** Milliseconds between two looks at the database for a new load. */
const LOOK_EVERY_MS = 2_000;

/** A connection to the configured database. */
export async function openStore(config: Config): Promise<Connection> {
  if (config.neo4j === null) throw new CliError(EXIT.usage, "NEO4J_URI and NEO4J_PASSWORD are not set");
  return connect(config.neo4j);
}

/**
 * The graph of the dossiers: from the snapshot file where that was made from them as they are now, else compiled anew and kept there
 * for the next time. A concordance that somebody had made stays: it is of the texts, which need not be at hand.
 */
export async function openGraph(config: Config, ontology: Ontology, io: Pick<Io, "cwd">, say: Say): Promise<Graph> {
  await requireFolder(config.seeds, "SEEDS");
  const file = shortPath(config.snapshotFile, io.cwd);
  const dossiers = await hashDossiers(config.seeds);
  const kept = await readKept(config.snapshotFile, ontology, dossiers);
  if (typeof kept !== "string") return kept;
  say(`building the graph: ${kept}`);
  const compiled = await compile(config, ontology, io);
  const concordance = await keptConcordance(config.snapshotFile, say);
  const built = buildGraph(compiled.records, ontology);
  const graph = concordance === null ? built : withConcordance(built, keptTexts(concordance, compiled, say));
  try {
    await keepGraph(config.snapshotFile, graph, compiled.hash);
  } catch (error) {
    // Nothing is lost but the time to build it again.
    say(`the snapshot cannot be kept in ${file}: ${messageOf(error)}`);
  }
  return graph;
}

/** Writes a graph to its snapshot file, whose folder is made where there is none. `dossiers` is the hash of what it was compiled from. */
export async function keepGraph(path: string, graph: Graph, dossiers: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeSnapshot(path, graph, { dossiers });
}

/**
 * The graph in the snapshot file, or why it does not serve.
 * @throws CliError where the file is something else altogether: it is somebody's, and must not be replaced
 */
async function readKept(path: string, ontology: Ontology, dossiers: string): Promise<Graph | string> {
  try {
    const { graph, meta } = await readSnapshot(path, ontology);
    return meta.dossiers === dossiers ? graph : "the dossiers have changed since the snapshot was made";
  } catch (error) {
    if (isForeign(error)) throw foreign(error, path);
    if (error instanceof SnapshotFileError) return `the snapshot in ${path} ${REASONS[error.reason]}`;
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return missing ? "there is no snapshot yet" : messageOf(error);
  }
}

/** The concordance in the snapshot file, null where there is none. That it cannot be read is said, for there may have been one. */
async function keptConcordance(path: string, say: Say): Promise<Concordance | null> {
  try {
    return await readConcordance(path);
  } catch (error) {
    if (error instanceof SnapshotFileError) {
      say("if the snapshot had a concordance, `plenary build --texts FOLDER` makes it again");
    }
    return null;
  }
}

/** @throws CliError where there is a file that is no snapshot */
export async function requireReplaceable(path: string, ontology: Ontology): Promise<void> {
  await readSnapshot(path, ontology).catch((error: unknown) => {
    if (isForeign(error)) throw foreign(error, path);
  });
}

function isForeign(error: unknown): error is SnapshotFileError {
  return error instanceof SnapshotFileError && error.reason === "foreign";
}

function foreign(cause: SnapshotFileError, path: string): CliError {
  const message = `${path} is not a snapshot of Plenary and is left as it is: move it away, or let SNAPSHOT_FILE name another file`;
  return new CliError(EXIT.usage, message, { cause });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
