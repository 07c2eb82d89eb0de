import type { FastifyInstance } from "fastify";

import type { Engine } from "../engine/engine.js";
import { PlenaryError } from "../errors.js";
import { replyError } from "./replies.js";

/** `/health/live`: the process answers. `/health/ready`: the engine does too, and this is what it serves. */
export function addHealth(app: FastifyInstance, engine: Engine): void {
  const options = { logLevel: "warn" } as const;

  app.get("/health/live", options, async (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "live" }),
  );

  app.get("/health/ready", options, async (request, reply) => {
    reply.header("cache-control", "no-store");
    try {
      const { id, ontology } = await engine.info();
      return await reply.send({ status: "ready", engine: engine.name, snapshot: id, ontology });
    } catch (err) {
      request.log.error({ err }, "engine not ready");
      const known = err instanceof PlenaryError;
      return replyError(reply, 503, known ? err.code : "INTERNAL", known ? err.message : "The graph cannot be read.");
    }
  });
}
