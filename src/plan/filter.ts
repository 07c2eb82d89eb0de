/** Filters of a plan. Two-valued: a missing or too imprecise value compares false, and `not` is the complement. */

export type Scalar = string | number | boolean;

/** How values of a property are compared. `date` values are EDTF level 0 and compare as whole intervals. */
export type DataType = "id" | "string" | "enum" | "int" | "float" | "boolean" | "date";

/**
 * A property of a node or an edge. `name` is a declared property, `value.field` for one field of a value object, or a built-in:
 * on nodes `id`, `type`, `alias` (the text of every alias); on edges `id`, `type`, `key`, `subject` and `object` (ids), `date`, `from`, `until`, `modality`,
 * `rank`, `corroboration` (number of distinct sources; of a derived edge the smallest among its premises), `sources` (ids), `derived` (boolean).
 * Where `list` is true a comparison holds if it holds for at least one member.
 */
export interface PropertyRef {
  readonly name: string;
  readonly type: DataType;
  readonly list: boolean;
}

export type Operator = "eq" | "in" | "contains" | "startsWith" | "gt" | "gte" | "lt" | "lte" | "exists";

/**
 * `in` takes a list, `exists` a boolean, the others one scalar. `contains` and `startsWith` compare exactly, by code point.
 * Dates, with value [v1,v2] and operand [o1,o2]: gt v1>o2, gte v1>=o1, lt v2<o1, lte v2<=o2, eq v1>=o1 and v2<=o2; `in` is eq of any.
 */
export interface Comparison {
  readonly kind: "compare";
  readonly property: PropertyRef;
  readonly operator: Operator;
  readonly value: Scalar | readonly Scalar[];
}

export interface And<F> {
  readonly kind: "and";
  readonly of: readonly F[];
}
export interface Or<F> {
  readonly kind: "or";
  readonly of: readonly F[];
}
export interface Not<F> {
  readonly kind: "not";
  readonly of: F;
}

/**
 * The edges seen from a node: `relationships` in `direction` (`both`: either way, a self-loop once), limited to edges that
 * `visible` lets through and that satisfy `edge`, and to far nodes that satisfy `node`.
 */
export interface Hop {
  readonly relationships: readonly string[];
  readonly direction: "out" | "in" | "both";
  readonly edge: EdgeFilter | null;
  readonly visible: Visibility;
}

/** Which edges are seen at all. Null lets everything through. What it keeps out is counted by `omitted`. */
export interface Visibility {
  readonly modalities: readonly string[] | null;
  readonly ranks: readonly string[] | null;
}

/** Over the edges of a hop: some far node satisfies `node`, none does, or all do (true where there are none). */
export interface Quantified {
  readonly kind: "quantified";
  readonly quantifier: "some" | "none" | "all";
  readonly hop: Hop;
  readonly node: NodeFilter | null;
}

/** The number of edges of a hop compares so. */
export interface Counted {
  readonly kind: "counted";
  readonly hop: Hop;
  readonly operator: "eq" | "in" | "gt" | "gte" | "lt" | "lte";
  readonly value: number | readonly number[];
}

export type NodeFilter = And<NodeFilter> | Or<NodeFilter> | Not<NodeFilter> | Comparison | Quantified | Counted;

/** The node at one end of an edge satisfies a filter. */
export interface EndFilter {
  readonly kind: "end";
  readonly end: "subject" | "object";
  readonly node: NodeFilter;
}

export type EdgeFilter = And<EdgeFilter> | Or<EdgeFilter> | Not<EdgeFilter> | Comparison | EndFilter;
