import Cypher from "@neo4j/cypher-builder";

import type { Ontology } from "../../ontology/model.js";
import type { EdgeField, NodeField } from "../../plan/plan.js";
import type { ViewShape } from "./view.js";

/** What compiling one plan needs to know throughout. */
export interface Scope {
  readonly ontology: Ontology;
  /** The parameter of each part of the plan that holds values: see `lift.ts`. */
  readonly names: ReadonlyMap<object, string>;
  readonly select: Selector;
  readonly view: ViewShape;
}

/**
 * What is fetched of a node or an edge: `calls` are subqueries that each add one variable to the row, `value` is a map with the
 * columns asked for under their own names and what field `i` needs beside them under `f<i>`.
 */
export interface Selection {
  readonly calls: readonly Cypher.Clause[];
  readonly value: Cypher.Expr;
}

/** Compiles selections of fields; they nest in each other through this. */
export interface Selector {
  node(scope: Scope, node: Cypher.Node, fields: readonly NodeField[]): Selection;
  /** The fields of an element's edge; `key` are the values of its sort keys, for its cursor. */
  edge(scope: Scope, element: Element, fields: readonly EdgeField[], key: readonly Cypher.Expr[]): Selection;
}

/** The name under which a map holds what field `i` fetched. */
export function fieldName(i: number): string {
  return `f${i}`;
}

/** The name under which a node's map holds its claims, where the view needs them. */
export const CLAIMS = "claims";

/** The name under which a connection's element holds what part `i` shows of it. */
export function partName(i: number): string {
  return `p${i}`;
}

/** The name under which a connection's map holds the groups of part `i`. */
export function groupsName(i: number): string {
  return `g${i}`;
}

/** The ends of an edge: known by the direction it was matched in, or either of the two where it was matched both ways. */
export type Ends =
  | { readonly kind: "known"; readonly subject: Cypher.Node; readonly object: Cypher.Node }
  | { readonly kind: "either"; readonly near: Cypher.Node; readonly far: Cypher.Node };

/** A matched edge. */
export interface EdgeElement {
  readonly edge: Cypher.Relationship;
  readonly ends: Ends;
}

/** One element of a connection: a node of a scan, an edge of all edges, or an edge and its far node. */
export interface Element {
  readonly node: Cypher.Node | null;
  readonly edge: EdgeElement | null;
}

/** The parameter that holds the values of a part of the plan. */
export function parameter(scope: Scope, part: object, suffix = ""): Cypher.NamedParam {
  return new Cypher.NamedParam(`${parameterName(scope, part)}${suffix}`);
}

export function parameterName(scope: Scope, part: object): string {
  const name = scope.names.get(part);
  if (name === undefined) throw new Error("a part of the plan has no parameter");
  return name;
}

/** The column of a property, or of a field of a value object (`tally.yes`). */
export function column(name: string): string {
  return name.replaceAll(".", "_");
}

/** The values of a list of either type or none, never null. */
export function listOf(value: Cypher.Expr): Cypher.Expr {
  return Cypher.coalesce(value, new Cypher.List([]));
}

/** The positions of a list's members, none where it is null. */
export function indexesOf(list: Cypher.Expr): Cypher.Expr {
  return Cypher.range(new Cypher.Literal(0), Cypher.minus(Cypher.size(listOf(list)), new Cypher.Literal(1)));
}

/** The member of a list at a position. Raw only because the builder indexes nothing but variables and their properties. */
export function memberAt(list: Cypher.Expr, index: Cypher.Expr): Cypher.Expr {
  return new Cypher.Raw((context) => `(${context.compile(list)})[${context.compile(index)}]`);
}

/** All clauses after each other. */
export function chain(...clauses: readonly Cypher.Clause[]): Cypher.Clause {
  return Cypher.utils.concat(...clauses);
}

/** True of a node of one of the concrete types. */
export function ofTypes(node: Cypher.Node, types: readonly string[]): Cypher.Predicate {
  return Cypher.in(node.property("type"), new Cypher.List(types.map((type) => new Cypher.Literal(type))));
}
