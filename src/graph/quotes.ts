import { u32, u8 } from "./arrays.js";
import type { Graph } from "./model.js";
import type { Evidence, GraphRecords } from "./record.js";
import { OUTSIDE } from "./stance.js";
import { compareText } from "./text.js";

/**
 * The phrases by which a node is found: what sources are quoted with as evidence for the node itself and for the edges whose
 * subject it is, each once, by code point.
 */
export type Quotes = readonly string[];

/** The quotes of every node that has any, by id. */
export function quotesOfRecords({ nodes, edges }: GraphRecords): ReadonlyMap<string, Quotes> {
  const found = new Map<string, Set<string>>();
  const add = (id: string, evidence: readonly Evidence[]): void => {
    for (const { quote } of evidence) {
      if (quote === undefined) continue;
      const quotes = found.get(id) ?? new Set();
      found.set(id, quotes.add(quote));
    }
  };
  for (const node of nodes) add(node.id, node.evidence);
  for (const edge of edges) add(edge.subject, edge.evidence);
  return new Map([...found].map(([id, quotes]) => [id, [...quotes].sort(compareText)]));
}

/** The quotes of one node of a graph. */
export function quotesOfNode(graph: Graph, node: number): Quotes {
  const { nodes, edges, evidence, relationships, strings } = graph;
  const codes = new Set<number>();
  const add = (offsets: Uint32Array, owner: number): void => {
    const end = u32(offsets, owner + 1);
    for (let row = u32(offsets, owner); row < end; row++) codes.add(u32(evidence.quote, row));
  };
  add(nodes.evidence, node);
  for (const { out } of relationships.values()) {
    const at = node - out.first;
    if (at < 0 || at >= out.offsets.length - 1) continue;
    for (let edge = u32(out.offsets, at); edge < u32(out.offsets, at + 1); edge++) {
      if (u8(edges.stance, edge) !== OUTSIDE) add(edges.evidence, edge);
    }
  }
  codes.delete(0);
  return [...codes].map((code) => strings.text(code)).sort(compareText);
}
