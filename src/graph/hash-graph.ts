import { SnapshotHash } from "./canonical.js";
import { eachEdge, eachNode } from "./each.js";
import type { Graph } from "./model.js";

/** The id of a graph: see `snapshotId`. */
export function hashGraph(graph: Graph): string {
  const hash = new SnapshotHash();
  for (const node of eachNode(graph)) hash.node(node);
  for (const edge of eachEdge(graph)) hash.edge(edge);
  return hash.id();
}
