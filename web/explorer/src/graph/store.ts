import type { LinkAnswer, LinksAnswer, NodeAnswer, OmittedAnswer, PathsAnswer, ViewAnswer } from "../api/types.js";
import { expansionKey, type Expansion, type View } from "../view/view.js";

/** How much of an expansion, or of a listing, is here. */
export interface Extent {
  /** How many there are. */
  readonly total: number;
  /** How many of them came. */
  readonly shown: number;
  /** What the filters keep out, by modality and rank. */
  readonly omitted: readonly OmittedAnswer[];
  /** The ids of the edges, in the order of their rank. */
  readonly links: readonly string[];
}

/** What has been brought into a view: its nodes and edges, each once, in the order in which they came. */
export interface Store {
  readonly nodes: ReadonlyMap<string, NodeAnswer>;
  readonly links: ReadonlyMap<string, LinkAnswer>;
  /** Ids that the view names and the graph does not have. */
  readonly missing: readonly string[];
  /** By `expansionKey`. */
  readonly extents: ReadonlyMap<string, Extent>;
  readonly listing: Extent | null;
  readonly paths: PathsAnswer | null;
}

/** Nothing yet. */
export const EMPTY_STORE: Store = {
  nodes: new Map(),
  links: new Map(),
  missing: [],
  extents: new Map(),
  listing: null,
  paths: null,
};

/** What a view's answer holds. */
export function storeOf(view: View, answer: ViewAnswer): Store {
  const { nodes: named = [], listing = null, paths = null } = answer.view;
  const nodes = new Map<string, NodeAnswer>();
  for (const node of [...named, ...(listing?.nodes ?? [])]) if (node !== null) nodes.set(node.id, node);
  const store: Store = {
    ...EMPTY_STORE,
    nodes,
    missing: view.nodes.filter((_, index) => named[index] === null),
    listing:
      listing === null ? null : { total: listing.totalCount, shown: listing.nodes.length, omitted: [], links: [] },
    paths,
  };
  const hops = (paths?.paths ?? []).flatMap((path) => path.hops.map(({ link }) => link));
  return view.expansions.reduce(
    (so, expansion, index) => {
      const part = answer.view[`e${index}`];
      return part === undefined ? so : withExpansion(so, expansion, part);
    },
    withLinks(store, hops),
  );
}

/** A store with the answer to an expansion added: what was there stays the same object, and a longer page replaces a shorter one. */
export function withExpansion(store: Store, expansion: Expansion, answer: LinksAnswer): Store {
  const extent: Extent = {
    total: answer.totalCount,
    shown: answer.nodes.length,
    omitted: answer.omitted,
    links: answer.nodes.map(({ id }) => id),
  };
  const extents = new Map(store.extents).set(expansionKey(expansion), extent);
  return { ...withLinks(store, answer.nodes), extents };
}

function withLinks(store: Store, added: readonly LinkAnswer[]): Store {
  if (added.length === 0) return store;
  const nodes = new Map(store.nodes);
  const links = new Map(store.links);
  for (const link of added) {
    if (!links.has(link.id)) links.set(link.id, link);
    for (const end of [link.subject, link.object]) if (!nodes.has(end.id)) nodes.set(end.id, end);
  }
  return { ...store, nodes, links };
}
