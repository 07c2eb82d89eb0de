import Cypher from "@neo4j/cypher-builder";

import { PlenaryError } from "../../errors.js";
import type { Order, Page } from "../../plan/plan.js";
import { type Element, type Scope, column, parameterName } from "./element.js";
import { EXOTIC, compareExotic } from "./code-points.js";
import { correctionsParameter, keyParameter } from "./lift.js";
import { all, any } from "./logic.js";
import { type DaySuffix, edgeValue, nodeValue } from "./values.js";

/** One sort key of an element. A date sorts by its first day, then by its last. */
export interface SortKey {
  readonly value: Cypher.Expr;
  readonly columns: readonly { readonly expr: Cypher.Expr; readonly field: "min" | "max" | null }[];
  readonly descending: boolean;
}

/** The sort keys of an element, its id last. */
export function sortKeys(scope: Scope, element: Element, order: readonly Order[]): readonly SortKey[] {
  return [...order.map((one) => sortKey(scope, element, one)), idKey(element)];
}

/** What `ORDER BY` takes. Nulls come last either way; the whole order is turned round for a page counted from the end. */
export function orderBy(keys: readonly SortKey[], forward: boolean): [Cypher.Expr, "ASC" | "DESC"][] {
  return keys.flatMap(({ columns, descending }, i) =>
    columns.flatMap(({ expr }, j) => {
      const values: [Cypher.Expr, "ASC" | "DESC"] = [expr, descending === forward ? "DESC" : "ASC"];
      if (j > 0 || i === keys.length - 1) return [values];
      return [[Cypher.isNull(expr), forward ? "ASC" : "DESC"] as [Cypher.Expr, "ASC" | "DESC"], values];
    }),
  );
}

/** True of the elements strictly after the cursor `page.after`, or strictly before `page.before`; null where there is none. */
export function cursorPredicate(
  scope: Scope,
  keys: readonly SortKey[],
  page: Page,
  bound: "after" | "before",
): Cypher.Predicate | null {
  const cursor = page[bound];
  if (cursor === null) return null;
  const name = parameterName(scope, page);
  const operand = (i: number): Operand | null => {
    const value = cursor[i] ?? null;
    if (value === null) return null;
    const parameter = keyParameter(name, bound, i);
    const correct = value === EXOTIC ? new Cypher.NamedParam(correctionsParameter(parameter)) : null;
    return { value: new Cypher.NamedParam(parameter), correct };
  };
  return compareCursor(keys, operand, bound === "before");
}

function compareCursor(
  keys: readonly SortKey[],
  operand: (i: number) => Operand | null,
  before: boolean,
): Cypher.Predicate {
  const steps = keys.flatMap((key, i) =>
    key.columns.map((one) => ({ ...one, key, operand: operandOf(operand(i), one.field) })),
  );
  const alternatives = steps.map((step, i) => {
    const equal = steps.slice(0, i).map((earlier) => equalTo(earlier.expr, earlier.operand));
    return all([...equal, beyond(step.expr, step.operand, step.key.descending, before)]);
  });
  return any(alternatives);
}

/** A value of a cursor, and the corrections that it needs to be compared by code point. */
interface Operand<E extends Cypher.Expr = Cypher.NamedParam> {
  readonly value: E;
  readonly correct: Cypher.Variable | null;
}

function operandOf(operand: Operand | null, field: "min" | "max" | null): Operand<Cypher.Expr> | null {
  return operand === null || field === null ? operand : { value: operand.value.property(field), correct: null };
}

function equalTo(expr: Cypher.Expr, operand: Operand<Cypher.Expr> | null): Cypher.Predicate {
  return operand === null ? Cypher.isNull(expr) : Cypher.eq(expr, operand.value);
}

function beyond(
  expr: Cypher.Expr,
  operand: Operand<Cypher.Expr> | null,
  descending: boolean,
  before: boolean,
): Cypher.Predicate {
  if (operand === null) return before ? Cypher.isNotNull(expr) : any([]);
  const operator = descending === before ? "gt" : "lt";
  const { value, correct } = operand;
  const compared = correct === null ? Cypher[operator](expr, value) : compareExotic(operator, expr, value, correct);
  return before ? compared : any([compared, Cypher.isNull(expr)]);
}

function sortKey(scope: Scope, element: Element, { on, property, direction }: Order): SortKey {
  const { name, type, list } = property;
  if (list) throw new PlenaryError("BAD_USER_INPUT", `${name} has several values: nothing can be ordered by it.`);
  const read = reader(scope, element, on, name);
  if (read === null) throw new PlenaryError("BAD_USER_INPUT", `There is no ${on} here to order by ${name}.`);
  const columns =
    type === "date"
      ? (["min", "max"] as const).map((field) => ({ expr: read(`_${field}`), field }))
      : [{ expr: read(""), field: null }];
  return { value: read(""), columns, descending: direction === "desc" };
}

/** Reads a property of an element's node or edge; null where the element has no such thing. */
function reader(
  scope: Scope,
  { node, edge }: Element,
  on: Order["on"],
  name: string,
): ((suffix: DaySuffix) => Cypher.Expr) | null {
  if (on === "node") return node === null ? null : (suffix) => nodeValue(scope, node, name, suffix);
  if (edge === null) return null;
  return (suffix) => (suffix === "" ? edgeValue(scope, edge, name) : edge.edge.property(column(name) + suffix));
}

function idKey({ edge, node }: Element): SortKey {
  const value = edge?.edge.property("id") ?? node?.property("id") ?? Cypher.Null;
  return { value, columns: [{ expr: value, field: null }], descending: false };
}
