import type { NodeAnswer } from "../api/types.js";
import { further } from "../view/change.js";
import { expansionKey, MOST, type Expansion, type View } from "../view/view.js";
import { count, edgesOf } from "../words.js";
import type { Store } from "./store.js";

/** The edges of a node's expansion that are not shown: one thing in the picture and a line in the list, so that none is left out silently. */
export interface Group {
  /** What selects it: the key of its expansion. */
  readonly id: string;
  readonly expansion: Expansion;
  readonly node: NodeAnswer;
  /** How many edges there are in all. */
  readonly total: number;
  /** How many of them are shown. */
  readonly shown: number;
}

/** The groups of a view, in the order of its expansions: none for an expansion that is shown whole, or whose relationship is hidden. */
export function groupsOf({ nodes, extents }: Store, view: Pick<View, "expansions" | "hidden">): readonly Group[] {
  return view.expansions.flatMap((expansion) => {
    const id = expansionKey(expansion);
    const extent = extents.get(id);
    const node = nodes.get(expansion.node ?? "");
    if (extent === undefined || node === undefined || extent.total <= extent.shown) return [];
    if (expansion.type !== null && view.hidden.includes(expansion.type)) return [];
    return [{ id, expansion, node, total: extent.total, shown: extent.shown }];
  });
}

/** What a group stands for and what opening it does: "China: cast. 25 of 5,000 edges are shown. Opening this brings 25 more." */
export function groupText({ expansion, node, total, shown }: Group): string {
  const next =
    expansion.first >= MOST
      ? `A view shows at most ${count(MOST)}: narrow it with the filters.`
      : `Opening this brings ${count(Math.min(total, further(expansion.first)) - shown)} more.`;
  return `${edgesOf(expansion, node.name)}. ${count(shown)} of ${count(total)} edges are shown. ${next}`;
}
