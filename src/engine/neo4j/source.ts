import Cypher from "@neo4j/cypher-builder";

import type { Element } from "./element.js";

/**
 * Where the elements of a connection come from. Every part of a connection matches them anew, in a subquery of its own, with
 * variables of its own.
 */
export interface Source {
  /** Variables of the row that the matches refer to. */
  readonly imports: readonly Cypher.Variable[];
  match(): ElementMatch;
}

/** One match of a connection's elements. */
export interface ElementMatch {
  readonly element: Element;
  /** What the match binds, so that it can be carried along. */
  readonly variables: readonly Cypher.Variable[];
  /** Matches the elements that are visible, or (null where nothing is) those that are kept out, and satisfy `also`. */
  clause(which: "visible" | "omitted", also?: readonly Cypher.Predicate[]): Cypher.Clause | null;
}

/** A subquery that sees what the source's matches refer to. */
export function call(subquery: Cypher.Clause, { imports }: Source): Cypher.Clause {
  return new Cypher.Call(subquery, [...imports]);
}
