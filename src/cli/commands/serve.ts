import { createApi } from "../../api/api.js";
import { packaged } from "../../config/paths.js";
import type { Config } from "../../config/config.js";
import { listen } from "../../server/listen.js";
import { logLine } from "../../server/log.js";
import { createServer } from "../../server/server.js";
import { openOntology } from "../compile.js";
import { CliError, EXIT, type ExitCode } from "../exit.js";
import type { Io } from "../io.js";
import { openServing } from "../open.js";

/** Serves the graph until it is told to stop. */
export async function serve(config: Config, io: Io): Promise<ExitCode> {
  const ontology = await openOntology(config, io.cwd);
  const engine = await openServing(config, ontology, io, (message) => {
    logLine(io.stdout, message);
  });
  const app = await createServer({
    schema: createApi(ontology).schema,
    ontology,
    engine,
    config: config.server,
    web: packaged("dist/web"),
    logTo: io.stdout,
  });
  const server = await listen(app, config.server).catch((error: unknown) => {
    throw notListening(error, config);
  });
  await io.stopped();
  await server.close();
  return EXIT.ok;
}

const REASONS: Readonly<Record<string, string | undefined>> = {
  EADDRINUSE: "something else listens there already; set PORT to another one, or to 0 for any that is free",
  EADDRNOTAVAIL: "this machine does not have that address; set HOST to one that it has",
  ENOTFOUND: "the name is not known here; set HOST to an address of this machine",
  EACCES: "the system does not allow it; set PORT to 1024 or above",
};

function notListening(error: unknown, { server: { host, port } }: Config): CliError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new CliError(EXIT.usage, `cannot listen on ${host}, port ${port}: ${REASONS[code] ?? code}`, { cause: error });
}
