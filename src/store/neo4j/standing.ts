import type { Graph } from "../../graph/model.js";
import { unpackDate } from "../../graph/packed-date.js";
import { corroborationOf, knownDay } from "../../graph/standing.js";

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

/** The standing of an edge. */
export function standingOf(graph: Graph, edge: number): Standing {
  const known = knownDay(graph, edge);
  return { known: known === null ? null : unpackDate(known), corroboration: corroborationOf(graph, edge) };
}
