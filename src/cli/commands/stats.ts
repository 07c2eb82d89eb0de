import type { Config } from "../../config/config.js";
import { graphRecords } from "../../graph/graph.js";
import type { GraphRecords } from "../../graph/record.js";
import type { Ontology } from "../../ontology/model.js";
import { closeConnection } from "../../store/neo4j/connect.js";
import { readGraph } from "../../store/neo4j/read.js";
import { openOntology } from "../compile.js";
import { concordanceSize, describeConcordance } from "../concordance.js";
import { EXIT, type ExitCode } from "../exit.js";
import type { Io, Out } from "../io.js";
import { openGraph, openStore } from "../open.js";
import { type Statistics, counted, grouped, statistics } from "../statistics.js";

/** Prints how much there is of what in the graph. */
export async function stats(config: Config, json: boolean, io: Io): Promise<ExitCode> {
  const ontology = await openOntology(config, io.cwd);
  const { records, concordance } = await readStored(config, ontology, io);
  const found = { ...statistics(records, ontology), concordance };
  io.stdout.write(json ? `${JSON.stringify(found)}\n` : table(found));
  return EXIT.ok;
}

/** What is counted; `concordance` is null where there is none. */
type Found = Statistics & { readonly concordance: ReturnType<typeof concordanceSize> };

async function readStored(
  config: Config,
  ontology: Ontology,
  io: { cwd: string; stderr: Out },
): Promise<{ readonly records: GraphRecords; readonly concordance: Found["concordance"] }> {
  if (config.engine === "memory") {
    const say = (message: string): unknown => io.stderr.write(`plenary: ${message}\n`);
    const graph = await openGraph(config, ontology, io, say);
    return { records: graphRecords(graph), concordance: concordanceSize(graph) };
  }
  const connection = await openStore(config);
  try {
    return { records: await readGraph(connection, ontology), concordance: null };
  } finally {
    await closeConnection(connection);
  }
}

/** Counts above zero, largest first, numbers aligned. */
function table(found: Found): string {
  const sections = [
    `snapshot ${found.snapshot}`,
    section("node", found.nodes, found.types),
    section("link", found.links, found.relationships),
    `${counted(found.evidence, "evidence")} from ${counted(found.sources, "source")}`,
    describeConcordance(found.concordance),
  ];
  return `${sections.join("\n\n")}\n`;
}

function section(thing: string, total: number, counts: Statistics["types"]): string {
  const present = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const width = grouped(total).length;
  return [
    counted(total, thing),
    ...present.map(({ type, count }) => `  ${grouped(count).padStart(width)} ${type}`),
  ].join("\n");
}
