import { u32 } from "../../../graph/arrays.js";
import { parseDate } from "../../../graph/date.js";
import type { Graph, RelationshipTable } from "../../../graph/model.js";
import { firstDay, lastDay } from "../../../graph/packed-date.js";
import { OUTSIDE, countStances } from "../../../graph/stance.js";

/** The same graph, in which the edges that do not surely hold on some day of `valid` have the stance `OUTSIDE`. Numbers stay what they are. */
export function validGraph(graph: Graph, valid: string): Graph {
  const days = parseDate(valid);
  const stance = graph.edges.stance.slice();
  for (const table of graph.relationships.values()) {
    for (let edge = table.start; edge < table.end; edge++) {
      if (days === null || !holds(table, edge - table.start, days.min, days.max)) stance[edge] = OUTSIDE;
    }
  }
  const relationships = [...graph.relationships].map(
    ([type, table]) => [type, { ...table, stances: countStances(stance.subarray(table.start, table.end)) }] as const,
  );
  return { ...graph, edges: { ...graph.edges, stance }, relationships: new Map(relationships) };
}

/** Whether an edge surely holds on some day from one to another, both as `yyyymmdd`. */
function holds(table: RelationshipTable, row: number, first: number, last: number): boolean {
  const date = u32(table.date, row);
  const from = u32(table.from, row);
  const until = u32(table.until, row);
  if (date === 0 && from === 0 && until === 0) return false;
  const begun = [date, from].every((start) => start === 0 || lastDay(start) <= last);
  return begun && (until === 0 || firstDay(until) >= first);
}
