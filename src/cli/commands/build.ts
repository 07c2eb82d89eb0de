import { stat } from "node:fs/promises";

import type { Config } from "../../config/config.js";
import { type Graph, buildGraph } from "../../graph/graph.js";
import type { SnapshotMeta } from "../../graph/file.js";
import { assemble } from "../assemble.js";
import { openOntology } from "../compile.js";
import { CliError, EXIT, type ExitCode } from "../exit.js";
import type { Io } from "../io.js";
import { holdsDatasets, keepGraph, requireReplaceable } from "../open.js";
import { shortPath } from "../settings.js";
import { counted } from "../statistics.js";

/** Compiles the dossiers, and the datasets where they are configured, to a snapshot file, whether there is one already or not. */
export async function build(config: Config, io: Io): Promise<ExitCode> {
  const started = performance.now();
  const ontology = await openOntology(config, io.cwd);
  await requireReplaceable(config.snapshotFile, ontology);
  const { records, meta } = await assemble(config, ontology, io);
  if (meta.datasets === undefined && (await holdsDatasets(config.snapshotFile, ontology))) {
    const file = shortPath(config.snapshotFile, io.cwd);
    io.stderr.write(
      `plenary: ${file} held imported datasets; the dossiers alone take their place, because DATASETS is not set\n`,
    );
  }
  await keep(buildGraph(records, ontology), meta, config, io, started);
  return EXIT.ok;
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
  const { snapshot, nodes, edges } = graph;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  io.stdout.write(
    `${file}: snapshot ${snapshot}, ${counted(nodes.count, "node")}, ${counted(edges.count, "link")}, ${counted(size, "byte")}, ${seconds} s\n`,
  );
}
