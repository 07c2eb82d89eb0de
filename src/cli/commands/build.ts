import { stat } from "node:fs/promises";

import type { Config } from "../../config/config.js";
import { withConcordance } from "../../graph/encode-concordance.js";
import { readConcordance } from "../../graph/file.js";
import type { SnapshotMeta } from "../../graph/file.js";
import { type Graph, buildGraph } from "../../graph/graph.js";
import type { Ontology } from "../../ontology/model.js";
import { assemble, type Assembled } from "../assemble.js";
import { openOntology } from "../compile.js";
import { concordanceSize, describeConcordance, indexTexts } from "../concordance.js";
import { CliError, EXIT, type ExitCode } from "../exit.js";
import type { Io } from "../io.js";
import { holdsDatasets, keepGraph, requireReplaceable } from "../open.js";
import { requireFolder, shortPath } from "../settings.js";
import { counted } from "../statistics.js";

/**
 * Compiles the dossiers, and the datasets where they are configured, to a snapshot file, whether there is one already or not; with a
 * concordance where the texts are given.
 */
export async function build(config: Config, io: Io): Promise<ExitCode> {
  const started = performance.now();
  const ontology = await openOntology(config, io.cwd);
  await requireReplaceable(config.snapshotFile, ontology);
  if (config.texts !== null) await requireFolder(config.texts, "TEXTS");
  const assembled = await assemble(config, ontology, io);
  if (assembled.meta.datasets === undefined && (await holdsDatasets(config.snapshotFile, ontology))) {
    const file = shortPath(config.snapshotFile, io.cwd);
    io.stderr.write(
      `plenary: ${file} held imported datasets; the dossiers alone take their place, because DATASETS is not set\n`,
    );
  }
  await keep(await graphOf(assembled, config, ontology, io), assembled.meta, config, io, started);
  return EXIT.ok;
}

/** The graph of what was assembled, with a concordance where the texts are given. That one is there no more is said. */
export async function graphOf(assembled: Assembled, config: Config, ontology: Ontology, io: Io): Promise<Graph> {
  const graph = buildGraph(assembled.records, ontology);
  if (config.texts !== null) return withConcordance(graph, await indexTexts(assembled, config.texts, config, io));
  const before = await readConcordance(config.snapshotFile).catch(() => null);
  if (before !== null) {
    io.stderr.write("plenary: built without the concordance that was there; --texts FOLDER makes one\n");
  }
  return graph;
}

/**
 * Writes the snapshot file and says what is in it.
 *
 * @param started when the work began, as `performance.now()` gave it
 */
export async function keep(graph: Graph, meta: SnapshotMeta, config: Config, io: Io, started: number): Promise<void> {
  const file = shortPath(config.snapshotFile, io.cwd);
  await keepGraph(config.snapshotFile, graph, meta).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(EXIT.usage, `the snapshot cannot be written to ${file}: ${reason}`, { cause });
  });
  const { size } = await stat(config.snapshotFile);
  const concordance = concordanceSize(graph);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const parts = [
    `snapshot ${graph.snapshot}`,
    counted(graph.nodes.count, "node"),
    counted(graph.edges.count, "link"),
    ...(concordance === null ? [] : [describeConcordance(concordance)]),
    counted(size, "byte"),
    `${seconds} s`,
  ];
  io.stdout.write(`${file}: ${parts.join(", ")}\n`);
}
