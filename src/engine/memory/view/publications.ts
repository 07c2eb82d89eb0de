import { parseDate } from "../../../graph/date.js";
import type { Graph } from "../../../graph/graph.js";
import { SOURCE } from "../../../graph/source.js";
import { publicationDay } from "../../../graph/standing.js";

/** The days on which the sources of a graph were published, as `yyyymmdd`, each once, ascending. */
export function publicationDays(graph: Graph): readonly number[] {
  const sources = new Set(graph.evidence.source);
  const type = graph.types.find(({ name }) => name === SOURCE);
  for (let node = type?.start ?? 0; node < (type?.end ?? 0); node++) sources.add(node);
  const days = [...sources].map((source) => publicationDay(graph, source)).filter((day) => day !== null);
  return [...new Set(days)].sort((a, b) => a - b);
}

/** The last of some days by the end of a date: two dates with the same one know the same sources. 0 where there is none. */
export function lastBy(days: readonly number[], date: string): number {
  const end = parseDate(date)?.max ?? 0;
  return days.findLast((day) => day <= end) ?? 0;
}
