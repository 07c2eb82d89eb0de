import { u32 } from "./arrays.js";
import type { Graph } from "./model.js";
import { lastDay } from "./packed-date.js";
import { listItems } from "./read-records.js";

/** What an edge has by its evidence and its premises. */

/** The distinct nodes that an edge's evidence cites, in order of first mention. */
export function sourcesOf(graph: Graph, edge: number): readonly number[] {
  const start = u32(graph.edges.evidence, edge);
  const end = u32(graph.edges.evidence, edge + 1);
  // As most have it.
  if (end === start + 1) return [u32(graph.evidence.source, start)];
  return [...new Set(graph.evidence.source.subarray(start, end))];
}

/**
 * The number of distinct sources that say what an edge says. A derived edge is said by nobody: it is as well founded as the weakest of its
 * premises.
 */
export function corroborationOf(graph: Graph, edge: number): number {
  const premises = listItems(graph.edges.derivedFrom, edge) ?? [];
  if (premises.length === 0) return sourcesOf(graph, edge).length;
  return premises.reduce((least, premise) => Math.min(least, corroborationOf(graph, premise)), Infinity);
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
