import { randomUUID } from "node:crypto";

/** The id under which a request appears in the log: the caller's `x-request-id` if it is short and plain, else a new one. */
export function requestId(header: string | readonly string[] | undefined): string {
  return typeof header === "string" && /^[\w.:-]{1,128}$/.test(header) ? header : randomUUID();
}
