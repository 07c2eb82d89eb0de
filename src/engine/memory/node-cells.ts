import { u32 } from "../../graph/arrays.js";
import { rowsOf } from "../../graph/ids.js";
import type { Graph } from "../../graph/model.js";
import { cellValues, columnCells, NO_CELLS } from "./cells.js";
import type { Cells } from "./cells.js";

/** The cells of a property of nodes, whatever their type; a type that lacks it has no value. */
export function nodeCells(graph: Graph, name: string, list: boolean): Cells {
  if (name === "id") return { list: false, at: (node) => u32(graph.nodes.id, node) };
  if (name === "type") {
    const codes = graph.types.map((type) => graph.strings.code(type.name));
    return { list: false, at: (node) => codes[graph.nodes.type[node] ?? 0] ?? NaN };
  }
  if (name === "alias") return { list: true, at: (node) => aliasCodes(graph, node) };
  const [property = "", ...path] = name.split(".");
  const byType = graph.types.map((type) => {
    const column = type.columns.get(property);
    return { start: type.start, cells: column === undefined ? NO_CELLS : columnCells(column, path, graph.strings) };
  });
  if (list) {
    const at = (node: number): readonly number[] => {
      const type = byType[graph.nodes.type[node] ?? 0];
      return type === undefined ? [] : cellValues(type.cells, node - type.start);
    };
    return { list, at };
  }
  const at = (node: number): number => {
    const type = byType[graph.nodes.type[node] ?? 0];
    return type === undefined || type.cells.list ? NaN : type.cells.at(node - type.start);
  };
  return { list, at };
}

function aliasCodes(graph: Graph, node: number): readonly number[] {
  const [start, end] = rowsOf(graph.aliases.owner, node);
  return Array.from(graph.aliases.text.subarray(start, end));
}
