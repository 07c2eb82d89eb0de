import Cypher from "@neo4j/cypher-builder";

import type { NodeFilter, Visibility } from "../../plan/filter.js";
import type { DisputesPlan } from "../../plan/plan.js";
import { DISPUTED_COLUMN } from "../../store/neo4j/elements.js";
import { CLAIM, ENTITY, HAS_CLAIM } from "../../store/neo4j/schema.js";
import { CLAIMS, type Scope, chain } from "./element.js";
import { nodePredicate, visiblePredicate } from "./filter.js";
import { relationshipTypes } from "./hop.js";
import { all, any } from "./logic.js";
import { selectAttached } from "./records.js";
import { nodeShown } from "./shown.js";

/** The nodes with properties that are disputed, as far as the text of their statement depends on the plan. */
export interface DisputedShape {
  readonly kind: "disputed";
  readonly where: NodeFilter | null;
}

/** The edges that say that their ends do not agree, likewise. */
export interface ContradictionsShape extends Pick<DisputesPlan, "relationships"> {
  readonly kind: "contradictions";
  readonly visible: Visibility;
  readonly where: NodeFilter | null;
}

/** The column of the one statement that holds a node; its claims are in `CLAIMS`. */
export const NODE = "node";

/** An edge of the other: `subjectWanted` says whether its subject satisfies the filter, else its object does. */
export interface Contradiction {
  readonly id: string;
  readonly subject: string;
  readonly object: string;
  readonly subjectWanted: boolean;
}

/** Compiles the statement for the nodes that the store has marked, with all of their columns and their claims. */
export function compileDisputed(scope: Scope, { where }: DisputedShape): string {
  const node = new Cypher.Node();
  const marked = Cypher.isNotNull(node.property(DISPUTED_COLUMN));
  const wanted = [marked, ...nodeShown(scope, node), ...(where === null ? [] : [nodePredicate(scope, node, where)])];
  const { calls, value } = selectAttached(node, HAS_CLAIM, CLAIM);
  return chain(
    new Cypher.Match(new Cypher.Pattern(node, { labels: ENTITY })).where(all(wanted)),
    ...calls,
    new Cypher.Return([new Cypher.MapProjection(node, "*"), NODE], [value, CLAIMS]),
  ).build().cypher;
}

/** Compiles the statement for the edges, whose columns are those of {@link Contradiction}. */
export function compileContradictions(scope: Scope, { relationships, visible, where }: ContradictionsShape): string {
  const [subject, edge, object] = [new Cypher.Node(), new Cypher.Relationship(), new Cypher.Node()];
  const type = relationshipTypes(relationships);
  const pattern = new Cypher.Pattern(subject).related(edge, { type, direction: "right" }).to(object);
  const satisfies = (node: Cypher.Node): Cypher.Predicate =>
    where === null ? all([]) : nodePredicate(scope, node, where);
  const subjectWanted = Cypher.coalesce(satisfies(subject), any([]));
  return chain(
    new Cypher.Match(pattern).where(
      all([visiblePredicate(scope, edge, visible), any([satisfies(subject), satisfies(object)])]),
    ),
    new Cypher.Return(
      [edge.property("id"), "id"],
      [subject.property("id"), "subject"],
      [object.property("id"), "object"],
      [subjectWanted, "subjectWanted"],
    ),
  ).build().cypher;
}
