import type { Config } from "../../config/config.js";
import { sortRecords } from "../../graph/sort-records.js";
import { loadGraph } from "../../store/neo4j/load.js";
import { assemble } from "../assemble.js";
import { openOntology } from "../compile.js";
import { EXIT, type ExitCode } from "../exit.js";
import type { Io } from "../io.js";
import { holdsDatasets, openStore, outdated } from "../open.js";
import { progressBar } from "../progress.js";
import { shortPath } from "../settings.js";
import { counted } from "../statistics.js";

/** Compiles the dossiers, and the datasets where they are configured, and makes them the graph of the Neo4j database. */
export async function load(config: Config, io: Io): Promise<ExitCode> {
  const ontology = await openOntology(config, io.cwd);
  if (config.datasets === null && (await holdsDatasets(config.snapshotFile, ontology))) {
    throw outdated(shortPath(config.snapshotFile, io.cwd));
  }
  const { records } = await assemble(config, ontology, io);
  const connection = await openStore(config);
  const bar = progressBar("loading", io.stderr);
  try {
    const summary = await loadGraph(connection, sortRecords(records), ontology, { onProgress: bar.update });
    bar.stop();
    const seconds = (summary.milliseconds / 1000).toFixed(1);
    io.stdout.write(
      `snapshot ${summary.snapshot}, ${counted(summary.nodes, "node")}, ${counted(summary.links, "link")} loaded in ${seconds} s\n`,
    );
    return EXIT.ok;
  } finally {
    bar.stop();
    await connection.driver.close();
  }
}
