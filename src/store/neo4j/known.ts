import { dateMaxText } from "../../graph/date.js";
import type { EdgeRecord, GraphRecords } from "../../graph/record.js";

/**
 * Since when each edge is known, by its id, as `yyyy-mm-dd`: the earliest publication among its evidence; of a derived edge, the
 * latest among its premises. An imprecise publication counts from its interval's end. Edges without a dated source, and those
 * derived from one of these, have no entry.
 */
export function knownDates(records: GraphRecords): ReadonlyMap<string, string> {
  const published = new Map<string, string>();
  for (const node of records.nodes) {
    const date = node.properties["date"];
    if (typeof date === "string") published.set(node.id, dateMaxText(date));
  }
  const edges = new Map(records.edges.map((edge) => [edge.id, edge]));
  const known = new Map<string, string>();
  const visit = (edge: EdgeRecord): string | undefined => {
    const seen = known.get(edge.id);
    if (seen !== undefined) return seen;
    const premises = (edge.derivedFrom ?? []).map((id) => edges.get(id)).filter((premise) => premise !== undefined);
    const day =
      premises.length > 0
        ? latest(premises.map(visit))
        : earliest(edge.evidence.map((one) => published.get(one.source)));
    if (day !== undefined) known.set(edge.id, day);
    return day;
  };
  for (const edge of records.edges) visit(edge);
  return known;
}

function earliest(days: readonly (string | undefined)[]): string | undefined {
  return days.filter((day) => day !== undefined).sort()[0];
}

function latest(days: readonly (string | undefined)[]): string | undefined {
  return days.includes(undefined) ? undefined : days.toSorted().at(-1);
}
