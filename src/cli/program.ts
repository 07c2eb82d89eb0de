import { resolve } from "node:path";
import { Command } from "commander";

import { build } from "./commands/build.js";
import { check } from "./commands/check.js";
import { type ExportOptions, exportCommand } from "./commands/export.js";
import { importCommand } from "./commands/import.js";
import { load } from "./commands/load.js";
import { query } from "./commands/query.js";
import { serve } from "./commands/serve.js";
import { stats } from "./commands/stats.js";
import { EXIT, type ExitCode, report } from "./exit.js";
import { describeFormats } from "./export/format.js";
import { IMPORTERS } from "../import/importers.js";
import { plenaryVersion } from "../version.js";
import type { Io } from "./io.js";
import { settings } from "./settings.js";

/**
 * Runs one command line (without the program's name) to its end.
 * @returns the exit code: 0 ok, 1 problems in the input or errors in the answer, 2 wrong usage or configuration, 3 a service unreachable
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const program = createProgram(io, async (command) => {
    exitCode = await command();
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    return report(error, io);
  }
}

type Execute = (command: () => Promise<ExitCode>) => Promise<void>;

function createProgram(io: Io, execute: Execute): Command {
  const program = new Command("plenary")
    .description("A knowledge graph of the United Nations record, served over GraphQL.")
    .version(plenaryVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => {
        write(
          `plenary: ${text
            .replace(/^error: /, "")
            .trim()
            .replace(/\s*\n\s*/g, " ")}\n`,
        );
      },
    })
    .addHelpText("after", `\n${SETTINGS}\n\n${CODES}\n\nRun plenary COMMAND --help for examples.`);

  program
    .command("serve")
    .description("serve the graph over HTTP until stopped")
    .option("--host <host>", "address to listen on (HOST)")
    .option("--port <port>", "port to listen on, 0 for any free one (PORT)")
    .option("--engine <engine>", "memory or neo4j (ENGINE)")
    .option("--seeds <folder>", "folder of dossiers (SEEDS)")
    .option("--texts <folder>", "folder of the texts, to show the passages that a search finds (TEXTS)")
    .addHelpText(
      "after",
      examples(
        "plenary serve",
        "plenary serve --port 0 --seeds my-dossiers",
        "node --env-file=.env dist/main.js serve",
      ),
    )
    .action((options: { host?: string; port?: string; engine?: string; seeds?: string; texts?: string }) =>
      execute(() => {
        const { host, port, engine, seeds, texts } = options;
        return serve(settings(io, { HOST: host, PORT: port, ENGINE: engine, SEEDS: seeds, TEXTS: texts }), io);
      }),
    );

  program
    .command("check")
    .description("check the dossiers, and their quotations where the texts are at hand")
    .option("--seeds <folder>", "folder of dossiers (SEEDS)")
    .option("--texts <folder>", "folder of the texts that sources name by their key file (TEXTS)")
    .addHelpText(
      "after",
      examples("plenary check", "plenary check --seeds my-dossiers", "plenary check --texts articles"),
    )
    .action(({ seeds, texts }: { seeds?: string; texts?: string }) =>
      execute(() => check(settings(io, { SEEDS: seeds, TEXTS: texts }), io)),
    );

  program
    .command("build")
    .description("compile the dossiers, and the datasets where DATASETS is set, to a snapshot file")
    .option("--seeds <folder>", "folder of dossiers (SEEDS)")
    .option("--out <file>", "the snapshot file (SNAPSHOT_FILE)")
    .option("--texts <folder>", "folder of the texts, to index which words stand in which paragraph (TEXTS)")
    .addHelpText(
      "after",
      examples("plenary build", "plenary build --seeds my-dossiers --out my.plenary", "plenary build --texts articles"),
    )
    .action(({ seeds, out, texts }: { seeds?: string; out?: string; texts?: string }) =>
      execute(() => build(settings(io, { SEEDS: seeds, SNAPSHOT_FILE: out, TEXTS: texts }), io)),
    );

  program
    .command("import")
    .description("build the snapshot of the dossiers and of the datasets that a manifest declares")
    .argument("[manifest]", "the manifest of the datasets (DATASETS)")
    .option("--data <folder>", "folder of the files that the manifest names (DATA)")
    .option("--seeds <folder>", "folder of dossiers (SEEDS)")
    .option("--out <file>", "the snapshot file (SNAPSHOT_FILE)")
    .option("--dry-run", "read everything, say what would change in the snapshot, and write nothing")
    .option("--report <file>", "write every skipped record and every note to a file, one JSON object a line")
    .addHelpText(
      "after",
      `${importers()}\n${examples(
        "plenary import datasets/un-record.yaml --data ../shared/data",
        "plenary import my-datasets.yaml --dry-run --report skipped.jsonl",
        "DATASETS=datasets/un-record.yaml DATA=../shared/data plenary serve",
      )}`,
    )
    .action((manifest: string | undefined, options: ImportOptions) =>
      execute(() => {
        const { data, seeds, out, dryRun, report: file } = options;
        const config = settings(io, { DATASETS: manifest, DATA: data, SEEDS: seeds, SNAPSHOT_FILE: out });
        return importCommand(
          config,
          { dryRun: dryRun === true, report: file === undefined ? null : resolve(io.cwd, file) },
          io,
        );
      }),
    );

  program
    .command("load")
    .description(
      "make a Neo4j database hold the graph of the dossiers, and of the datasets where there are any, by what differs",
    )
    .option("--seeds <folder>", "folder of dossiers (SEEDS)")
    .option("--dry-run", "print what would change, and change nothing")
    .option("--verify", "compare every stored value, to find what was changed by hand")
    .addHelpText(
      "after",
      examples(
        "NEO4J_URI=neo4j://127.0.0.1:7687 NEO4J_PASSWORD=… plenary load",
        "node --env-file=.env dist/main.js load --dry-run",
      ),
    )
    .action(({ seeds, dryRun, verify }: { seeds?: string; dryRun?: true; verify?: true }) =>
      execute(() => {
        const flags = { dryRun: dryRun === true, verify: verify === true };
        return load(settings(io, { SEEDS: seeds }, "plenary load"), flags, io);
      }),
    );

  program
    .command("query")
    .description("answer a GraphQL document without a server")
    .argument("<file>", "the document, or - for standard input")
    .option("--variables <json>", "values of its variables")
    .option("--operation <name>", "which operation, where the document has several")
    .option("--engine <engine>", "memory or neo4j (ENGINE)")
    .option("--seeds <folder>", "folder of dossiers (SEEDS)")
    .option("--texts <folder>", "folder of the texts, to show the passages that a search finds (TEXTS)")
    .addHelpText(
      "after",
      examples(
        "plenary query question.graphql",
        `plenary query question.graphql --variables '{"iso3":"USA"}'`,
        "echo '{ snapshot { id nodes links } }' | plenary query -",
      ),
    )
    .action(
      (file: string, options: Record<"variables" | "operation" | "engine" | "seeds" | "texts", string | undefined>) =>
        execute(() => {
          const { variables, operation, engine, seeds, texts } = options;
          const config = settings(io, { ENGINE: engine, SEEDS: seeds, TEXTS: texts });
          return query(config, { file, variables, operation }, io);
        }),
    );

  program
    .command("export")
    .description("write the graph, a view of it or the result of a query to a file, with its evidence")
    .option("--format <format>", "which format; by default the one that the file's name ends on")
    .option("--out <file>", "the file; by default standard output")
    .option("--valid <date>", "only what held at a date")
    .option("--known <date>", "only what was published by a date")
    .option("--source <id...>", "only what some sources say")
    .option("--query <file>", "only what the answer to a GraphQL document shows, - for standard input")
    .option("--variables <json>", "values of the query's variables")
    .option("--operation <name>", "which operation, where the query's document has several")
    .option("--engine <engine>", "memory or neo4j (ENGINE)")
    .option("--seeds <folder>", "folder of dossiers (SEEDS)")
    .addHelpText(
      "after",
      `${describeFormats()}\n${examples(
        "plenary export --out graph.gexf",
        "plenary export --format csv-edges --known 2015 > edges.csv",
        "echo '{ blockings { nodes { id } } }' | plenary export --query - --out blockings.md",
      )}`,
    )
    .action((options: ExportOptions & { readonly engine?: string; readonly seeds?: string }) =>
      execute(() => exportCommand(settings(io, { ENGINE: options.engine, SEEDS: options.seeds }), options, io)),
    );

  program
    .command("stats")
    .description("count nodes and links by type, sources and evidence")
    .option("--json", "print JSON")
    .option("--engine <engine>", "memory or neo4j (ENGINE)")
    .option("--seeds <folder>", "folder of dossiers (SEEDS)")
    .addHelpText("after", examples("plenary stats", "plenary stats --json"))
    .action(({ json, engine, seeds }: { json?: true; engine?: string; seeds?: string }) =>
      execute(() => stats(settings(io, { ENGINE: engine, SEEDS: seeds }), json === true, io)),
    );

  return program;
}

interface ImportOptions {
  readonly data?: string;
  readonly seeds?: string;
  readonly out?: string;
  readonly dryRun?: true;
  readonly report?: string;
}

/** Every importer, what its files are, and where its format comes from. */
function importers(): string {
  const described = IMPORTERS.map(({ name, title, help, inputs }) => {
    const files = inputs.map((input) => `${input.name}${input.optional === true ? " (optional)" : ""}`).join(", ");
    return [`  ${name}: ${title}; files: ${files}`, ...help.map((line) => `    ${line}`)].join("\n");
  });
  return `\nImporters that a manifest can name, with the files they take, gzip or not:\n${described.join("\n")}`;
}

const SETTINGS = "Settings come from environment variables, each explained in .env.example; options override them.";
const CODES =
  "Exit codes: 0 ok, 1 problems in the input or errors in the answer, 2 wrong usage or configuration, 3 a service cannot be reached.";

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}
