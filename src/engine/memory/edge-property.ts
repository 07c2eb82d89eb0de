import { u32, u8 } from "../../graph/arrays.js";
import { columnValue } from "../../graph/column.js";
import { edgeId, nodeId } from "../../graph/ids.js";
import type { Graph, RelationshipTable } from "../../graph/model.js";
import { unpackDate } from "../../graph/packed-date.js";
import { listItems } from "../../graph/read-records.js";
import { modalityOf, rankOf } from "../../graph/stance.js";
import { corroborationOf, knownDay, sourcesOf } from "../../graph/standing.js";

/** A property of an edge, built-in or its own, as a result shows it: null where missing, [] where a list is. */
export function edgeProperty(graph: Graph, table: RelationshipTable, edge: number, name: string): unknown {
  const row = edge - table.start;
  switch (name) {
    case "id":
      return edgeId(graph, edge, table);
    case "type":
      return table.type;
    case "key":
      return u32(table.key, row) === 0 ? null : graph.strings.text(u32(table.key, row));
    case "subject":
    case "object":
      return nodeId(graph, u32(graph.edges[name], edge));
    case "date":
    case "from":
    case "until":
      return u32(table[name], row) === 0 ? null : unpackDate(u32(table[name], row));
    case "modality":
      return modalityOf(u8(graph.edges.stance, edge));
    case "rank":
      return rankOf(u8(graph.edges.stance, edge));
    case "corroboration":
      return corroborationOf(graph, edge);
    case "sources":
      return sourcesOf(graph, edge).map((node) => nodeId(graph, node));
    case "known": {
      const known = knownDay(graph, edge);
      return known === null ? null : unpackDate(known);
    }
    case "derived":
      return listItems(graph.edges.derivedFrom, edge) !== undefined;
    case "derivedFrom":
      return (listItems(graph.edges.derivedFrom, edge) ?? []).map((premise) => edgeId(graph, premise));
    default: {
      const column = table.columns.get(name);
      if (column === undefined) return null;
      return columnValue(column, row, graph.strings) ?? (column.kind === "list" ? [] : null);
    }
  }
}
