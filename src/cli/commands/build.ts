import { stat } from "node:fs/promises";

import type { Config } from "../../config/config.js";
import type { Compiled } from "../../dossier/compile.js";
import { withConcordance } from "../../graph/encode-concordance.js";
import { readConcordance } from "../../graph/file.js";
import { type Graph, buildGraph } from "../../graph/graph.js";
import type { Ontology } from "../../ontology/model.js";
import { compile, openOntology } from "../compile.js";
import { concordanceSize, describeConcordance, indexTexts } from "../concordance.js";
import { CliError, EXIT, type ExitCode } from "../exit.js";
import type { Io } from "../io.js";
import { keepGraph, requireReplaceable } from "../open.js";
import { requireFolder, shortPath } from "../settings.js";
import { counted, statistics } from "../statistics.js";

/** Compiles the dossiers to a snapshot file, whether there is one already or not; with a concordance where the texts are given. */
export async function build(config: Config, io: Io): Promise<ExitCode> {
  const started = performance.now();
  const ontology = await openOntology(config, io.cwd);
  await requireReplaceable(config.snapshotFile, ontology);
  if (config.texts !== null) await requireFolder(config.texts, "TEXTS");
  const compiled = await compile(config, ontology, io);
  const graph = await graphOf(compiled, config, ontology, io);
  const file = shortPath(config.snapshotFile, io.cwd);
  await keepGraph(config.snapshotFile, graph, compiled.hash).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(EXIT.usage, `the snapshot cannot be written to ${file}: ${reason}`, { cause });
  });
  const { size } = await stat(config.snapshotFile);
  const { snapshot, nodes, links } = statistics(compiled.records, ontology);
  const concordance = concordanceSize(graph);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const parts = [
    `snapshot ${snapshot}`,
    counted(nodes, "node"),
    counted(links, "link"),
    ...(concordance === null ? [] : [describeConcordance(concordance)]),
    counted(size, "byte"),
    `${seconds} s`,
  ];
  io.stdout.write(`${file}: ${parts.join(", ")}\n`);
  return EXIT.ok;
}

/** The graph of some dossiers, with a concordance where the texts are given. That one is there no more is said. */
async function graphOf(compiled: Compiled, config: Config, ontology: Ontology, io: Io): Promise<Graph> {
  const graph = buildGraph(compiled.records, ontology);
  if (config.texts !== null) return withConcordance(graph, await indexTexts(compiled, config.texts, config, io));
  const before = await readConcordance(config.snapshotFile).catch(() => null);
  if (before !== null)
    io.stderr.write("plenary: built without the concordance that was there; --texts FOLDER makes one\n");
  return graph;
}
