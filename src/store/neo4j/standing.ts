import { dateMaxText } from "../../graph/date.js";
import type { EdgeRecord, GraphRecords } from "../../graph/record.js";

/** What an edge has by its evidence and its premises. */
export interface Standing {
  /**
   * Since when it is known, as `yyyy-mm-dd`: the earliest publication among its evidence; of a derived edge, the latest among its premises.
   * An imprecise publication counts from its interval's end. Null without a dated source, or where a premise has none.
   */
  readonly known: string | null;
  /** The number of distinct sources; of a derived edge, the smallest among its premises. */
  readonly corroboration: number;
}

/** The standing of every edge of some records. */
export function standings(records: GraphRecords): (edge: EdgeRecord) => Standing {
  const published = new Map<string, string>();
  for (const node of records.nodes) {
    const date = node.properties["date"];
    if (typeof date === "string") published.set(node.id, dateMaxText(date));
  }
  const edges = new Map(records.edges.map((edge) => [edge.id, edge]));
  const found = new Map<string, Standing>();
  const stated = (edge: EdgeRecord): Standing => {
    const sources = [...new Set(edge.evidence.map((one) => one.source))];
    return { known: earliest(sources.map((source) => published.get(source))), corroboration: sources.length };
  };
  const standing = (edge: EdgeRecord): Standing => {
    const before = found.get(edge.id);
    if (before !== undefined) return before;
    const premises = (edge.derivedFrom ?? []).map((id) => edges.get(id)).filter((premise) => premise !== undefined);
    const own = premises.length === 0 ? stated(edge) : weakest(premises.map(standing));
    found.set(edge.id, own);
    return own;
  };
  return standing;
}

function weakest(premises: readonly Standing[]): Standing {
  return {
    known: latest(premises.map((premise) => premise.known)),
    corroboration: Math.min(...premises.map((premise) => premise.corroboration)),
  };
}

function earliest(days: readonly (string | undefined)[]): string | null {
  return days.filter((day) => day !== undefined).sort()[0] ?? null;
}

function latest(days: readonly (string | null)[]): string | null {
  const known = days.filter((day) => day !== null).sort();
  return known.length < days.length ? null : (known.at(-1) ?? null);
}
