import type { Question } from "../../graph/coverage.js";
import type { PropertyRef } from "../../plan/filter.js";
import type { Order } from "../../plan/plan.js";
import type { OrderTerm } from "../cursor.js";
import { inputError } from "../errors.js";
import { constantName } from "../schema/names.js";
import type { Scope } from "./scope.js";

/** What a connection is over: the type of its nodes, the relationships of its edges, or both; and what it looks for. */
export interface Ground {
  /** The connection's field, for messages. */
  readonly at: string;
  readonly question: Question;
  readonly node: string | null;
  readonly relationships: readonly string[] | null;
}

/** The sort keys of `orderBy`. @throws PlenaryError BAD_USER_INPUT where an entry names none, two, or one that is not there */
export function orderOf(scope: Scope, ground: Ground, orderBy: unknown, at: string): Order[] {
  return ((orderBy ?? []) as readonly OrderTerm[]).map((term, index) => {
    const where = `${at}(orderBy)[${index}]`;
    const { on, name } = termOf(term, where);
    const property = keyOf(scope, ground, on, name, where);
    if (property.list) {
      throw inputError(
        `${where}: ${constantName(property.name)} has several values, so that nothing can be sorted by it.`,
      );
    }
    return { on, property, direction: term.direction };
  });
}

/** A property of nodes or of edges, as `Order` and `GroupKey` name it. */
export type KeyTerm = Pick<OrderTerm, "node" | "edge">;

/** @throws PlenaryError BAD_USER_INPUT where a term names none, or two */
export function termOf(term: KeyTerm, at: string): { readonly on: "node" | "edge"; readonly name: string } {
  const node = term.node ?? null;
  const edge = term.edge ?? null;
  if (node !== null && edge === null) return { on: "node", name: node };
  if (edge !== null && node === null) return { on: "edge", name: edge };
  throw inputError(`${at}: give exactly one of node and edge.`);
}

/** The property that a value of `NodeKey` or `LinkKey` stands for. @throws PlenaryError listing the valid ones where it is not there */
export function keyOf(scope: Scope, ground: Ground, on: "node" | "edge", name: string, at: string): PropertyRef {
  const { refs, whose } = keysOf(scope, ground, on);
  if (refs === null) {
    throw inputError(
      `${at}: this connection has no ${on}s to sort or group by. Use ${on === "node" ? "edge" : "node"} instead.`,
    );
  }
  const found = refs.get(name);
  if (found !== undefined) return found;
  const valid = [...refs.keys()].map(constantName).join(", ");
  throw inputError(`${at}: ${whose} has no ${constantName(name)}. Valid here: ${valid}.`);
}

function keysOf(
  { vocabulary }: Scope,
  { node, relationships }: Ground,
  on: "node" | "edge",
): { readonly refs: ReadonlyMap<string, PropertyRef> | null; readonly whose: string } {
  if (on === "node") return { refs: node === null ? null : vocabulary.nodeRefs(node), whose: node ?? "" };
  return {
    refs: relationships === null ? null : vocabulary.linkRefs(relationships),
    whose: relationships?.length === 1 ? (relationships[0] ?? "") : "The relationship",
  };
}
