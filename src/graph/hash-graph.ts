import { SnapshotHash } from "./canonical.js";
import { canonicalEdges } from "./canonical-edges.js";
import { eachEdgeNumber, eachNode } from "./each.js";
import type { Graph } from "./model.js";

/** The id of a graph: see `snapshotId`. */
export function hashGraph(graph: Graph): string {
  const hash = new SnapshotHash();
  for (const node of eachNode(graph)) hash.node(node);
  const lineOf = canonicalEdges(graph);
  for (const edge of eachEdgeNumber(graph)) hash.canonicalEdge(lineOf(edge));
  return hash.id();
}
