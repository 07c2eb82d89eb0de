import { fastifyCors } from "@fastify/cors";
import { type FastifyInstance, fastify } from "fastify";
import type { GraphQLSchema } from "graphql";

import type { ServerConfig } from "../config/config.js";
import type { Engine } from "../engine/engine.js";
import type { Ontology } from "../ontology/model.js";
import { SNAPSHOT_HEADER, addExport } from "./export/route.js";
import { startGraphQL } from "./graphql.js";
import { graphqlHandler } from "./handler.js";
import { SECURITY_HEADERS } from "./headers.js";
import { addHealth } from "./health.js";
import { hostCheck } from "./host.js";
import { type LogStream, logOptions } from "./log.js";
import { addPages } from "./pages.js";
import { addRoute, failed, notFound } from "./replies.js";
import { requestId } from "./request-id.js";
import { RequestLog } from "./request-log.js";

export interface ServerOptions {
  readonly schema: GraphQLSchema;
  /** The vocabulary of the graph that the engine serves. */
  readonly ontology: Ontology;
  readonly engine: Engine;
  readonly config: ServerConfig;
  /** Folder of the built pages: the explorer and the playground, each in its own. */
  readonly web: string;
  readonly logTo: LogStream;
}

/** Builds the server, step by step in the order in which a request meets them. It does not listen yet. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { schema, ontology, engine, config } = options;

  // 1. Sizes and times that are checked before anything else runs; the log, and each request's id in it.
  const app = fastify({
    bodyLimit: config.bodyLimit,
    requestTimeout: 30_000,
    exposeHeadRoutes: false,
    logger: logOptions(config.logLevel, options.logTo),
    logController: new RequestLog(),
    requestIdHeader: false,
    frameworkErrors: (error, request, reply) => {
      failed(error, request, reply.headers(SECURITY_HEADERS));
    },
    genReqId: (request) => requestId(request.headers["x-request-id"]),
  });

  // 2. Headers of every answer, errors included.
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({ ...SECURITY_HEADERS, "x-request-id": request.id });
  });

  // 3. Only for the names under which the server is meant to be reached.
  app.addHook("onRequest", hostCheck([config.host.toLowerCase(), ...config.allowedHosts]));

  // 4. Other origins may read answers only where the configuration says so.
  if (config.corsOrigins.length > 0) {
    await app.register(fastifyCors, {
      origin: config.corsOrigins.includes("*") ? "*" : [...config.corsOrigins],
      methods: ["GET", "POST"],
      allowedHeaders: ["content-type", "x-request-id"],
      exposedHeaders: ["x-request-id", "content-disposition", SNAPSHOT_HEADER],
      maxAge: 86_400,
    });
  }

  // 5. JSON is the only body there is: a form or plain text, which a page could send without asking first, is refused with 415.
  app.removeContentTypeParser("text/plain");

  // 6. Errors and unknown paths as JSON of one form.
  app.setErrorHandler(failed);
  app.setNotFoundHandler(notFound);

  // 7. GraphQL.
  const apollo = await startGraphQL(schema, config, app.log);
  addRoute(app, "/graphql", "GraphQL takes", graphqlHandler(apollo, engine, config));

  // 8. Exports, in the same way.
  addExport(app, { schema, ontology, engine, config });

  // 9. Health, for whatever watches over the server.
  addHealth(app, engine);

  // 10. The explorer and the playground.
  await addPages(app, options.web);

  // 11. Once the server stops, a connection goes with its last answer: a browser would keep it open.
  let stopping = false;
  app.addHook("preClose", (done) => {
    stopping = true;
    done();
  });
  app.addHook("onSend", async (_request, reply) => {
    if (stopping) reply.header("connection", "close");
  });

  // 12. Once the last request is answered, nothing is left open.
  app.addHook("onClose", async () => {
    await apollo.stop();
    await engine.close();
  });
  return app;
}
