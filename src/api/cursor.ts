import { createHash } from "node:crypto";

import type { Key } from "../plan/plan.js";
import { inputError } from "./errors.js";

/** What a connection is over. A cursor of one kind means nothing to another. */
export type ConnectionKind = "nodes" | "hop" | "links" | "search" | "passages" | "disputes";

/** One entry of `orderBy`, as GraphQL hands it over: `node` and `edge` hold the names of properties. */
export interface OrderTerm {
  readonly node?: string | null;
  readonly edge?: string | null;
  readonly direction: "asc" | "desc";
}

/** Names an order, so that a cursor can tell whether it belongs to it. Connections with one fingerprint sort by the same keys. */
export function fingerprint(kind: ConnectionKind, order: readonly OrderTerm[]): string {
  const terms = order.map((term) => [term.node ?? null, term.edge ?? null, term.direction]);
  return createHash("sha256")
    .update(JSON.stringify([kind, terms]))
    .digest("base64url")
    .slice(0, 8);
}

/** The cursor of an element: base64url of JSON, the order's fingerprint before its key. */
export function encodeCursor(order: string, key: Key): string {
  return Buffer.from(JSON.stringify([order, ...key])).toString("base64url");
}

/**
 * The key in a cursor.
 *
 * @param length how many values a key of this order has
 * @param at the argument, for the message
 * @throws PlenaryError BAD_USER_INPUT where the text is no cursor, or one of another order
 */
export function decodeCursor(text: string, order: string, length: number, at: string): Key {
  const content = parse(text);
  if (content === null)
    throw inputError(`${at}: ${JSON.stringify(text)} is not a cursor. Give one that this API returned, unchanged.`);
  const [of, ...key] = content;
  if (of !== order) {
    throw inputError(
      `${at}: this cursor belongs to another order or field. Keep orderBy as it was, or start again without a cursor.`,
    );
  }
  if (key.length !== length || typeof key.at(-1) !== "string" || !key.every(isKeyValue)) {
    throw inputError(`${at}: ${JSON.stringify(text)} is not a cursor. Give one that this API returned, unchanged.`);
  }
  return key;
}

function parse(text: string): unknown[] | null {
  try {
    const content: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return Array.isArray(content) ? content : null;
  } catch {
    return null;
  }
}

function isKeyValue(value: unknown): value is Key[number] {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
