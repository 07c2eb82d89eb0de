import { u32 } from "../../graph/arrays.js";
import { edgeId } from "../../graph/ids.js";
import type { RelationshipTable } from "../../graph/model.js";
import { compareText } from "../../graph/text.js";
import type { Comparison, Counted, EdgeFilter, NodeFilter, Quantified } from "../../plan/filter.js";
import { compileComparison } from "./compare.js";
import type { Context } from "./context.js";
import { edgeCells } from "./edge-cells.js";
import { compileHop } from "./hop.js";
import { nodeCells } from "./node-cells.js";

/** Whether a node or an edge, given by its number, satisfies a filter. */
export type Predicate = (x: number) => boolean;

/** A filter over nodes as a function, compiled once for all of them. */
export function compileNodeFilter(context: Context, filter: NodeFilter): Predicate {
  switch (filter.kind) {
    case "and":
      return every(filter.of.map((one) => compileNodeFilter(context, one)));
    case "or":
      return some(filter.of.map((one) => compileNodeFilter(context, one)));
    case "not":
      return not(compileNodeFilter(context, filter.of));
    case "compare": {
      const { name, list } = filter.property;
      return compileComparison(nodeCells(context.graph, name, list), filter, context.graph.strings);
    }
    case "quantified":
      return compileQuantified(context, filter);
    case "counted":
      return compileCounted(context, filter);
  }
}

/** A filter over the edges of some relationship types as a function, compiled once for all of them. */
export function compileEdgeFilter(
  context: Context,
  filter: EdgeFilter,
  tables: readonly RelationshipTable[],
): Predicate {
  const { graph } = context;
  switch (filter.kind) {
    case "and":
      return every(filter.of.map((one) => compileEdgeFilter(context, one, tables)));
    case "or":
      return some(filter.of.map((one) => compileEdgeFilter(context, one, tables)));
    case "not":
      return not(compileEdgeFilter(context, filter.of, tables));
    case "compare": {
      const { name, list } = filter.property;
      if (name === "id") return compileEdgeId(context, filter);
      return compileComparison(edgeCells(graph, tables, name, list), filter, graph.strings);
    }
    case "end": {
      const ends = filter.end === "subject" ? graph.edges.subject : graph.edges.object;
      const node = compileNodeFilter(context, filter.node);
      return (edge) => node(u32(ends, edge));
    }
  }
}

function compileQuantified(context: Context, filter: Quantified): Predicate {
  const hop = compileHop(context, filter.hop);
  const far = filter.node === null ? null : compileNodeFilter(context, filter.node);
  switch (filter.quantifier) {
    case "some":
      return (node) => hop.each(node, (_edge, other) => far === null || far(other));
    case "none":
      return (node) => !hop.each(node, (_edge, other) => far === null || far(other));
    case "all":
      return (node) => !hop.each(node, (_edge, other) => far !== null && !far(other));
  }
}

function compileCounted(context: Context, filter: Counted): Predicate {
  const hop = compileHop(context, filter.hop);
  const comparison: Comparison = {
    kind: "compare",
    property: { name: "count", type: "int", list: false },
    operator: filter.operator,
    value: filter.value,
  };
  const count = (node: number): number => {
    let edges = 0;
    hop.each(node, () => {
      edges++;
      return false;
    });
    return edges;
  };
  return compileComparison({ list: false, at: count }, comparison, context.graph.strings);
}

/** Ids of edges are not stored, so they are compared as texts. */
function compileEdgeId(context: Context, { operator, value }: Comparison): Predicate {
  const wanted: readonly string[] = Array.isArray(value) ? value.map(String) : [String(value)];
  const [one = ""] = wanted;
  const tests: Record<Comparison["operator"], (id: string) => boolean> = {
    eq: (id) => id === one,
    in: (id) => wanted.includes(id),
    contains: (id) => id.includes(one),
    startsWith: (id) => id.startsWith(one),
    gt: (id) => compareText(id, one) > 0,
    gte: (id) => compareText(id, one) >= 0,
    lt: (id) => compareText(id, one) < 0,
    lte: (id) => compareText(id, one) <= 0,
    exists: () => value === true,
  };
  const test = tests[operator];
  return (edge) => test(edgeId(context.graph, edge));
}

function every(predicates: readonly Predicate[]): Predicate {
  return (x) => predicates.every((predicate) => predicate(x));
}

function some(predicates: readonly Predicate[]): Predicate {
  return (x) => predicates.some((predicate) => predicate(x));
}

function not(predicate: Predicate): Predicate {
  return (x) => !predicate(x);
}
