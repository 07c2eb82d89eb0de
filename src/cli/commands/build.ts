import { stat } from "node:fs/promises";

import type { Config } from "../../config/config.js";
import { buildGraph } from "../../graph/graph.js";
import { compile, openOntology } from "../compile.js";
import { CliError, EXIT, type ExitCode } from "../exit.js";
import type { Io } from "../io.js";
import { keepGraph, requireReplaceable } from "../open.js";
import { shortPath } from "../settings.js";
import { counted, statistics } from "../statistics.js";

/** Compiles the dossiers to a snapshot file, whether there is one already or not. */
export async function build(config: Config, io: Io): Promise<ExitCode> {
  const started = performance.now();
  const ontology = await openOntology(config, io.cwd);
  await requireReplaceable(config.snapshotFile, ontology);
  const { records, hash } = await compile(config, ontology, io);
  const file = shortPath(config.snapshotFile, io.cwd);
  await keepGraph(config.snapshotFile, buildGraph(records, ontology), hash).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(EXIT.usage, `the snapshot cannot be written to ${file}: ${reason}`, { cause });
  });
  const { size } = await stat(config.snapshotFile);
  const { snapshot, nodes, links } = statistics(records, ontology);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  io.stdout.write(
    `${file}: snapshot ${snapshot}, ${counted(nodes, "node")}, ${counted(links, "link")}, ${counted(size, "byte")}, ${seconds} s\n`,
  );
  return EXIT.ok;
}
