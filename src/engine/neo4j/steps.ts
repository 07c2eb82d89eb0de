import Cypher from "@neo4j/cypher-builder";

import type { EdgeFilter, Visibility } from "../../plan/filter.js";
import type { EdgeField } from "../../plan/plan.js";
import { ENTITY } from "../../store/neo4j/schema.js";
import { type Scope, chain } from "./element.js";
import { edgePredicate, visiblePredicate } from "./filter.js";
import { matchHop, relationshipTypes } from "./hop.js";
import { all, any, negate } from "./logic.js";
import { edgeShown } from "./shown.js";

/** The edges that lead from some nodes, as far as the text of their statement depends on them. */
export interface StepsShape {
  readonly kind: "steps";
  readonly relationships: readonly string[];
  readonly visible: Visibility;
  readonly edge: EdgeFilter | null;
  /** Whether some nodes and edges are not to be met, and among them hubs. */
  readonly avoid: "nothing" | "some" | "hubs";
}

/** Parameters of the statement for steps; the last three only where something is avoided. */
export interface StepsParameters {
  /** Ids of the nodes whose steps are wanted. */
  readonly nodes: readonly string[];
  /** Ids of the nodes that a step may lead to, or null for any. */
  readonly within: readonly string[] | null;
  /** How many steps are returned at most. An integer of the driver. */
  readonly most: unknown;
  /** Ids of the nodes that are exempt from what is avoided. */
  readonly exempt?: readonly string[];
  /** Ids of nodes and edges, and types of nodes. */
  readonly avoidedIds?: readonly string[];
  readonly avoidedTypes?: readonly string[];
  /** The most edges that a node may have. */
  readonly degree?: unknown;
}

function named(name: keyof StepsParameters): Cypher.NamedParam {
  return new Cypher.NamedParam(name);
}

/** Compiles the statement for steps, whose columns are those of `Sighting` in `walk.ts`. */
export function compileSteps(scope: Scope, { relationships, visible, edge, avoid }: StepsShape): string {
  const near = new Cypher.Node();
  const { pattern, element, far } = matchHop(near, { relationships, direction: "both", edge, visible });
  const wanted = [
    visiblePredicate(scope, element.edge, visible),
    ...(edge === null ? [] : [edgePredicate(scope, element, edge)]),
    any([Cypher.isNull(named("within")), Cypher.in(far.property("id"), named("within"))]),
    ...(avoid === "nothing" ? [] : [passable(scope, element.edge, far, avoid === "hubs" ? relationships : null)]),
  ];
  return chain(
    new Cypher.Match(new Cypher.Pattern(near, { labels: ENTITY })).where(
      Cypher.in(near.property("id"), named("nodes")),
    ),
    new Cypher.Match(pattern).where(all(wanted)),
    new Cypher.Return(
      [near.property("id"), "near"],
      [element.edge.property("id"), "edge"],
      [far.property("id"), "far"],
      [Cypher.eq(Cypher.startNode(element.edge), near), "forward"],
    ).limit(named("most")),
  ).build().cypher;
}

/** @param relationships those whose edges make a hub, or null where hubs are not avoided */
function passable(
  scope: Scope,
  edge: Cypher.Relationship,
  far: Cypher.Node,
  relationships: readonly string[] | null,
): Cypher.Predicate {
  const id = far.property("id");
  const avoided = any([
    Cypher.in(id, named("avoidedIds")),
    Cypher.in(far.property("type"), named("avoidedTypes")),
    ...(relationships === null ? [] : [isHub(scope, far, relationships)]),
  ]);
  return all([
    negate(Cypher.in(edge.property("id"), named("avoidedIds"))),
    any([Cypher.in(id, named("exempt")), negate(avoided)]),
  ]);
}

/** A self-loop counts at both of its ends. */
function isHub(scope: Scope, node: Cypher.Node, relationships: readonly string[]): Cypher.Predicate {
  const count = (direction: "left" | "right"): Cypher.Expr => {
    const edge = new Cypher.Relationship();
    const pattern = new Cypher.Pattern(node).related(edge, { type: relationshipTypes(relationships), direction }).to();
    return new Cypher.Count(new Cypher.Match(pattern).where(all(edgeShown(scope, edge))));
  };
  return Cypher.gt(Cypher.plus(count("right"), count("left")), named("degree"));
}

/** The edges to be shown of some that are known, as far as the text of their statement depends on them. */
export interface LinksShape {
  readonly kind: "edges";
  readonly relationships: readonly string[];
  readonly fields: readonly EdgeField[];
}

/** An edge and its ends, by id. The parameter `links` holds a list of these. */
export interface LinkIds {
  readonly id: string;
  readonly subject: string;
  readonly object: string;
}

/** Compiles the statement that reads known edges: columns `id` and `link`. They are found from their ends, whatever their type. */
export function compileLinks(scope: Scope, { relationships, fields }: LinksShape): string {
  const link = new Cypher.Variable();
  const [subject, edge, object] = [new Cypher.Node(), new Cypher.Relationship(), new Cypher.Node()];
  const end = (node: Cypher.Node, name: keyof LinkIds): Cypher.Clause =>
    new Cypher.Match(new Cypher.Pattern(node, { labels: ENTITY })).where(
      Cypher.eq(node.property("id"), link.property(name)),
    );
  const pattern = new Cypher.Pattern(subject)
    .related(edge, { type: relationshipTypes(relationships), direction: "right" })
    .to(object);
  const element = { node: null, edge: { edge, ends: { kind: "known", subject, object } } } as const;
  const { calls, value } = scope.select.edge(scope, element, fields, []);
  return chain(
    new Cypher.Unwind([new Cypher.NamedParam("links"), link]),
    end(subject, "subject"),
    end(object, "object"),
    new Cypher.Match(pattern).where(Cypher.eq(edge.property("id"), link.property("id"))),
    ...calls,
    new Cypher.Return([edge.property("id"), "id"], [value, "link"]),
  ).build().cypher;
}
