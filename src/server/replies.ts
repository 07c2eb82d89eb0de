import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from "fastify";

/**
 * Every error of the server, whatever the path, has the form of a GraphQL response with errors only, so that a client of
 * `/graphql` needs to know one form: `{ errors: [{ message, extensions: { code } }] }`.
 */
export function replyError(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply
    .code(status)
    .type("application/json; charset=utf-8")
    .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

/** Adds a route that takes GET and POST, and refuses other methods by saying so; `what` begins the sentence, such as "Exports take". */
export function addRoute(app: FastifyInstance, url: string, what: string, handler: RouteHandlerMethod): void {
  app.route({ method: ["GET", "POST"], url, handler });
  app.route({
    method: ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"],
    url,
    handler: async (request, reply) => {
      const message = `${what} GET and POST, not ${request.method}.`;
      return replyError(reply.header("allow", "GET, POST"), 405, "METHOD_NOT_ALLOWED", message);
    },
  });
}

/** Answers what no route answers. */
export function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = pathOf(request);
  return replyError(
    reply,
    404,
    "NOT_FOUND",
    `There is nothing at ${path}. The explorer is at /, GraphQL at /graphql, exports at /export, the playground at /playground.`,
  );
}

/** Answers errors of Fastify itself (bad JSON, a body too large) and, masked, whatever else a handler throws. */
export function failed(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 500) {
    request.log.error({ err: error }, "request failed");
    return replyError(reply, 500, "INTERNAL", "Something went wrong inside the server.");
  }
  const known = CLIENT_ERRORS[error.code];
  return replyError(
    reply,
    status,
    known?.code ?? "BAD_REQUEST",
    known?.message(reply.server.initialConfig.bodyLimit ?? 0) ?? error.message,
  );
}

/** The path of a request, without its query, which may be long and may say what somebody is interested in. */
export function pathOf(request: FastifyRequest): string {
  const [path = "/"] = request.url.split("?", 1);
  return path;
}

interface ClientError {
  readonly code: string;
  message(bodyLimit: number): string;
}

const NOT_JSON: ClientError = {
  code: "UNSUPPORTED_MEDIA_TYPE",
  message: () => "The body of a POST must be JSON, with Content-Type: application/json.",
};

const CLIENT_ERRORS: Readonly<Record<string, ClientError | undefined>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: "PAYLOAD_TOO_LARGE",
    message: (bodyLimit) => `The request body is larger than ${bodyLimit} bytes (BODY_LIMIT).`,
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: NOT_JSON,
  FST_ERR_CTP_INVALID_CONTENT_TYPE: NOT_JSON,
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    code: "BAD_REQUEST",
    message: () => "The request has no body; expected a JSON object with a query.",
  },
};
