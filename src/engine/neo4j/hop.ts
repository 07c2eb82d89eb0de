import Cypher from "@neo4j/cypher-builder";

import type { Hop } from "../../plan/filter.js";
import type { EdgeElement } from "./element.js";

/** The pattern of the edges of a hop from a bound node, its edge and its far node. */
export interface HopMatch {
  readonly pattern: Cypher.Pattern;
  readonly element: EdgeElement;
  readonly far: Cypher.Node;
}

const ARROWS = { out: "right", in: "left", both: "undirected" } as const;

/** Cypher's undirected pattern gives every edge once for a node at one end of it, a self-loop once too. */
export function matchHop(near: Cypher.Node, hop: Hop): HopMatch {
  const edge = new Cypher.Relationship();
  const far = new Cypher.Node();
  const type = relationshipTypes(hop.relationships);
  const pattern = new Cypher.Pattern(near).related(edge, { type, direction: ARROWS[hop.direction] }).to(far);
  switch (hop.direction) {
    case "out":
      return { pattern, far, element: { edge, ends: { kind: "known", subject: near, object: far } } };
    case "in":
      return { pattern, far, element: { edge, ends: { kind: "known", subject: far, object: near } } };
    case "both":
      return { pattern, far, element: { edge, ends: { kind: "either", near, far } } };
  }
}

/** The relationship types as a pattern wants them: of none, no edge is. */
export function relationshipTypes(types: readonly string[]): string | Cypher.LabelExpr {
  const [only] = types;
  if (only === undefined) return Cypher.labelExpr.not(Cypher.labelExpr.wildcard);
  return types.length === 1 ? only : Cypher.labelExpr.or(...types);
}
