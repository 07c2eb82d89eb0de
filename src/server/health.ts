import type { FastifyInstance } from "fastify";

import type { CopyStatus, Engine } from "../engine/engine.js";
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
      const copy = engine.copy === undefined ? {} : { copy: ageOf(engine.copy()) };
      return await reply.send({ status: "ready", engine: engine.name, snapshot: id, ontology, ...copy });
    } catch (err) {
      request.log.error({ err }, "engine not ready");
      const known = err instanceof PlenaryError;
      return replyError(reply, 503, known ? err.code : "INTERNAL", known ? err.message : "The graph cannot be read.");
    }
  });
}

/** `age`: seconds since the database was last seen to hold the graph that is served. */
function ageOf({ copiedAt, confirmedAt, problem }: CopyStatus): Record<string, unknown> {
  return {
    copiedAt: new Date(copiedAt).toISOString(),
    confirmedAt: new Date(confirmedAt).toISOString(),
    age: Math.round((Date.now() - confirmedAt) / 1000),
    problem,
  };
}
