import { EMPTY_VIEW, MOST, PAGE, expansionKey, type Expansion, type View } from "./view.js";

/** Brings a first page of edges into the view. A page that is there stays as it is. */
export function expand(view: View, expansion: Omit<Expansion, "first">): View {
  if (expansionOf(view, expansionKey(expansion)) !== undefined) return view;
  return { ...view, page: "view", expansions: [...view.expansions, { ...expansion, first: PAGE }] };
}

/** Asks for a further page of an expansion: as many again, growing, up to what the API gives at once. */
export function more(view: View, expansion: Omit<Expansion, "first">): View {
  return resized(view, expansion, further);
}

/** Selects what was chosen in a picture: a node, an edge, or a group, which brings its next page as well, up to what a view shows. */
export function chosen(view: View, id: string | null): View {
  const group = expansionOf(view, id);
  return { ...(group === undefined || group.first >= MOST ? view : more(view, group)), selected: id };
}

/** How many a further page brings in all. */
export function further(first: number): number {
  return Math.min(MOST, first < 100 ? first + PAGE : first * 2);
}

/** Puts the edges of an expansion that are shown back into their group; its node stays. */
export function collapse(view: View, expansion: Omit<Expansion, "first">): View {
  return resized(keepingNode(view, expansion), expansion, () => 0);
}

/** Takes an expansion out of the view, its group included; its node stays. */
export function leaveOut(view: View, expansion: Omit<Expansion, "first">): View {
  const key = expansionKey(expansion);
  const { selected } = view;
  return {
    ...keepingNode(view, expansion),
    expansions: view.expansions.filter((other) => expansionKey(other) !== key),
    selected: selected === key ? expansion.node : selected,
  };
}

/** The expansion of a view that has this key. */
export function expansionOf({ expansions }: Pick<View, "expansions">, key: string | null): Expansion | undefined {
  return expansions.find((expansion) => expansionKey(expansion) === key);
}

function resized(view: View, expansion: Omit<Expansion, "first">, size: (first: number) => number): View {
  const key = expansionKey(expansion);
  const expansions = view.expansions.map((other) =>
    expansionKey(other) === key ? { ...other, first: size(other.first) } : other,
  );
  return { ...view, expansions };
}

function keepingNode(view: View, { node }: Omit<Expansion, "first">): View {
  return node === null ? view : { ...view, nodes: withNode(view.nodes, node) };
}

/** Puts a node into the view, and its details beside it. */
export function add(view: View, id: string): View {
  return { ...view, page: "view", nodes: withNode(view.nodes, id), selected: id };
}

/** A view of one node alone, under the filters there are. */
export function only(view: View, id: string): View {
  return { ...fresh(view), nodes: [id], selected: id };
}

/** A view of how two nodes hang together, under the filters there are. */
export function trace(view: View, from: string, to: string): View {
  return { ...view, page: "view", trace: { from, to }, nodes: withNode(withNode(view.nodes, from), to) };
}

/** An empty view with the filters and the form of another. */
export function fresh(view: View): View {
  const { form, modalities, valid, known, body, hidden, snapshot } = view;
  return { ...EMPTY_VIEW, form, modalities, valid, known, body, hidden, snapshot };
}

/** Shows or hides one of a list of things. */
export function toggled<T>(items: readonly T[], item: T): readonly T[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}

/** Whether the two ask the same of the server: they differ at most in what is selected, hidden or cited, and in form. */
export function asksSame(a: View, b: View): boolean {
  return question(a) === question(b);
}

function question({ nodes, listing, expansions, trace: path, modalities, valid, known, body }: View): string {
  return JSON.stringify([nodes, listing, expansions, path, modalities, valid, known, body]);
}

function withNode(nodes: readonly string[], id: string): readonly string[] {
  return nodes.includes(id) ? nodes : [...nodes, id];
}
