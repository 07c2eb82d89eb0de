import type { LinkAnswer, NodeAnswer } from "../api/types.js";
import type { View } from "../view/view.js";
import type { Store } from "./store.js";

/** What of a store is drawn and listed. */
export interface Shown {
  readonly nodes: readonly NodeAnswer[];
  readonly links: readonly LinkAnswer[];
  /** How many edges of each relationship are here, hidden ones included, the most frequent first. */
  readonly relationships: readonly { readonly type: string; readonly count: number }[];
}

/** Leaves out the relationships that the view hides, and the nodes to which nothing else leads. */
export function shownOf(store: Store, view: Pick<View, "hidden" | "nodes" | "selected">): Shown {
  const hidden = new Set(view.hidden);
  const all = [...store.links.values()];
  const links = all.filter(({ type }) => !hidden.has(type));
  const drawn = new Set(links.flatMap(({ subject, object }) => [subject.id, object.id]));
  const reached = new Set(all.flatMap(({ subject, object }) => [subject.id, object.id]));
  const asked = new Set([...view.nodes, view.selected]);
  const nodes = [...store.nodes.values()].filter(({ id }) => drawn.has(id) || asked.has(id) || !reached.has(id));
  return { nodes, links, relationships: counted(all) };
}

function counted(links: readonly LinkAnswer[]): Shown["relationships"] {
  const counts = new Map<string, number>();
  for (const { type } of links) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}
