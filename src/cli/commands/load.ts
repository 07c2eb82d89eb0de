import type { Config } from "../../config/config.js";
import { type Connection, closeConnection } from "../../store/neo4j/connect.js";
import { type LoadSummary, loadGraph } from "../../store/neo4j/load.js";
import { describeHolder } from "../../store/neo4j/lock.js";
import { previewLoad } from "../../store/neo4j/preview.js";
import type { Changes, Difference } from "../../store/neo4j/tally.js";
import { openOntology } from "../compile.js";
import { EXIT, type ExitCode } from "../exit.js";
import type { Io } from "../io.js";
import { openGraph, openStore } from "../open.js";
import { progressBar } from "../progress.js";
import { counted, grouped } from "../statistics.js";

export interface LoadFlags {
  /** Print what would change, and change nothing. */
  readonly dryRun: boolean;
  /** Compare every stored value. */
  readonly verify: boolean;
}

/** A question for Neo4j Browser to begin with. */
const EXAMPLE = "MATCH (a:Actor)-[b:BLOCKED|VETOED]->(what) RETURN a.name, type(b), b.form, b.modality, what.name";

/** Makes the graph of the dossiers the graph of the Neo4j database, or prints what that would change. */
export async function load(config: Config, flags: LoadFlags, io: Io): Promise<ExitCode> {
  const ontology = await openOntology(config, io.cwd);
  const say = (message: string): void => void io.stderr.write(`plenary: ${message}\n`);
  const graph = await openGraph(config, ontology, io, say);
  const connection = await openStore(config);
  const bar = progressBar(flags.dryRun ? "comparing" : "loading", io.stderr);
  const options = { onProgress: bar.update, verify: flags.verify };
  try {
    if (flags.dryRun) {
      const list = differenceList((line) => io.stdout.write(`${line}\n`));
      const summary = await previewLoad(connection, graph, list.add, options);
      bar.stop();
      list.end();
      io.stdout.write(`${told(summary, "compared; nothing was changed")}\n`);
      return EXIT.ok;
    }
    const summary = await loadGraph(connection, graph, {
      ...options,
      onWait: (holder) => {
        const seconds = Math.ceil(holder.left / 1_000);
        say(`waiting for ${describeHolder(holder)}, to end, or to be silent for ${seconds} s`);
      },
    });
    bar.stop();
    io.stdout.write(`${told(summary, "loaded")}\n\n${whereabouts(config, connection)}\n  ${EXAMPLE}\n`);
    return EXIT.ok;
  } finally {
    bar.stop();
    await closeConnection(connection);
  }
}

function told({ snapshot, nodes, links, milliseconds }: LoadSummary, what: string): string {
  const seconds = (milliseconds / 1000).toFixed(1);
  return [
    `snapshot ${snapshot}`,
    `  ${counted(total(nodes), "node")}: ${changes(nodes)}`,
    `  ${counted(total(links), "link")}: ${changes(links)}`,
    `${what} in ${seconds} s`,
  ].join("\n");
}

/** How many the graph has, as opposed to what was stored before. */
function total({ added, changed, unchanged }: Changes): number {
  return added + changed + unchanged;
}

function changes({ added, changed, removed, unchanged }: Changes): string {
  return `${grouped(added)} added, ${grouped(changed)} changed, ${grouped(removed)} removed, ${grouped(unchanged)} unchanged`;
}

function whereabouts({ neo4j }: Config, { database }: Connection): string {
  const where = database === undefined ? "the default database" : `database ${database}`;
  return `In Neo4j Browser, connect to ${neo4j?.uri ?? ""} (${where}) as ${neo4j?.user ?? ""}, and ask such as`;
}

const SIGNS = { add: "+", change: "~", remove: "-" } as const;

/** Lines shown of one kind of difference. */
const SHOWN = 20;

/** Prints differences as they come: the first of each kind, and at the end how many more there were. */
function differenceList(print: (line: string) => void): { add: (difference: Difference) => void; end: () => void } {
  const counts = new Map<string, number>();
  return {
    add: ({ change, kind, id }) => {
      const name = `${SIGNS[change]} ${kind}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      if (count <= SHOWN) print(`${name} ${id}`);
    },
    end: () => {
      for (const [name, count] of counts) if (count > SHOWN) print(`${name} … and ${grouped(count - SHOWN)} more`);
    },
  };
}
