import { eachEdge, eachNode } from "./each.js";
import type { Graph } from "./model.js";
import type { GraphRecords } from "./record.js";

export { buildGraph, GraphBuilder } from "./build.js";
export { eachEdge, eachNode } from "./each.js";
export type { Graph } from "./model.js";

/** The records a graph was built from, in canonical order: the inverse of `buildGraph`. */
export function graphRecords(graph: Graph): GraphRecords {
  return { nodes: [...eachNode(graph)], edges: [...eachEdge(graph)] };
}
