import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";

import type { ServerConfig } from "../config/config.js";
import type { Engine } from "../engine/engine.js";
import { PlenaryError } from "../errors.js";
import type { RequestContext } from "./context.js";
import { replyError } from "./replies.js";

/**
 * Answers one GraphQL request: opens a session of the engine, lets Apollo answer within it, and closes it whatever happens.
 * The session's deadline starts here.
 */
export function graphqlHandler(
  apollo: ApolloServer<RequestContext>,
  engine: Engine,
  config: Pick<ServerConfig, "requestTimeout" | "maxEdges">,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  return async (request, reply) => {
    if (isVisit(request)) return reply.redirect("/playground/", 303);
    const session = await engine
      .session({ deadline: Date.now() + config.requestTimeout, edges: config.maxEdges })
      .catch((error: unknown) => noSession(error));
    if (session instanceof PlenaryError) return replyError(reply, 503, session.code, session.message);
    const context: RequestContext = { session, log: request.log, request: { wellFormed: false } };
    try {
      const httpGraphQLRequest = httpRequest(request);
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context: () => Promise.resolve(context),
      });
      return await send(reply, answer, statusOf(answer, context));
    } finally {
      await session.close().catch((err: unknown) => {
        request.log.warn({ err }, "session not closed cleanly");
      });
    }
  };
}

/** Somebody opened the endpoint in a browser: the playground tells them more than an error would. */
function isVisit(request: FastifyRequest): boolean {
  return (
    request.method === "GET" && !request.url.includes("?") && (request.headers.accept ?? "").startsWith("text/html")
  );
}

/** The database is away, or the stored graph cannot be served now. Anything unforeseen goes to the server's error handler. */
function noSession(error: unknown): PlenaryError {
  if (error instanceof PlenaryError) return error;
  throw error;
}

function httpRequest(request: FastifyRequest): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const query = request.url.indexOf("?");
  return { method: request.method, headers, search: query < 0 ? "" : request.url.slice(query), body: request.body };
}

/**
 * The status of an answer. With the media type application/json a client cannot know that a 4xx came from GraphQL and not from something
 * on the way, so a well-formed request whose document fails is answered with 200; application/graphql-response+json keeps Apollo's 400.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
function statusOf(answer: HTTPGraphQLResponse, context: RequestContext): number {
  const status = answer.status ?? 200;
  const legacy = answer.headers.get("content-type")?.startsWith("application/json") === true;
  return status === 400 && legacy && context.request.wellFormed ? 200 : status;
}

function send(reply: FastifyReply, answer: HTTPGraphQLResponse, status: number): FastifyReply {
  // Only @defer and @stream are answered in chunks, and the schema has neither.
  if (answer.body.kind !== "complete") throw new Error("an answer in chunks");
  return reply
    .code(status)
    .headers(Object.fromEntries(answer.headers))
    .header("cache-control", "no-store")
    .send(answer.body.string);
}
