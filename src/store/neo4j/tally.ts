import { u8 } from "../../graph/arrays.js";
import { edgeId, nodeId } from "../../graph/ids.js";
import type { Graph } from "../../graph/model.js";
import { ADDED, CHANGED, type State, UNCHANGED } from "./compare.js";
import type { Listener, Removal } from "./difference.js";

/** How many elements of one kind a load adds, changes, removes and leaves as they are. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** One element that differs. */
export interface Difference {
  readonly change: "add" | "change" | "remove";
  readonly kind: "node" | "link";
  readonly id: string;
}

export interface Progress {
  /** Elements of the graph that are stored as they should be, of how many. */
  readonly done: number;
  readonly total: number;
}

/** Keeps, in a byte for each element of a graph, how it stands to what is stored. */
export class Tally implements Listener {
  readonly #graph: Graph;
  readonly #nodes: Uint8Array;
  readonly #edges: Uint8Array;
  readonly #removed = { node: 0, link: 0 };
  readonly #remove: (removal: Removal) => Promise<void>;
  readonly #onProgress: (progress: Progress) => void;
  #done = 0;

  /** @param remove carries a removal out, or tells of it */
  constructor(
    graph: Graph,
    remove: (removal: Removal) => Promise<void>,
    onProgress: (progress: Progress) => void = () => undefined,
  ) {
    this.#graph = graph;
    this.#nodes = new Uint8Array(graph.nodes.count);
    this.#edges = new Uint8Array(graph.edges.count);
    this.#remove = remove;
    this.#onProgress = onProgress;
  }

  node(number: number, state: State): void {
    this.#nodes[number] = state;
    if (state === UNCHANGED) this.written(1);
  }

  edge(number: number, state: State): void {
    this.#edges[number] = state;
    if (state === UNCHANGED) this.written(1);
  }

  async stale(removal: Removal): Promise<void> {
    this.#removed[removal.kind] += removal.count;
    await this.#remove(removal);
  }

  /** Counts elements that are as they should be from now on. */
  written(count: number): void {
    const before = this.#done;
    this.#done += count;
    const total = this.#nodes.length + this.#edges.length;
    const step = Math.max(1, Math.floor(total / 1000));
    if (Math.floor(before / step) === Math.floor(this.#done / step) && this.#done < total) return;
    this.#onProgress({ done: Math.min(this.#done, total), total });
  }

  /** The numbers of the nodes from `start` to `end`, exclusive, that stand so. */
  *nodesThatAre(state: State, start = 0, end = this.#nodes.length): Generator<number> {
    for (let number = start; number < end; number++) if (u8(this.#nodes, number) === state) yield number;
  }

  /** The numbers of the edges from `start` to `end`, exclusive, that stand so. */
  *edgesThatAre(state: State, start = 0, end = this.#edges.length): Generator<number> {
    for (let number = start; number < end; number++) if (this.edgeIs(state, number)) yield number;
  }

  edgeIs(state: State, number: number): boolean {
    return u8(this.#edges, number) === state;
  }

  /** How many elements stand how. */
  changes(): { readonly nodes: Changes; readonly links: Changes } {
    return {
      nodes: { ...count(this.#nodes), removed: this.#removed.node },
      links: { ...count(this.#edges), removed: this.#removed.link },
    };
  }

  /** Every element that has to be added or changed. */
  *differences(): Generator<Difference> {
    for (const [state, change] of [
      [ADDED, "add"],
      [CHANGED, "change"],
    ] as const) {
      for (const node of this.nodesThatAre(state)) yield { change, kind: "node", id: nodeId(this.#graph, node) };
      for (const edge of this.edgesThatAre(state)) yield { change, kind: "link", id: edgeId(this.#graph, edge) };
    }
  }
}

function count(states: Uint8Array): Omit<Changes, "removed"> {
  const counts = [0, 0, 0];
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  const [added = 0, unchanged = 0, changed = 0] = counts;
  return { added, changed, unchanged };
}
