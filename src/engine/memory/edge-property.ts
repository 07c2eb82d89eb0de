import { u32, u8 } from "../../graph/arrays.js";
import { columnValue } from "../../graph/column.js";
import { edgeId, nodeId } from "../../graph/ids.js";
import type { Graph, RelationshipTable } from "../../graph/model.js";
import { lastDay, unpackDate } from "../../graph/packed-date.js";
import { listItems } from "../../graph/read-records.js";
import { modalityOf, rankOf } from "../../graph/stance.js";
import { corroborationOf, sourcesOf } from "./edge-cells.js";

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

/**
 * The day from which an edge is known, as `yyyymmdd`: the earliest publication among its evidence, for a derived edge the latest
 * of its premises; null where no source says when it was published. An imprecise publication counts from its last day.
 */
export function knownDay(graph: Graph, edge: number): number | null {
  const premises = listItems(graph.edges.derivedFrom, edge);
  if (premises !== undefined && premises.length > 0) {
    const days = premises.map((premise) => knownDay(graph, premise));
    return days.reduce((a, b) => (a === null || b === null ? null : Math.max(a, b)));
  }
  const days = sourcesOf(graph, edge).map((source) => publicationDay(graph, source));
  return days.reduce((a, b) => (a === null ? b : b === null ? a : Math.min(a, b)), null);
}

/** The last day of a source's date, as `yyyymmdd`; null where it has none. */
export function publicationDay(graph: Graph, source: number): number | null {
  const type = graph.types[graph.nodes.type[source] ?? 0];
  const column = type?.columns.get("date");
  if (type === undefined || column?.kind !== "date") return null;
  const date = u32(column.codes, source - type.start);
  return date === 0 ? null : lastDay(date);
}
