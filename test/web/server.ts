import { createApi } from "../../src/api/api.js";
import { readConfig } from "../../src/config/read.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { listen, type RunningServer } from "../../src/server/listen.js";
import { createServer } from "../../src/server/server.js";
import { compileSeeds } from "../queries/seeds.js";
import { builtWeb } from "./built.js";

/** Starts the server on a free port: the dossiers of this repository, the embedded engine, the built pages. */
export async function startServer(): Promise<RunningServer> {
  const { compiled, ontology } = await compileSeeds();
  const { server } = readConfig({ PORT: "0", LOG_LEVEL: "error" }, { cwd: "/" });
  const app = await createServer({
    schema: createApi(ontology).schema,
    ontology,
    engine: memoryEngine(buildGraph(compiled.records, ontology), ontology),
    config: server,
    web: builtWeb,
    logTo: process.stderr,
  });
  return listen(app, server);
}
