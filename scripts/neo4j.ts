import { once } from "node:events";
import { Command } from "commander";
import { NEO4J_VERSION } from "./neo4j/release.js";
import { startServer } from "./neo4j/server.js";

const program = new Command("npm run neo4j --")
  .description(
    `Starts Neo4j Community ${NEO4J_VERSION} for development on a free loopback port and prints the variables that point Plenary at it. ` +
      "Needs Java 17 or 21 and Maven. NEO4J_RELEASE=2026.08.1 starts that release, on Java 25. Ctrl-C stops it.",
  )
  .option(
    "--data <directory>",
    "keep the database here between starts (default: a temporary folder, removed at the end)",
  )
  .action(async (options: { data?: string }) => {
    const say = (message: string): void => void process.stderr.write(`${message}\n`);
    const interrupted = new AbortController();
    const interrupt = (): void => {
      interrupted.abort();
    };
    process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
    const server = await startServer({ ...options, report: say, signal: interrupted.signal }).catch(
      (error: unknown) => {
        if (interrupted.signal.aborted) return null;
        throw error;
      },
    );
    if (server === null) return;
    process.stdout.write(
      [
        "export ENGINE=neo4j",
        `export NEO4J_URI=${server.uri}`,
        `export NEO4J_USER=${server.user}`,
        `export NEO4J_PASSWORD=${server.password}`,
        "",
      ].join("\n"),
    );
    say("Neo4j is running. Copy the lines above into another terminal; Ctrl-C here stops it.");
    const how = await Promise.race([server.ended, once(interrupted.signal, "abort")]);
    if (how === undefined) throw new Error("Neo4j ended by itself.");
    say("\nStopping Neo4j …");
    await server.stop();
  });

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
