import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";

import type { Key } from "../plan/plan.js";
import type { ApiContext } from "./context.js";
import { NEAR } from "./asking.js";
import { encodeCursor, fingerprint } from "./cursor.js";
import type { ConnectionKind, OrderTerm } from "./cursor.js";

/** How the nested result of a plan is read: its shape is the response's already, so that every resolver only picks. */

type Resolver = GraphQLFieldResolver<unknown, ApiContext>;
type Item = Readonly<Record<string, unknown>>;

/** The fingerprint of the order of a connection, kept on the connection and its edges: cursors carry it. */
const ORDER = Symbol("order");

/** An object of a result. @throws Error where an engine returned something else */
export function asItem(value: unknown): Item & { readonly [ORDER]?: string } {
  if (typeof value !== "object" || value === null) throw new Error("A result has the wrong shape");
  return value as Item;
}

/** Reads what the plan put under the response key. */
export const byKey: Resolver = (source, _args, _context, info) => asItem(source)[info.path.key];

/** A connection, which hands the name of its order down to its cursors. */
export function connectionOf(kind: ConnectionKind, result: unknown, args: Readonly<Record<string, unknown>>): Item {
  return { ...asItem(result), [ORDER]: fingerprint(kind, orderOf(args)) };
}

export const hopConnection: Resolver = (source, args: Item, _context, info) => {
  const node = asItem(source);
  return { ...connectionOf("hop", node[info.path.key], args), [NEAR]: node[NEAR] };
};

export const connectionEdges: Resolver = (source, _args, _context, info) => {
  const connection = asItem(source);
  const edges = connection[info.path.key];
  if (!Array.isArray(edges)) throw new Error("A result has no list of edges");
  return edges.map((edge) => ({ ...asItem(edge), [ORDER]: connection[ORDER] }));
};

export const connectionPageInfo: Resolver = (source, _args, _context, info) => {
  const connection = asItem(source);
  const { startKey, endKey, ...rest } = asItem(connection[info.path.key]);
  return { ...rest, startCursor: cursorText(connection, startKey), endCursor: cursorText(connection, endKey) };
};

/** An edge's cursor. One that stands in no connection, on a to-one side, has its id as its only key. */
export const edgeCursor: Resolver = (source, _args, _context, info) => {
  const edge = asItem(source);
  const key = edge[info.path.key];
  return cursorText(edge, typeof key === "string" ? [key] : key);
};

/**
 * Reads a plain value that holds selected nodes or edges, where one field of the plan serves every alias of the value:
 * what an alias selected carries the alias as a prefix (see `aliasPrefix`).
 *
 * @param fields the names of the fields on the way from the plan's own object to this one
 */
export function underAlias(...fields: readonly string[]): Resolver {
  const name = fields.at(-1) ?? "";
  return (source, _args, _context, info) => {
    const prefix = aliasPrefix(fields, responseKeys(info, fields.length));
    const value = asItem(source)[name];
    if (prefix === "") return value;
    return Array.isArray(value) ? value.map((item) => withoutPrefix(item, prefix)) : withoutPrefix(value, prefix);
  };
}

/** What is put before the response keys below a plain value: nothing where no field on the way has an alias. */
export function aliasPrefix(fields: readonly string[], keys: readonly string[]): string {
  return keys.every((key, index) => key === fields[index]) ? "" : `${keys.join(".")}.`;
}

function withoutPrefix(value: unknown, prefix: string): unknown {
  if (value === null || value === undefined) return value;
  const entries = Object.entries(asItem(value)).flatMap(([key, member]) =>
    key === "$type"
      ? [[key, member] as const]
      : key.startsWith(prefix)
        ? [[key.slice(prefix.length), member] as const]
        : [],
  );
  return Object.fromEntries(entries);
}

function responseKeys(info: GraphQLResolveInfo, count: number): string[] {
  const keys: string[] = [];
  for (
    let path: typeof info.path | undefined = info.path;
    path !== undefined && keys.length < count;
    path = path.prev
  ) {
    if (typeof path.key === "string") keys.unshift(path.key);
  }
  return keys;
}

function cursorText(holder: { readonly [ORDER]?: string }, key: unknown): string | null {
  return Array.isArray(key) ? encodeCursor(holder[ORDER] ?? "", key as Key) : null;
}

function orderOf(args: Readonly<Record<string, unknown>>): readonly OrderTerm[] {
  return (args["orderBy"] ?? []) as readonly OrderTerm[];
}
