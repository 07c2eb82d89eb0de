import Cypher from "@neo4j/cypher-builder";

import type {
  Comparison,
  Counted,
  EdgeFilter,
  EndFilter,
  Hop,
  NodeFilter,
  Operator,
  Quantified,
  Visibility,
} from "../../plan/filter.js";
import {
  type EdgeElement,
  type Scope,
  column,
  indexesOf,
  listOf,
  memberAt,
  parameter,
  parameterName,
} from "./element.js";
import { correctionsParameter } from "./lift.js";
import { matchHop } from "./hop.js";
import { EXOTIC, compareExotic } from "./code-points.js";
import { all, any, negate } from "./logic.js";
import { edgeShown } from "./shown.js";
import { type DaySuffix, edgeValue, nodeValue } from "./values.js";

/** Filters as Cypher predicates. */

export function nodePredicate(scope: Scope, node: Cypher.Node, filter: NodeFilter): Cypher.Predicate {
  switch (filter.kind) {
    case "and":
      return all(filter.of.map((part) => nodePredicate(scope, node, part)));
    case "or":
      return any(filter.of.map((part) => nodePredicate(scope, node, part)));
    case "not":
      return negate(nodePredicate(scope, node, filter.of));
    case "compare":
      return compare(scope, filter, (suffix) => nodeValue(scope, node, filter.property.name, suffix));
    case "quantified":
      return quantified(scope, node, filter);
    case "counted":
      return counted(scope, node, filter);
  }
}

export function edgePredicate(scope: Scope, element: EdgeElement, filter: EdgeFilter): Cypher.Predicate {
  switch (filter.kind) {
    case "and":
      return all(filter.of.map((part) => edgePredicate(scope, element, part)));
    case "or":
      return any(filter.of.map((part) => edgePredicate(scope, element, part)));
    case "not":
      return negate(edgePredicate(scope, element, filter.of));
    case "compare":
      return compare(scope, filter, (suffix) =>
        suffix === ""
          ? edgeValue(scope, element, filter.property.name)
          : element.edge.property(column(filter.property.name) + suffix),
      );
    case "end":
      return endPredicate(scope, element, filter);
  }
}

/** True where the view shows the edge and `visible` lets it through. */
export function visiblePredicate(scope: Scope, edge: Cypher.Relationship, visible: Visibility): Cypher.Predicate {
  return all([...edgeShown(scope, edge), ...stances(scope, edge, visible)]);
}

/** True where the view shows the edge and `visible` keeps it out; null where it keeps nothing out. */
export function omittedPredicate(
  scope: Scope,
  edge: Cypher.Relationship,
  visible: Visibility,
): Cypher.Predicate | null {
  const kept = stances(scope, edge, visible);
  return kept.length === 0 ? null : all([...edgeShown(scope, edge), negate(all(kept))]);
}

function stances(scope: Scope, edge: Cypher.Relationship, visible: Visibility): Cypher.Predicate[] {
  const kept: Cypher.Predicate[] = [];
  if (visible.modalities !== null) {
    kept.push(Cypher.in(edge.property("modality"), parameter(scope, visible, "_modalities")));
  }
  if (visible.ranks !== null) kept.push(Cypher.in(edge.property("rank"), parameter(scope, visible, "_ranks")));
  return kept;
}

function compare(scope: Scope, comparison: Comparison, read: (suffix: DaySuffix) => Cypher.Expr): Cypher.Predicate {
  const { property, operator } = comparison;
  const operand = parameter(scope, comparison);
  if (operator === "exists") {
    const value = read("");
    const exists = property.list
      ? Cypher.gt(Cypher.size(listOf(value)), new Cypher.Literal(0))
      : Cypher.isNotNull(value);
    return comparison.value === true ? exists : Cypher.not(exists);
  }
  const correct =
    comparison.value === EXOTIC ? new Cypher.NamedParam(correctionsParameter(parameterName(scope, comparison))) : null;
  if (property.type === "date") {
    const [min, max] = [read("_min"), read("_max")];
    if (!property.list) return compareDate(operator, min, max, operand);
    const i = new Cypher.Variable();
    return Cypher.any(i, indexesOf(min), compareDate(operator, memberAt(min, i), memberAt(max, i), operand));
  }
  if (!property.list) return compareScalar(operator, read(""), operand, correct);
  const member = new Cypher.Variable();
  return Cypher.any(member, read(""), compareScalar(operator, member, operand, correct));
}

function compareScalar(
  operator: Operator,
  value: Cypher.Expr,
  operand: Cypher.Expr,
  correct: Cypher.Variable | null,
): Cypher.Predicate {
  switch (operator) {
    case "in":
      return Cypher.in(value, operand);
    case "contains":
      return Cypher.contains(value, operand);
    case "startsWith":
      return Cypher.startsWith(value, operand);
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      return correct === null ? Cypher[operator](value, operand) : compareExotic(operator, value, operand, correct);
    default:
      return Cypher.eq(value, operand);
  }
}

/** Compares whole intervals; days are texts `yyyy-mm-dd`, which order as days do. */
function compareDate(
  operator: Operator,
  min: Cypher.Expr,
  max: Cypher.Expr,
  operand: Cypher.Variable,
): Cypher.Predicate {
  switch (operator) {
    case "gt":
      return Cypher.gt(min, operand.property("max"));
    case "gte":
      return Cypher.gte(min, operand.property("min"));
    case "lt":
      return Cypher.lt(max, operand.property("min"));
    case "lte":
      return Cypher.lte(max, operand.property("max"));
    case "in": {
      const one = new Cypher.Variable();
      return Cypher.any(one, operand, compareDate("eq", min, max, one));
    }
    default:
      return all([Cypher.gte(min, operand.property("min")), Cypher.lte(max, operand.property("max"))]);
  }
}

function quantified(scope: Scope, near: Cypher.Node, { hop, node, quantifier }: Quantified): Cypher.Predicate {
  const { pattern, element, far } = matchHop(near, hop);
  const wanted = node === null ? all([]) : nodePredicate(scope, far, node);
  const edges = hopPredicate(scope, element, hop);
  const among = quantifier === "all" ? negate(wanted) : wanted;
  const exists = new Cypher.Exists(new Cypher.Match(pattern).where(all([edges, among])));
  return quantifier === "some" ? exists : Cypher.not(exists);
}

function counted(scope: Scope, near: Cypher.Node, filter: Counted): Cypher.Predicate {
  const { pattern, element } = matchHop(near, filter.hop);
  const count = new Cypher.Count(new Cypher.Match(pattern).where(hopPredicate(scope, element, filter.hop)));
  return compareScalar(filter.operator, count, parameter(scope, filter), null);
}

/** True where an edge of a hop is visible and satisfies the hop's filter. */
function hopPredicate(scope: Scope, element: EdgeElement, hop: Hop): Cypher.Predicate {
  const visible = visiblePredicate(scope, element.edge, hop.visible);
  return hop.edge === null ? visible : all([visible, edgePredicate(scope, element, hop.edge)]);
}

function endPredicate(scope: Scope, { edge, ends }: EdgeElement, filter: EndFilter): Cypher.Predicate {
  if (ends.kind === "known") return nodePredicate(scope, ends[filter.end], filter.node);
  const nearIsSubject = Cypher.eq(Cypher.startNode(edge), ends.near);
  const nearIsMeant = filter.end === "subject" ? nearIsSubject : Cypher.eq(Cypher.endNode(edge), ends.near);
  return any([
    all([nearIsMeant, nodePredicate(scope, ends.near, filter.node)]),
    all([negate(nearIsMeant), nodePredicate(scope, ends.far, filter.node)]),
  ]);
}
