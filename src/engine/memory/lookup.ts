import { u32 } from "../../graph/arrays.js";
import { findNode, typeName } from "../../graph/ids.js";
import type { Graph } from "../../graph/model.js";
import type { LookupPlan } from "../../plan/plan.js";
import type { Context } from "./context.js";
import { fieldCompiler } from "./fields.js";
import { nodeCells } from "./node-cells.js";

/** Runs a lookup: one node or null for each value. */
export function runLookup(context: Context, plan: LookupPlan): readonly (object | null)[] {
  const read = fieldCompiler(context).node(plan.fields);
  const find = compileFind(context.graph, plan);
  return plan.values.map((value) => {
    const node = find(value);
    return node === null ? null : read(node);
  });
}

function compileFind(graph: Graph, { property, types }: LookupPlan): (value: string) => number | null {
  if (property === "id") {
    return (value) => {
      const node = findNode(graph, value);
      return node !== null && types.includes(typeName(graph, node)) ? node : null;
    };
  }
  const cells = nodeCells(graph, property, false);
  const codeOf = (node: number): number => (cells.list ? NaN : cells.at(node));
  const indexes = graph.types.filter((type) => types.includes(type.name)).map((type) => type.keys.get(property));
  return (value) => {
    const code = graph.strings.code(value);
    if (code === 0) return null;
    for (const index of indexes) {
      const node = index === undefined ? undefined : index[lowerBound(index, codeOf, code)];
      if (node !== undefined && codeOf(node) === code) return node;
    }
    return null;
  };
}

function lowerBound(index: Uint32Array, codeOf: (node: number) => number, code: number): number {
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (codeOf(u32(index, middle)) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}
