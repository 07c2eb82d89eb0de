import { u32 } from "./arrays.js";
import type { Graph } from "./model.js";
import { edgeRecord, nodeRecord } from "./read-records.js";
import type { EdgeRecord, NodeRecord } from "./record.js";
import { compareText } from "./text.js";

/** The node records in order of id, one at a time. */
export function* eachNode(graph: Graph): Generator<NodeRecord> {
  for (const node of graph.nodes.byId) yield nodeRecord(graph, node);
}

/** The edge records in order of id, one at a time. */
export function* eachEdge(graph: Graph): Generator<EdgeRecord> {
  for (const edge of eachEdgeNumber(graph)) yield edgeRecord(graph, edge);
}

/** The edges in order of id, all or those of some relationship types. */
export function* eachEdgeNumber(graph: Graph, relationships?: readonly string[]): Generator<number> {
  const tables = [...graph.relationships.values()]
    .filter(({ type, start, end }) => end > start && relationships?.includes(type) !== false)
    .sort((a, b) => compareText(`${a.type}/`, `${b.type}/`));
  for (const subject of graph.nodes.bySubject) {
    for (const { out } of tables) {
      const position = subject - out.first;
      if (position < 0) continue;
      const end = u32(out.offsets, position + 1);
      for (let edge = u32(out.offsets, position); edge < end; edge++) yield edge;
    }
  }
}
