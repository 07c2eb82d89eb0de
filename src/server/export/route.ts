import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { maskError, isInternal } from "../../api/errors.js";
import { addRoute, replyError } from "../replies.js";
import { type Exporting, type OpenExport, openExport } from "./open.js";
import { readWanted } from "./wanted.js";

/** The header of an export with the id of the snapshot that it is of. */
export const SNAPSHOT_HEADER = "plenary-snapshot";

/** Seconds after which somebody whom the server had no time for may ask again. */
const RETRY_AFTER_S = 10;

/** Milliseconds without a byte sent after which the reader is taken to have gone. */
const STALLED_MS = 120_000;

/** `/export`: the graph, a view of it, or what the answer to a query shows, as a file. */
export function addExport(app: FastifyInstance, parts: Exporting): void {
  const { maxExports } = parts.config;
  let running = 0;
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (running >= maxExports) {
      const message = `The server writes ${maxExports} exports at a time (MAX_EXPORTS), and is busy with as many. Ask again in a while.`;
      return replyError(reply.header("retry-after", RETRY_AFTER_S), 503, "BUSY", message);
    }
    running++;
    reply.raw.once("close", () => running--);
    return answer(parts, request, reply);
  };
  addRoute(app, "/export", "Exports take", handler);
}

async function answer(parts: Exporting, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const gone = new AbortController();
  reply.raw.once("close", () => {
    gone.abort();
  });
  let started: { readonly open: OpenExport; readonly first: IteratorResult<string>; readonly name: string };
  let type: string;
  try {
    const wanted = readWanted(request);
    const open = await openExport(parts, wanted, gone.signal);
    // As long as nothing is sent, an error can still be told as one.
    const first = await open.chunks.next();
    type = wanted.format.mediaType;
    started = { open, first, name: `plenary-${open.snapshot.slice(0, 12)}${wanted.format.ending}` };
  } catch (error) {
    return refuse(request, reply, error);
  }
  const { open, first, name } = started;
  reply.raw.setTimeout(STALLED_MS, () => {
    reply.raw.destroy();
  });
  return reply
    .headers({
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      [SNAPSHOT_HEADER]: open.snapshot,
    })
    .send(Readable.from(resumed(first, open.chunks)));
}

/** Chunks of which the first has been read already. Whoever leaves off ends them, even before the first. */
function resumed(first: IteratorResult<string>, rest: AsyncIterableIterator<string>): AsyncIterable<string> {
  let ahead: IteratorResult<string> | null = first;
  const next = async (): Promise<IteratorResult<string>> => {
    const result = ahead ?? (await rest.next());
    ahead = null;
    return result;
  };
  const leave = async (): Promise<IteratorResult<string>> => {
    await rest.return?.();
    return { done: true, value: undefined };
  };
  return { [Symbol.asyncIterator]: () => ({ next, return: leave }) };
}

const STATUS: Readonly<Record<string, number>> = {
  TIMEOUT: 503,
  SNAPSHOT_CHANGED: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  if (isInternal(error)) request.log.error({ err: error }, "export failed");
  const { message, extensions } = maskError(error, request.id);
  const code = String(extensions?.["code"]);
  return replyError(reply, STATUS[code] ?? 400, code, message);
}
