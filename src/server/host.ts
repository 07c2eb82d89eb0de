import { isIP } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";

import { replyError } from "./replies.js";

/**
 * Says whether a Host header names this server. A page of another site can point a name of its own at this machine (DNS rebinding)
 * and would then be of one origin with the server in the browser's eyes; but it cannot do so without that name standing here. An IP address
 * is resolved by nobody, so it is safe.
 *
 * @param header the value of the Host header, or undefined
 * @param names lower-case names allowed beside the loopback ones; `*` allows any
 */
export function isAllowedHost(header: string | undefined, names: readonly string[]): boolean {
  if (names.includes("*")) return true;
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(header ?? "") ?? [];
  if (bracketed !== undefined) return isIP(bracketed) === 6;
  const name = (plain ?? "").toLowerCase().replace(/\.$/, "");
  return name === "localhost" || name.endsWith(".localhost") || isIP(name) === 4 || names.includes(name);
}

/** Refuses requests whose Host header does not name this server. */
export function hostCheck(
  names: readonly string[],
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined> {
  return async (request, reply) => {
    if (isAllowedHost(request.headers.host, names)) return undefined;
    const host = JSON.stringify(request.headers.host ?? "");
    return replyError(
      reply,
      421,
      "MISDIRECTED_REQUEST",
      `The host ${host} is not served here. To serve it, add it to ALLOWED_HOSTS.`,
    );
  };
}
