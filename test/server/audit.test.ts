import { auditServer } from "graphql-http";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createApi } from "../../src/api/api.js";
import { readConfig } from "../../src/config/read.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import { type RunningServer, listen } from "../../src/server/listen.js";
import { createServer } from "../../src/server/server.js";

let server: RunningServer;
beforeAll(async () => {
  const ontology = await loadOntology(ontologyPath);
  const { server: config } = readConfig({ PORT: "0", LOG_LEVEL: "silent" }, { cwd: "/" });
  const engine = memoryEngine(buildGraph({ nodes: [], edges: [] }, ontology), ontology);
  const { schema } = createApi(ontology);
  const app = await createServer({ schema, ontology, engine, config, web: "/nowhere", logTo: process.stdout });
  server = await listen(app, config);
});
afterAll(() => server.close());

test("the server speaks GraphQL over HTTP as specified: every audit is ok, none a warning or a notice", async () => {
  const results = await auditServer({ url: `${server.url}/graphql` });
  const failed = results.flatMap((result) =>
    result.status === "ok" ? [] : [`${result.status} ${result.name}: ${result.reason}`],
  );
  expect(failed).toEqual([]);
  expect(results).toHaveLength(61);
});
