import { u32 } from "../../graph/arrays.js";
import { nodeId, rowsOf, typeName } from "../../graph/ids.js";
import type { Graph, ListTable, RelationshipTable } from "../../graph/model.js";
import { SOURCE } from "../../graph/source.js";
import { footingOf, isDerived } from "./standing.js";

/** Which sources tell of a node: what decides whether a view by evidence shows it, see `src/plan/view.ts`. */
export interface Told {
  /** Each of these is enough: a source of evidence for it, an alias, a claim or an edge with it, or of evidence that refers to it. Sorted. */
  readonly sources: readonly string[];
  /**
   * Each of these is enough too: one source out of every list. They come of derived edges, which are shown only if all of their premises
   * are, and only of those whose premises have other ends.
   */
  readonly joint: readonly Lists[];
}

type Lists = readonly (readonly string[])[];

/**
 * What tells of the nodes of a graph, by number. What is kept beside the graph is only which nodes evidence refers to; the rest is read off
 * the graph when it is asked for.
 */
export function toldOf(graph: Graph): (node: number) => Told {
  const references = referencesOf(graph);
  return (node) => {
    const sources = new Set<number>();
    const joint: Lists[] = [];
    if (typeName(graph, node) === SOURCE) sources.add(node);
    for (const row of ownRows(graph, node)) sources.add(u32(graph.evidence.source, row));
    for (const edge of edgesAt(graph, node)) {
      if (isDerived(graph, edge)) joint.push(listsOf(graph, edge));
      else for (const row of edgeRows(graph, edge)) sources.add(u32(graph.evidence.source, row));
    }
    for (const row of references(node)) {
      const source = u32(graph.evidence.source, row);
      const edge = edgeOfRow(graph, row);
      if (edge === null || !isDerived(graph, edge)) sources.add(source);
      else joint.push([[nodeId(graph, source)], ...(footingOf(graph, edge).premises ?? [])]);
    }
    const names = new Set(Array.from(sources, (source) => nodeId(graph, source)));
    return { sources: [...names].sort(), joint: distinct(joint, names) };
  };
}

/** Those lists that say something new, each once, in an order that goes by what they say alone. */
function distinct(joint: readonly Lists[], sources: ReadonlySet<string>): readonly Lists[] {
  // A list of sources each of which is enough says nothing new.
  const others = joint.filter((lists) => !lists.some((list) => list.every((source) => sources.has(source))));
  const byText = new Map(others.map((lists) => [lists.map((list) => list.join(" ")).join(";"), lists]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lists]) => lists);
}

function listsOf(graph: Graph, edge: number): Lists {
  const { sources, premises } = footingOf(graph, edge);
  return [sources, ...(premises ?? [])];
}

/** The evidence for a node, its aliases and its claims. */
function* ownRows({ nodes, aliases, claims }: Graph, node: number): Generator<number> {
  yield* range(nodes.evidence, node, node + 1);
  for (const { owner, evidence } of [aliases, claims]) yield* range(evidence, ...rowsOf(owner, node));
}

function edgeRows({ edges }: Graph, edge: number): Generator<number> {
  return range(edges.evidence, edge, edge + 1);
}

/** The rows of the owners from `start` to `end`, exclusive. */
function* range(offsets: Uint32Array, start: number, end: number): Generator<number> {
  for (let row = u32(offsets, start); row < u32(offsets, end); row++) yield row;
}

function* edgesAt({ relationships }: Graph, node: number): Generator<number> {
  for (const table of relationships.values()) {
    for (const side of ["out", "in"] as const) yield* edgesOn(table[side], node);
  }
}

function* edgesOn({ first, offsets, edges }: RelationshipTable["out"], node: number): Generator<number> {
  const at = node - first;
  if (at < 0 || at >= offsets.length - 1) return;
  for (const position of range(offsets, at, at + 1)) yield edges === null ? position : u32(edges, position);
}

/** The edge that a row of evidence is for; null where it is for a node, an alias or a claim. */
function edgeOfRow({ edges }: Graph, row: number): number | null {
  if (row < u32(edges.evidence, 0) || row >= u32(edges.evidence, edges.count)) return null;
  let low = 0;
  let high = edges.count;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (u32(edges.evidence, middle) <= row) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The rows of evidence that refer to a node: that attribute to it or were reported by it, or cite it. A node of type Source tells of
 * itself, so that who cites it makes no difference; and citations of it are by far the most.
 */
function referencesOf(graph: Graph): (node: number) => readonly number[] {
  const rows = new Map<number, number[]>();
  const refer = (node: number, row: number): void => {
    const before = rows.get(node);
    if (before === undefined) rows.set(node, [row]);
    else before.push(row);
  };
  const { source, attributedTo, reportedBy } = graph.evidence;
  for (let row = 0; row < source.length; row++) {
    if (typeName(graph, u32(source, row)) !== SOURCE) refer(u32(source, row), row);
  }
  for (const list of [attributedTo, reportedBy]) eachItem(list, refer);
  return (node) => rows.get(node) ?? [];
}

function eachItem({ owner, item }: ListTable, use: (node: number, row: number) => void): void {
  for (let i = 0; i < owner.length; i++) if (u32(item, i) !== 0) use(u32(item, i) - 1, u32(owner, i));
}
