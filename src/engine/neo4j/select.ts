import Cypher from "@neo4j/cypher-builder";

import type { EdgeField, NodeField } from "../../plan/plan.js";
import { edgeProperties, nodeProperties } from "../../store/neo4j/elements.js";
import { columnsOf } from "../../store/neo4j/values.js";
import { expandConnection } from "./connection.js";
import {
  type EdgeElement,
  type Element,
  type Scope,
  type Selection,
  type Selector,
  chain,
  column,
  edgeValue,
  fieldName,
  ofTypes,
} from "./element.js";
import { all, edgePredicate, visiblePredicate } from "./filter.js";
import { matchHop } from "./hop.js";
import { selectRecords } from "./records.js";

/** What one field adds to the map of its element. */
interface FieldSelection {
  readonly calls: readonly Cypher.Clause[];
  readonly columns: readonly string[];
  readonly value: Cypher.Expr | null;
}

/** The compiler of selections. */
export const selector: Selector = { node: selectNode, edge: selectEdge };

function selectNode(scope: Scope, node: Cypher.Node, fields: readonly NodeField[]): Selection {
  const selected = fields.map((field) => selectNodeField(scope, node, field));
  const columns = new Set(["type", ...selected.flatMap((field) => field.columns)]);
  return combine(selected, (values) => new Cypher.MapProjection(node, [...columns], values));
}

function selectNodeField(scope: Scope, node: Cypher.Node, field: NodeField): FieldSelection {
  switch (field.kind) {
    case "property":
      return { calls: [], columns: nodeColumns(scope, field.name, field.on), value: null };
    case "records":
      return selectRecords({ kind: "node", node }, field.name);
    case "expand":
      return { columns: [], ...expandConnection(scope, node, field, applies(node, field.on)) };
    case "one":
      return { columns: [], ...selectOne(scope, node, field, applies(node, field.on)) };
  }
}

function selectEdge(
  scope: Scope,
  element: Element,
  fields: readonly EdgeField[],
  key: readonly Cypher.Expr[],
): Selection {
  const selected = fields.map((field) => selectEdgeField(scope, element, field, key));
  const columns = [...new Set(selected.flatMap((field) => field.columns))];
  return combine(selected, (values) => {
    if (element.edge === null) return new Cypher.Map(values);
    const { edge } = element.edge;
    return new Cypher.MapProjection(edge, columns, { ...values, type: edgeValue(element.edge, "type") });
  });
}

function selectEdgeField(
  scope: Scope,
  element: Element,
  field: EdgeField,
  key: readonly Cypher.Expr[],
): FieldSelection {
  switch (field.kind) {
    case "property":
      return { calls: [], columns: edgeColumns(scope, field.name), value: null };
    case "records":
      if (element.edge === null) return NOTHING;
      return selectRecords({ kind: "edge", edge: element.edge.edge }, field.name);
    case "cursor":
      return { calls: [], columns: [], value: new Cypher.List([...key]) };
    case "matched":
    case "paragraph":
    case "passage":
      return NOTHING;
    case "self":
      return { columns: [], ...selectEdge(scope, element, field.fields, key) };
    case "end":
      return { columns: [], ...selectEnd(scope, element, field) };
  }
}

const NOTHING: FieldSelection = { calls: [], columns: [], value: null };

function selectEnd(scope: Scope, element: Element, field: Extract<EdgeField, { kind: "end" }>): Selection {
  if (field.end === "node") return element.node === null ? NONE : selectNode(scope, element.node, field.fields);
  if (element.edge === null) return NONE;
  const { edge, ends } = element.edge;
  if (ends.kind === "known") return selectNode(scope, ends[field.end], field.fields);
  const end = new Cypher.Node();
  const pattern =
    field.end === "subject"
      ? new Cypher.Pattern(end).related(edge, { direction: "right" }).to()
      : new Cypher.Pattern().related(edge, { direction: "right" }).to(end);
  const { calls, value } = selectNode(scope, end, field.fields);
  const found = new Cypher.Variable();
  const subquery = chain(new Cypher.Match(pattern), ...calls, new Cypher.Return([value, found]));
  return { calls: [new Cypher.Call(subquery, [edge])], value: found };
}

const NONE: Selection = { calls: [], value: Cypher.Null };

/** The single edge of a to-one side, as a list of at most one. */
function selectOne(
  scope: Scope,
  near: Cypher.Node,
  { hop, fields }: Extract<NodeField, { kind: "one" }>,
  when: Cypher.Predicate | null,
): Selection {
  const { pattern, element, far } = matchHop(near, hop);
  const { edge } = element;
  const wanted = [
    ...(when === null ? [] : [when]),
    visiblePredicate(scope, edge, hop.visible),
    ...(hop.edge === null ? [] : [edgePredicate(scope, element, hop.edge)]),
  ];
  const { calls, value } = selectEdge(scope, { edge: element, node: far }, fields, []);
  const found = new Cypher.Variable();
  const subquery = chain(
    new Cypher.Match(pattern).where(all(wanted)),
    new Cypher.With(near, edge, far)
      .orderBy([rankOrder(element), "ASC"], [edge.property("id"), "ASC"])
      .limit(new Cypher.Literal(1)),
    ...calls,
    new Cypher.Return([Cypher.collect(value), found]),
  );
  return { calls: [new Cypher.Call(subquery, [near])], value: found };
}

function rankOrder({ edge }: EdgeElement): Cypher.Expr {
  const rank = edge.property("rank");
  const is = (name: string): Cypher.Predicate => Cypher.eq(rank, new Cypher.Literal(name));
  return new Cypher.Case()
    .when(is("PREFERRED"))
    .then(new Cypher.Literal(0))
    .when(is("NORMAL"))
    .then(new Cypher.Literal(1))
    .else(new Cypher.Literal(2));
}

/** True where a node is of the types that a field is for; null where it is for all. */
function applies(node: Cypher.Node, on: readonly string[] | null): Cypher.Predicate | null {
  if (on === null) return null;
  return ofTypes(node, on);
}

function combine(
  selected: readonly FieldSelection[],
  build: (values: Record<string, Cypher.Expr>) => Cypher.Expr,
): Selection {
  const values: Record<string, Cypher.Expr> = {};
  for (const [i, field] of selected.entries()) if (field.value !== null) values[fieldName(i)] = field.value;
  return { calls: selected.flatMap((field) => field.calls), value: build(values) };
}

/** The columns that hold a property on any of the types, or under its own name where none declares it. */
function nodeColumns({ ontology }: Scope, name: string, on: readonly string[] | null): readonly string[] {
  const columns = (on ?? ontology.concrete).flatMap((type) =>
    nodeProperties(ontology, type)
      .filter((property) => property.name === name)
      .flatMap((property) => columnsOf(property, ontology)),
  );
  return columns.length === 0 ? [column(name)] : columns;
}

function edgeColumns({ ontology }: Scope, name: string): readonly string[] {
  const columns = [...ontology.relationships.keys()].flatMap((type) =>
    edgeProperties(ontology, type)
      .filter((property) => property.name === name)
      .flatMap((property) => columnsOf(property, ontology)),
  );
  return columns.length === 0 ? [column(name)] : columns;
}
