import { nodeId } from "../../graph/ids.js";
import type { Graph } from "../../graph/model.js";
import { unpackDate } from "../../graph/packed-date.js";
import { listItems } from "../../graph/read-records.js";
import { corroborationOf, knownDay, sourcesOf } from "../../graph/standing.js";

/** The sources that an edge rests on, each once. */
export interface Footing {
  /** Those of its own evidence. */
  readonly sources: readonly string[];
  /** Of a derived edge, those of each stated edge that it finally follows from. Null of a stated edge. */
  readonly premises: readonly (readonly string[])[] | null;
}

/** What an edge has by its evidence and its premises. */
export interface Standing extends Footing {
  /**
   * Since when it is known, as `yyyy-mm-dd`: the earliest publication among its evidence; of a derived edge, the latest among its premises.
   * An imprecise publication counts from its interval's end. Null without a dated source, or where a premise has none.
   */
  readonly known: string | null;
  /** How many distinct sources say so; of a derived edge, what the weakest premise has. */
  readonly corroboration: number;
}

/** The standing of an edge of a graph. */
export function edgeStanding(graph: Graph, edge: number): Standing {
  const known = knownDay(graph, edge);
  return {
    ...footingOf(graph, edge),
    known: known === null ? null : unpackDate(known),
    corroboration: corroborationOf(graph, edge),
  };
}

/** The footing of an edge of a graph. */
export function footingOf(graph: Graph, edge: number): Footing {
  return {
    sources: sourcesOf(graph, edge).map((source) => nodeId(graph, source)),
    premises: isDerived(graph, edge) ? statedPremises(graph, edge) : null,
  };
}

/** Whether an edge follows from others. */
export function isDerived(graph: Graph, edge: number): boolean {
  return (listItems(graph.edges.derivedFrom, edge) ?? []).length > 0;
}

function statedPremises(graph: Graph, edge: number): readonly (readonly string[])[] {
  return (listItems(graph.edges.derivedFrom, edge) ?? []).flatMap((premise) => {
    const { sources, premises } = footingOf(graph, premise);
    return premises ?? [sources];
  });
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
