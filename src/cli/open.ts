import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

import type { Config } from "../config/config.js";
import { hashDossiers } from "../dossier/hash.js";
import type { Engine } from "../engine/engine.js";
import { memoryEngine } from "../engine/memory/engine.js";
import { neo4jEngine } from "../engine/neo4j/engine.js";
import type { Concordance } from "../graph/concordance.js";
import { withConcordance } from "../graph/encode-concordance.js";
import { type SnapshotMeta, SnapshotFileError, readConcordance, readSnapshot, writeSnapshot } from "../graph/file.js";
import { type Graph, buildGraph, graphRecords } from "../graph/graph.js";
import type { GraphRecords } from "../graph/record.js";
import type { Ontology } from "../ontology/model.js";
import { copyInWorker } from "../replica/copying.js";
import { megabytesOf } from "../replica/memory.js";
import { neo4jOrigin, readLoad } from "../replica/neo4j-origin.js";
import { replicaEngine } from "../replica/replica.js";
import { type Connection, closeConnection, connect } from "../store/neo4j/connect.js";
import { assemble } from "./assemble.js";
import { keptTexts, openPassages } from "./concordance.js";
import { hashDatasets, openDatasets } from "./datasets.js";
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
export async function openEngine(config: Config, ontology: Ontology, io: Terminal, say: Say): Promise<Engine> {
  if (config.engine === "memory") {
    const graph = await openGraph(config, ontology, io, say);
    requirePinned(config, graph, io);
    return memoryEngine(graph, ontology, await openPassages(config, graph.concordance, say));
  }
  const connection = await openStore(config);
  try {
    return await neo4jEngine(connection, ontology, config.snapshot);
  } catch (error) {
    await closeConnection(connection);
    throw error;
  }
}

/** @throws CliError where the configuration pins another snapshot than the dossiers give */
function requirePinned({ snapshot, seeds }: Config, graph: Graph, io: Pick<Io, "cwd">): void {
  if (snapshot === null || snapshot === graph.snapshot) return;
  throw new CliError(
    EXIT.unavailable,
    `the dossiers in ${shortPath(seeds, io.cwd)} give snapshot ${graph.snapshot}, and SNAPSHOT pins ${snapshot}. ` +
      "Let SEEDS name the dossiers of that snapshot, or set SNAPSHOT to nothing to serve whatever is there",
  );
}

/**
 * The engine of a server. As `openEngine`, but on Neo4j it answers from a copy in memory that follows the database, if the configuration
 * says so, or says nothing and the copy fits.
 */
export async function openServing(config: Config, ontology: Ontology, io: Terminal, say: Say): Promise<Engine> {
  if (config.engine === "memory" || config.neo4j === null) return openEngine(config, ontology, io, say);
  const { mode, memory } = config.replica;
  const { snapshot: pinned } = config;
  const connection = await openStore(config);
  try {
    const load = await readLoad(connection, ontology, pinned);
    const needed = megabytesOf(load);
    if (mode === "direct" || (mode === null && needed > memory)) {
      const why = mode === null ? `, for a copy would take about ${needed} MB and REPLICA_MEMORY_MB is ${memory}` : "";
      say(`answering from Neo4j itself${why}`);
      return await neo4jEngine(connection, ontology, pinned);
    }
    const size = `${counted(load.nodes, "node")}, ${counted(load.links, "link")}, about ${needed} of ${memory} MB`;
    say(`copying the graph from Neo4j: ${size}`);
    const copying = copyInWorker(memory);
    const origin = neo4jOrigin(connection, { config: config.neo4j, ontology, pinned, copying, limit: memory });
    return await replicaEngine(origin, { interval: LOOK_EVERY_MS, say });
  } catch (error) {
    await closeConnection(connection);
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

/** Where a command works, and where it may show a progress bar. */
type Terminal = Pick<Io, "cwd" | "stderr">;

/**
 * The graph of the dossiers and datasets: from the snapshot file where that was made from them as they are now, else made anew and kept
 * there for the next time. A snapshot that holds datasets which are not configured is taken as it is while its dossiers are those
 * configured: who imported them has not said where they are. A concordance that somebody had made stays: it is of the texts, which need not
 * be at hand.
 *
 * @throws CliError where such a snapshot is out of date: to replace it by the dossiers alone would lose what was imported
 */
export async function openGraph(config: Config, ontology: Ontology, io: Terminal, say: Say): Promise<Graph> {
  await requireFolder(config.seeds, "SEEDS");
  const file = shortPath(config.snapshotFile, io.cwd);
  const wanted = await wantedMeta(config, ontology, io);
  const kept = await readKept(config.snapshotFile, ontology);
  const changed = typeof kept === "string" ? kept : whatChanged(kept.meta, wanted, config);
  if (typeof kept !== "string") {
    if (changed === null) return kept.graph;
    if (config.datasets === null && kept.meta.datasets !== undefined) throw outdated(file);
  }
  say(`building the graph: ${changed ?? ""}`);
  const assembled = await assemble(config, ontology, io);
  const concordance = await keptConcordance(config.snapshotFile, say);
  const built = buildGraph(assembled.records, ontology);
  const graph = concordance === null ? built : withConcordance(built, keptTexts(concordance, assembled, say));
  try {
    await keepGraph(config.snapshotFile, graph, assembled.meta);
  } catch (error) {
    // Nothing is lost but the time to build it again.
    say(`the snapshot cannot be kept in ${file}: ${messageOf(error)}`);
  }
  return graph;
}

/** Why a snapshot is out of date; null where it is not. */
function whatChanged(kept: SnapshotMeta, wanted: SnapshotMeta, { datasets }: Config): string | null {
  if (kept.dossiers !== wanted.dossiers) return "the dossiers have changed since the snapshot was made";
  if (datasets === null || kept.datasets === wanted.datasets) return null;
  return "the datasets have changed since the snapshot was made";
}

/** What a snapshot would be made from now. */
async function wantedMeta(config: Config, ontology: Ontology, io: Terminal): Promise<SnapshotMeta> {
  const dossiers = await hashDossiers(config.seeds);
  if (config.datasets === null) return { dossiers };
  const datasets = await openDatasets(config.datasets, ontology, io);
  return { dossiers, datasets: await hashDatasets(config.datasets, datasets) };
}

/** Writes a graph to its snapshot file, whose folder is made where there is none. */
export async function keepGraph(path: string, graph: Graph, meta: SnapshotMeta): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeSnapshot(path, graph, meta);
}

/** Whether the snapshot file holds datasets beside the dossiers. */
export async function holdsDatasets(path: string, ontology: Ontology): Promise<boolean> {
  const kept = await readSnapshot(path, ontology).catch(() => null);
  return kept?.meta.datasets !== undefined;
}

/** The records of the snapshot file; null where there is none that can be read. */
export async function readRecords(path: string, ontology: Ontology): Promise<GraphRecords | null> {
  const kept = await readSnapshot(path, ontology).catch(() => null);
  return kept === null ? null : graphRecords(kept.graph);
}

/** What to do about a snapshot with datasets that are not configured. */
export function outdated(file: string): CliError {
  const message = `${file} holds imported datasets, and DATASETS does not say which: run plenary import again, set DATASETS and DATA as then, or let SNAPSHOT_FILE name another file for the dossiers alone`;
  return new CliError(EXIT.usage, message);
}

/**
 * What is in the snapshot file, or why it does not serve.
 * @throws CliError where the file is something else altogether: it is somebody's, and must not be replaced
 */
async function readKept(
  path: string,
  ontology: Ontology,
): Promise<{ readonly graph: Graph; readonly meta: SnapshotMeta } | string> {
  try {
    return await readSnapshot(path, ontology);
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
