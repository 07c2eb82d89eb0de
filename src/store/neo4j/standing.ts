import { dateMaxText } from "../../graph/date.js";
import type { EdgeRecord, GraphRecords } from "../../graph/record.js";

/** The sources that an edge rests on, each once. */
export interface Footing {
  /** Those of its own evidence. */
  readonly sources: readonly string[];
  /** Of a derived edge, those of each stated edge that it finally follows from; none for one that is not there. Null of a stated edge. */
  readonly premises: readonly (readonly string[])[] | null;
}

/** What an edge has by its evidence and its premises. */
export interface Standing extends Footing {
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
  const footing = footings(records);
  return (edge) => standingOf(footing(edge), (source) => published.get(source));
}

/** The footing of every edge of some records. */
export function footings({ edges }: GraphRecords): (edge: EdgeRecord) => Footing {
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const found = new Map<string, Footing>();
  const footing = (edge: EdgeRecord): Footing => {
    const before = found.get(edge.id);
    if (before !== undefined) return before;
    const sources = [...new Set(edge.evidence.map((one) => one.source))];
    const derivedFrom = edge.derivedFrom ?? [];
    const premises = derivedFrom.flatMap((id) => {
      const premise = byId.get(id);
      if (premise === undefined) return [[]];
      const below = footing(premise);
      return below.premises ?? [below.sources];
    });
    const own = { sources, premises: derivedFrom.length === 0 ? null : premises };
    found.set(edge.id, own);
    return own;
  };
  return footing;
}

/**
 * What follows from a footing.
 *
 * @param published the last day of a source's date, as `yyyy-mm-dd`; none where it has no date
 */
export function standingOf(footing: Footing, published: (source: string) => string | undefined): Standing {
  const stated = footing.premises ?? [footing.sources];
  return {
    ...footing,
    known: latest(stated.map((some) => earliest(some.map(published)))),
    corroboration: Math.min(...stated.map((some) => some.length)),
  };
}

function earliest(days: readonly (string | undefined)[]): string | null {
  return days.filter((day) => day !== undefined).sort()[0] ?? null;
}

function latest(days: readonly (string | null)[]): string | null {
  const known = days.filter((day) => day !== null).sort();
  return known.length < days.length ? null : (known.at(-1) ?? null);
}
