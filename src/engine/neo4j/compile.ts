import Cypher from "@neo4j/cypher-builder";

import type { LinksPlan, LookupPlan, ScanPlan } from "../../plan/plan.js";
import { ENTITY } from "../../store/neo4j/schema.js";
import { selectConnection } from "./connection.js";
import { type Scope, type Selection, chain, ofTypes, parameter } from "./element.js";
import { edgePredicate, nodePredicate, omittedPredicate, visiblePredicate } from "./filter.js";
import { relationshipTypes } from "./hop.js";
import { all, any } from "./logic.js";
import { nodeShown } from "./shown.js";
import type { Source } from "./source.js";
import { nodeValue } from "./values.js";

/** The plans that one statement answers, with all their nesting. */
export type DirectPlan = LookupPlan | ScanPlan | LinksPlan;

/** The column of the only row of a scan or links, or of each node found by a lookup. */
export const RESULT = "result";
/** The value by which a lookup found a node. */
export const FOUND_BY = "foundBy";

/** Compiles a lifted plan to the text of its statement. */
export function compilePlan(scope: Scope, plan: DirectPlan): string {
  return root(scope, plan).build().cypher;
}

function root(scope: Scope, plan: DirectPlan): Cypher.Clause {
  switch (plan.kind) {
    case "lookup":
      return lookup(scope, plan);
    case "scan":
      return returnResult(selectConnection(scope, scanSource(scope, plan), plan));
    case "links":
      return returnResult(selectConnection(scope, linksSource(scope, plan), plan));
  }
}

function lookup(scope: Scope, plan: LookupPlan): Cypher.Clause {
  const node = new Cypher.Node();
  const value = nodeValue(scope, node, plan.property);
  // An id is indexed for all entities together, another key for its type.
  const [only] = plan.types;
  const labels = plan.property === "id" || plan.types.length !== 1 || only === undefined ? ENTITY : only;
  const wanted = all([Cypher.in(value, parameter(scope, plan)), ofTypes(node, plan.types), ...nodeShown(scope, node)]);
  const { calls, value: result } = scope.select.node(scope, node, plan.fields);
  return chain(
    new Cypher.Match(new Cypher.Pattern(node, { labels })).where(wanted),
    ...calls,
    new Cypher.Return([value, FOUND_BY], [result, RESULT]),
  );
}

function returnResult({ calls, value }: Selection): Cypher.Clause {
  return chain(...calls, new Cypher.Return([value, RESULT]));
}

function scanSource(scope: Scope, { types, where }: ScanPlan): Source {
  return {
    imports: [],
    match: () => {
      const node = new Cypher.Node();
      const everything = types.length === scope.ontology.concrete.length;
      const labels = everything ? ENTITY : Cypher.labelExpr.and(ENTITY, Cypher.labelExpr.or(...types));
      const filters = [
        Cypher.isNotNull(node.property("id")),
        ...nodeShown(scope, node),
        ...(where === null ? [] : [nodePredicate(scope, node, where)]),
      ];
      return {
        element: { edge: null, node },
        variables: [node],
        clause: (which, also = []) =>
          which === "omitted"
            ? null
            : types.length === 0
              ? new Cypher.Match(new Cypher.Pattern(node)).where(any([]))
              : new Cypher.Match(new Cypher.Pattern(node, { labels })).where(all([...filters, ...also])),
      };
    },
  };
}

function linksSource(scope: Scope, { relationships, visible, where }: LinksPlan): Source {
  return {
    imports: [],
    match: () => {
      const [subject, edge, object] = [new Cypher.Node(), new Cypher.Relationship(), new Cypher.Node()];
      const element = { edge, ends: { kind: "known", subject, object } } as const;
      const type = relationshipTypes(relationships);
      const pattern = new Cypher.Pattern(subject).related(edge, { type, direction: "right" }).to(object);
      const filters = where === null ? [] : [edgePredicate(scope, element, where)];
      return {
        element: { edge: element, node: null },
        variables: [subject, edge, object],
        clause: (which, also = []) => {
          const seen =
            which === "visible" ? visiblePredicate(scope, edge, visible) : omittedPredicate(scope, edge, visible);
          return seen === null ? null : new Cypher.Match(pattern).where(all([seen, ...filters, ...also]));
        },
      };
    },
  };
}
