import { u32 } from "./arrays.js";
import type { EncodedNodes } from "./encode-nodes.js";
import type { SectionWriter } from "./section-writer.js";

/** Writes both directions of the edges from `start` to `end`, which are in order of subject. */
export function encodeAdjacency(
  writer: SectionWriter,
  name: string,
  start: number,
  end: number,
  subject: Uint32Array,
  object: Uint32Array,
  nodes: EncodedNodes,
): void {
  const outgoing = countByNode(subject.subarray(start, end), start);
  const incoming = countByNode(object.subarray(start, end), 0);
  const edges = new Uint32Array(end - start);
  const next = incoming.offsets.slice();
  for (const node of nodes.bySubject) {
    const position = node - outgoing.first;
    if (position < 0 || position >= outgoing.offsets.length - 1) continue;
    for (let edge = u32(outgoing.offsets, position); edge < u32(outgoing.offsets, position + 1); edge++) {
      const to = u32(object, edge) - incoming.first;
      edges[u32(next, to)] = edge;
      next[to] = u32(next, to) + 1;
    }
  }
  writer.put(`${name}.first`, Uint32Array.of(outgoing.first, incoming.first));
  writer.put(`${name}.out`, outgoing.offsets);
  writer.put(`${name}.in`, incoming.offsets);
  writer.put(`${name}.in.edges`, edges);
}

/** Offsets by node over the range of nodes that occurs, counted from `base`. */
function countByNode(ends: Uint32Array, base: number): { readonly first: number; readonly offsets: Uint32Array } {
  let first = Number.MAX_SAFE_INTEGER;
  let last = 0;
  for (const node of ends) {
    if (node < first) first = node;
    if (node > last) last = node;
  }
  const offsets = new Uint32Array(last - first + 2);
  for (const node of ends) offsets[node - first + 1] = u32(offsets, node - first + 1) + 1;
  offsets[0] = base;
  for (let i = 1; i < offsets.length; i++) offsets[i] = u32(offsets, i) + u32(offsets, i - 1);
  return { first, offsets };
}
