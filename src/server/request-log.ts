import { type FastifyReply, type FastifyRequest, LogController } from "fastify";

import { pathOf } from "./replies.js";

/** One line for each request, once it is answered. */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    // Said with the answer.
  }

  override requestCompleted(err: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const answered = {
      method: request.method,
      path: pathOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (err) request.log.error({ ...answered, err }, "answer not sent");
    else request.log.info(answered, "answered");
  }
}
