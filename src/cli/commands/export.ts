import { resolve } from "node:path";
import { performance } from "node:perf_hooks";

import type { Config } from "../../config/config.js";
import type { Session } from "../../engine/engine.js";
import { type Selection, contentOf } from "../../export/content.js";
import { openOntology } from "../compile.js";
import { readDocument, readVariables } from "../document.js";
import { CliError, EXIT, type ExitCode } from "../exit.js";
import { type Counting, counting } from "../export/counting.js";
import { formatFor } from "../export/format.js";
import { writeOut, writeWhole } from "../export/output.js";
import { type ExportQuestion, selectShown, selectView, viewOf } from "../export/selection.js";
import type { Io } from "../io.js";
import { openEngine } from "../open.js";
import { progressBar } from "../progress.js";
import { counted } from "../statistics.js";

/** As they are typed. */
export interface ExportOptions {
  readonly format?: string | undefined;
  readonly out?: string | undefined;
  readonly valid?: string | undefined;
  readonly known?: string | undefined;
  readonly source?: readonly string[] | undefined;
  readonly query?: string | undefined;
  readonly variables?: string | undefined;
  readonly operation?: string | undefined;
}

/** Writes the graph, a view of it or what the answer to a query shows to a file or to standard output, and says how much it was. */
export async function exportCommand(config: Config, options: ExportOptions, io: Io): Promise<ExitCode> {
  const started = performance.now();
  const format = formatFor(options.format, options.out);
  const view = viewOf(options);
  const question = await readQuestion(options, io);
  if (question !== null && view !== null) {
    const message =
      "--query has its view in the query: ask view(valid:, known:, sources:) { … } there, without --valid, --known and --source";
    throw new CliError(EXIT.usage, message);
  }
  const ontology = await openOntology(config, io.cwd);
  const engine = await openEngine(config, ontology, io, (message) => io.stderr.write(`plenary: ${message}\n`));
  const bar = progressBar("exporting", io.stderr);
  try {
    const { requestTimeout, maxEdges } = config.server;
    const session = await engine.session({ deadline: Date.now() + requestTimeout, edges: maxEdges });
    try {
      const selection = await (question === null
        ? selectView(session, view)
        : selectShown(session, question, ontology));
      const total = await sizeOf(selection, session);
      const count = counting(contentOf(session, ontology, selection), (done) => {
        bar.update({ done, total });
      });
      const chunks = format.write(count.content);
      const { out } = options;
      const bytes = await (out === undefined
        ? writeOut(io.stdout, chunks)
        : writeWhole(resolve(io.cwd, out), chunks, io.stopped()));
      bar.stop();
      const told = `${summary(count, bytes, started)}\n`;
      if (out === undefined) io.stderr.write(`plenary: ${told}`);
      else io.stdout.write(`${out}: ${told}`);
      return EXIT.ok;
    } finally {
      await session.close();
    }
  } finally {
    bar.stop();
    await engine.close();
  }
}

async function readQuestion(options: ExportOptions, io: Io): Promise<ExportQuestion | null> {
  const { query, variables, operation } = options;
  if (query !== undefined) {
    return { text: await readDocument(query, io), variables: readVariables(variables), operation };
  }
  const stray = Object.entries({ variables, operation }).find(([, value]) => value !== undefined);
  if (stray !== undefined) throw new CliError(EXIT.usage, `--${stray[0]} is for a --query, and there is none`);
  return null;
}

/** How many records there are to read, at most. */
async function sizeOf({ nodeIds, edgeIds }: Selection, session: Session): Promise<number> {
  if (nodeIds !== null && edgeIds !== null) return nodeIds.length + edgeIds.length;
  const { nodes, links } = await session.info();
  return nodes + links;
}

function summary({ nodes, edges }: Counting, bytes: number, started: number): string {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = [
    ...(nodes() === 0 ? [] : [counted(nodes(), "node")]),
    ...(edges() === 0 ? [] : [counted(edges(), "link")]),
  ];
  const found = counts.length === 0 ? ["nothing found"] : counts;
  return [...found, counted(bytes, "byte"), `${seconds} s`].join(", ");
}
