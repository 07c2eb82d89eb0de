import { lowerBound, u32 } from "./arrays.js";
import type { Graph, RelationshipTable } from "./model.js";
import { compareText } from "./text.js";

/** The id of a node. */
export function nodeId(graph: Graph, node: number): string {
  return graph.strings.text(u32(graph.nodes.id, node));
}

/** The node of an id, or null. */
export function findNode(graph: Graph, id: string): number | null {
  const code = graph.strings.code(id);
  if (code === 0) return null;
  const { byId, id: codes } = graph.nodes;
  let low = 0;
  let high = byId.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (u32(codes, u32(byId, middle)) < code) low = middle + 1;
    else high = middle;
  }
  const node = byId[low];
  return node !== undefined && u32(codes, node) === code ? node : null;
}

/** The name of a node's concrete type. */
export function typeName(graph: Graph, node: number): string {
  return graph.types[graph.nodes.type[node] ?? 0]?.name ?? "";
}

/** The table of the relationship type an edge belongs to. */
export function tableOf(graph: Graph, edge: number): RelationshipTable {
  for (const table of graph.relationships.values()) if (edge < table.end && edge >= table.start) return table;
  throw new RangeError(`There is no edge number ${edge}.`);
}

/** The id of an edge: `subject/TYPE/object`, with `/key` where it has one. */
export function edgeId(graph: Graph, edge: number, table = tableOf(graph, edge)): string {
  const subject = nodeId(graph, u32(graph.edges.subject, edge));
  const object = nodeId(graph, u32(graph.edges.object, edge));
  const key = u32(table.key, edge - table.start);
  const id = `${subject}/${table.type}/${object}`;
  return key === 0 ? id : `${id}/${graph.strings.text(key)}`;
}

/** The edge of an id, or null. */
export function findEdge(graph: Graph, id: string): number | null {
  const [subject = "", type = ""] = id.split("/");
  const table = graph.relationships.get(type);
  const node = findNode(graph, subject);
  if (table === undefined || node === null) return null;
  const at = node - table.out.first;
  if (at < 0) return null;
  // Within a type and a subject, edges are numbered in order of id: a state casts thousands of votes.
  let low = u32(table.out.offsets, at);
  const end = u32(table.out.offsets, at + 1);
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareText(edgeId(graph, middle, table), id) < 0) low = middle + 1;
    else high = middle;
  }
  return low < end && edgeId(graph, low, table) === id ? low : null;
}

/** Compares edges by id, without making the ids where their subjects differ. */
export function compareEdges(graph: Graph, a: number, b: number): number {
  if (a === b) return 0;
  const subjects = u32(graph.edges.subject, a) - u32(graph.edges.subject, b);
  if (subjects === 0) {
    const table = tableOf(graph, a);
    // Within a type and a subject, edges are numbered in order of id.
    if (b >= table.start && b < table.end) return a - b;
    return compareText(edgeId(graph, a, table), edgeId(graph, b));
  }
  const { subjectRank } = graph.nodes;
  return u32(subjectRank, u32(graph.edges.subject, a)) - u32(subjectRank, u32(graph.edges.subject, b));
}

/** The rows that belong to an owner in a table whose owners ascend: from the first number to the second, exclusive. */
export function rowsOf(owners: Uint32Array, owner: number): readonly [number, number] {
  if (owners.length === 0) return [0, 0];
  return [lowerBound(owners, owner), lowerBound(owners, owner + 1)];
}
