import Cypher from "@neo4j/cypher-builder";

import type { MatchPlan } from "../../plan/match.js";
import { ENTITY } from "../../store/neo4j/schema.js";
import { type Scope, chain, ofTypes } from "./element.js";
import { nodePredicate, visiblePredicate } from "./filter.js";
import { relationshipTypes } from "./hop.js";
import { all } from "./logic.js";
import { rankOrder } from "./select.js";
import { nodeValue } from "./values.js";

/** What the text of the statements of a match depends on; the parameters `of` and `others` are ids. */
export interface MatchShape extends Pick<
  MatchPlan,
  "relationships" | "property" | "end" | "visible" | "types" | "with" | "where" | "date"
> {
  /** Counts of pairs of values, or the matches themselves. */
  readonly kind: "tallies" | "meetings";
}

/** One pair of values of one other node: a row of `tallies`. */
export interface TallyRow {
  readonly id: string;
  readonly of: string | null;
  readonly with: string | null;
  readonly year: string | null;
  /** An integer of the driver. */
  readonly count: unknown;
}

/** One match with one of `others`: a row of `meetings`. */
export interface MeetingRow {
  readonly id: string;
  readonly at: string;
  readonly of: string | null;
  readonly with: string | null;
  readonly date: string | null;
  readonly ofEdge: string;
  readonly withEdge: string;
}

/** Compiles the statement for counts, or for the matches with some of the others. */
export function compileMatch(scope: Scope, shape: MatchShape): string {
  const { kind, types, where, date } = shape;
  const [own, at, other] = [new Cypher.Node(), new Cypher.Node(), new Cypher.Node()];
  const [ownEdge, edge] = [new Cypher.Variable(), new Cypher.Variable()];
  const [ownValue, value] = [new Cypher.Variable(), new Cypher.Variable()];
  const wanted = [
    Cypher.neq(other.property("id"), new Cypher.NamedParam("of")),
    ofTypes(other, types),
    ...(kind === "meetings" ? [Cypher.in(other.property("id"), new Cypher.NamedParam("others"))] : []),
    ...(shape.with === null ? [] : [nodePredicate(scope, other, shape.with)]),
  ];
  return chain(
    new Cypher.Match(new Cypher.Pattern(own, { labels: ENTITY })).where(
      Cypher.eq(own.property("id"), new Cypher.NamedParam("of")),
    ),
    ...standing(
      scope,
      shape,
      { near: own, at, edge: ownEdge, value: ownValue, kept: [at] },
      where === null ? [] : [nodePredicate(scope, at, where)],
    ),
    ...standing(scope, shape, { near: other, at, edge, value, kept: [at, ownEdge, ownValue] }, wanted),
    kind === "tallies"
      ? new Cypher.Return(
          [other.property("id"), "id"],
          [ownValue, "of"],
          [value, "with"],
          [Cypher.left(nodeValue(scope, at, date), new Cypher.Literal(4)), "year"],
          [Cypher.count(at), "count"],
        )
      : new Cypher.Return(
          [other.property("id"), "id"],
          [at.property("id"), "at"],
          [ownValue, "of"],
          [value, "with"],
          [nodeValue(scope, at, date), "date"],
          [ownEdge.property("id"), "ofEdge"],
          [edge.property("id"), "withEdge"],
        ),
  ).build().cypher;
}

/** What is bound where the edges between a node and those at which it may meet others are matched. */
interface Bound {
  readonly near: Cypher.Node;
  readonly at: Cypher.Node;
  /** The edge that counts, and its value. */
  readonly edge: Cypher.Variable;
  readonly value: Cypher.Variable;
  /** What is carried along beside `near`, `at` among it. */
  readonly kept: readonly Cypher.Variable[];
}

/** Of the edges between two nodes the first by rank and id, with the value that those of its rank have: none where they differ. */
function standing(
  scope: Scope,
  { relationships, visible, end, property }: MatchShape,
  { near, at, edge, value, kept }: Bound,
  wanted: readonly Cypher.Predicate[],
): readonly Cypher.Clause[] {
  const [one, edges, member] = [new Cypher.Relationship(), new Cypher.Variable(), new Cypher.Variable()];
  const direction = end === "subject" ? "right" : "left";
  const pattern = new Cypher.Pattern(near).related(one, { type: relationshipTypes(relationships), direction }).to(at);
  const valueOf = (of: Cypher.Variable): Cypher.Expr => Cypher.coalesce(of.property(property), new Cypher.Literal(""));
  const differs = all([
    Cypher.eq(member.property("rank"), edge.property("rank")),
    Cypher.neq(valueOf(member), valueOf(edge)),
  ]);
  const agreed = new Cypher.Case()
    .when(Cypher.any(member, edges, differs))
    .then(Cypher.Null)
    .else(edge.property(property));
  return [
    new Cypher.Match(pattern).where(all([visiblePredicate(scope, one, visible), ...wanted])),
    new Cypher.With(near, ...kept, one).orderBy([rankOrder(one), "ASC"], [one.property("id"), "ASC"]),
    new Cypher.With(near, ...kept, [Cypher.collect(one), edges]),
    new Cypher.With(near, ...kept, edges, [Cypher.head(edges), edge]),
    new Cypher.With(near, ...kept, edge, [agreed, value]),
  ];
}
