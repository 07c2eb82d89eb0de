import { buildGraph, eachEdge, eachNode } from "../../../graph/graph.js";
import type { Graph } from "../../../graph/graph.js";
import type { View } from "../../../plan/view.js";
import type { Meter } from "../meter.js";
import { buildSearchIndex } from "../search.js";
import type { SearchIndex } from "../search.js";
import { lastBy, publicationDays } from "./publications.js";
import { shownRecords } from "./records.js";
import { validGraph } from "./valid.js";

/** How many views of a graph are kept for those who ask next. */
const KEPT = 8;

/** What a plan is run on. */
export interface Served {
  readonly graph: Graph;
  readonly searchIndex: () => SearchIndex;
}

/**
 * A graph and the parts of it that views show. A part chosen by evidence is a graph of its own, built when first asked for; one chosen by
 * `valid` shares all but a byte for each edge. Those used last are kept, and dates between the same two publications share one.
 */
export class Views {
  readonly #whole: Served;
  readonly #kept = new Map<string, Served>();
  #days: readonly number[] | null = null;

  constructor(graph: Graph) {
    this.#whole = served(graph);
  }

  /** @throws PlenaryError TOO_EXPENSIVE or TIMEOUT where a part has to be made first and the graph is too large for the limits */
  of(view: View | undefined, meter: Meter): Served {
    if (view === undefined) return this.#whole;
    const { valid, known } = view;
    const sources = view.sources === null ? null : [...new Set(view.sources)].sort();
    const published = known === null ? null : this.#publishedBy(known);
    const byEvidence =
      known === null && sources === null
        ? this.#whole
        : this.#keep([published, sources], () => chosen(this.#whole.graph, { valid: null, known, sources }, meter));
    if (valid === null) return byEvidence;
    return this.#keep([published, sources, valid], () => {
      meter.look(byEvidence.graph.edges.count);
      return { graph: validGraph(byEvidence.graph, valid), searchIndex: byEvidence.searchIndex };
    });
  }

  /** As `of`, for whoever reads one view again and again: what was there once stays, whatever others ask for and however late it is. */
  pinned(meter: Meter): (view: View | undefined) => Served {
    const kept = new Map<string, Served>();
    return (view) => {
      const name = JSON.stringify(view);
      const found = kept.get(name) ?? this.of(view, meter);
      kept.set(name, found);
      return found;
    };
  }

  #publishedBy(known: string): number {
    this.#days ??= publicationDays(this.#whole.graph);
    return lastBy(this.#days, known);
  }

  #keep(key: readonly unknown[], make: () => Served): Served {
    const name = JSON.stringify(key);
    const found = this.#kept.get(name) ?? make();
    // The order of a map is that of insertion: the first is the one that was not asked for the longest.
    this.#kept.delete(name);
    this.#kept.set(name, found);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
    }
    return found;
  }
}

function chosen(graph: Graph, view: View, meter: Meter): Served {
  meter.look(graph.edges.count);
  const counted = <T>(records: Iterable<T>): readonly T[] => {
    const list: T[] = [];
    for (const record of records) {
      meter.step();
      list.push(record);
    }
    return list;
  };
  const records = { nodes: counted(eachNode(graph)), edges: counted(eachEdge(graph)) };
  return served(buildGraph(shownRecords(records, view, graph.ontology), graph.ontology, graph.snapshot));
}

function served(graph: Graph): Served {
  let index: SearchIndex | null = null;
  // Indexed when first searched: a command that asks no search need not wait for it.
  return { graph, searchIndex: () => (index ??= buildSearchIndex(graph)) };
}
