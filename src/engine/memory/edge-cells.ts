import { u32, u8 } from "../../graph/arrays.js";
import { listItems } from "../../graph/read-records.js";
import type { Graph, RelationshipTable } from "../../graph/model.js";
import { STANCES } from "../../graph/stance.js";
import { corroborationOf, sourcesOf } from "../../graph/standing.js";
import { cellValues, columnCells, NO_CELLS, orNone } from "./cells.js";
import type { Cells } from "./cells.js";

/** The cells of a property of the edges of some relationship types. `id` has none: edge ids are not stored. */
export function edgeCells(graph: Graph, tables: readonly RelationshipTable[], name: string, list: boolean): Cells {
  const { edges, nodes, strings } = graph;
  switch (name) {
    case "subject":
      return { list: false, at: (edge) => u32(nodes.id, u32(edges.subject, edge)) };
    case "object":
      return { list: false, at: (edge) => u32(nodes.id, u32(edges.object, edge)) };
    case "modality":
    case "rank": {
      const codes = STANCES.map((stance) => strings.code(stance[name]));
      return { list: false, at: (edge) => codes[u8(edges.stance, edge)] ?? NaN };
    }
    case "type":
      return byTable(tables, false, (table) => {
        const code = strings.code(table.type);
        return { list: false, at: () => code };
      });
    case "key":
    case "date":
    case "from":
    case "until":
      return byTable(tables, false, (table) => {
        const column = table[name];
        return { list: false, at: (row) => orNone(u32(column, row)) };
      });
    case "corroboration":
      return { list: false, at: (edge) => corroborationOf(graph, edge) };
    case "sources":
      return { list: true, at: (edge) => sourcesOf(graph, edge).map((node) => u32(nodes.id, node)) };
    case "derived":
      return { list: false, at: (edge) => (listItems(edges.derivedFrom, edge) === undefined ? 0 : 1) };
    default: {
      const [property = "", ...path] = name.split(".");
      return byTable(tables, list, (table) => {
        const column = table.columns.get(property);
        return column === undefined ? NO_CELLS : columnCells(column, path, strings);
      });
    }
  }
}

/** Cells by edge, given for each table its cells by row. */
function byTable(
  tables: readonly RelationshipTable[],
  list: boolean,
  cellsOf: (table: RelationshipTable) => Cells,
): Cells {
  const entries = tables.map((table) => ({ start: table.start, end: table.end, cells: cellsOf(table) }));
  const find = (edge: number): (typeof entries)[number] | undefined => {
    for (const entry of entries) if (edge >= entry.start && edge < entry.end) return entry;
    return undefined;
  };
  if (list) {
    const at = (edge: number): readonly number[] => {
      const entry = find(edge);
      return entry === undefined ? [] : cellValues(entry.cells, edge - entry.start);
    };
    return { list, at };
  }
  const at = (edge: number): number => {
    const entry = find(edge);
    return entry === undefined || entry.cells.list ? NaN : entry.cells.at(edge - entry.start);
  };
  return { list, at };
}
