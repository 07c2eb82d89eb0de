import { createApi } from "../../src/api/api.js";
import { readConfig } from "../../src/config/read.js";
import type { Engine } from "../../src/engine/engine.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import type { GraphRecords } from "../../src/graph/record.js";
import type { Ontology } from "../../src/ontology/model.js";
import { listen, type RunningServer } from "../../src/server/listen.js";
import { createServer } from "../../src/server/server.js";
import { compileSeeds } from "../queries/seeds.js";
import { builtWeb } from "../support/built.js";

/** Starts the server on a free port: the dossiers of this repository, the embedded engine, the built pages. */
export async function startServer(): Promise<RunningServer> {
  const { compiled, ontology } = await compileSeeds();
  return serveRecords(compiled.records, ontology);
}

/** The same with other records. */
export function serveRecords(records: GraphRecords, ontology: Ontology): Promise<RunningServer> {
  return serve(memoryEngine(buildGraph(records, ontology), ontology), ontology);
}

/** The same with any engine, which the server closes when it does. */
export async function serve(engine: Engine, ontology: Ontology): Promise<RunningServer> {
  const { server } = readConfig({ PORT: "0", LOG_LEVEL: "error" }, { cwd: "/" });
  const app = await createServer({
    schema: createApi(ontology).schema,
    ontology,
    engine,
    config: server,
    web: builtWeb,
    logTo: process.stderr,
  });
  return listen(app, server);
}
