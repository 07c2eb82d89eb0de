import type { Page } from "../../plan/plan.js";
import { decodeCursor, fingerprint } from "../cursor.js";
import type { ConnectionKind, OrderTerm } from "../cursor.js";
import { inputError } from "../errors.js";
import { LIMITS } from "../limits.js";
import { bounded } from "./input.js";
import type { Input } from "./input.js";

/**
 * The page that Relay's arguments ask for; the first 25 where they ask for none.
 *
 * @param keyLength how many values a cursor of this order holds
 * @throws PlenaryError BAD_USER_INPUT where first and last are both given, out of bounds, or a cursor does not belong here
 */
export function pageOf(args: Input, kind: ConnectionKind, keyLength: number, at: string): Page {
  const first = args["first"] ?? null;
  const last = args["last"] ?? null;
  if (first !== null && last !== null) {
    throw inputError(`${at}: give first or last, not both. first counts from the start, last from the end.`);
  }
  const order = fingerprint(kind, (args["orderBy"] ?? []) as readonly OrderTerm[]);
  const key = (name: "after" | "before"): Page["after"] => {
    const cursor = args[name];
    return typeof cursor === "string" ? decodeCursor(cursor, order, keyLength, `${at}(${name})`) : null;
  };
  return {
    first: last === null ? bounded(first ?? LIMITS.page, `${at}(first)`, 0, LIMITS.first) : null,
    last: last === null ? null : bounded(last, `${at}(last)`, 0, LIMITS.first),
    after: key("after"),
    before: key("before"),
  };
}
