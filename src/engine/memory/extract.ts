import { setImmediate } from "node:timers/promises";

import { u8 } from "../../graph/arrays.js";
import { eachEdgeNumber } from "../../graph/each.js";
import { typeOf } from "../../graph/edge-id.js";
import { findEdge, findNode } from "../../graph/ids.js";
import type { Graph } from "../../graph/model.js";
import { edgeRecord, nodeRecord } from "../../graph/read-records.js";
import type { EdgeRecord, NodeRecord } from "../../graph/record.js";
import { OUTSIDE } from "../../graph/stance.js";
import { compareText } from "../../graph/text.js";
import type { Extract } from "../engine.js";

/** Records that are made at one go: some milliseconds, for which other requests wait. */
const PAGE = 500;

/** The records of some nodes of a graph, or (null) of all, in order of id. */
export function nodePages(open: () => Graph, ids: readonly string[] | null): AsyncGenerator<readonly NodeRecord[]> {
  return pages(open, (graph) => (ids === null ? graph.nodes.byId : found(graph, ids, findNode)), nodeRecord);
}

/** The records of some edges of a graph, or (null) of all, in order of id; those outside of its view are left out. */
export function edgePages(
  open: () => Graph,
  { ids, relationships }: Pick<Extract, "ids" | "relationships">,
): AsyncGenerator<readonly EdgeRecord[]> {
  const wanted = ids?.filter((id) => relationships?.includes(typeOf(id)) !== false) ?? null;
  return pages(
    open,
    (graph) => inside(graph, wanted === null ? eachEdgeNumber(graph, relationships) : found(graph, wanted, findEdge)),
    edgeRecord,
  );
}

function* inside({ edges }: Graph, numbers: Iterable<number>): Generator<number> {
  for (const edge of numbers) if (u8(edges.stance, edge) !== OUTSIDE) yield edge;
}

/** The numbers of what has some ids, in order of id, each once. */
function* found(
  graph: Graph,
  ids: readonly string[],
  find: (graph: Graph, id: string) => number | null,
): Generator<number> {
  for (const id of [...new Set(ids)].sort(compareText)) {
    const number = find(graph, id);
    if (number !== null) yield number;
  }
}

async function* pages<T>(
  open: () => Graph,
  choose: (graph: Graph) => Iterable<number>,
  read: (graph: Graph, number: number) => T,
): AsyncGenerator<readonly T[]> {
  const graph = open();
  let page: T[] = [];
  for (const number of choose(graph)) {
    page.push(read(graph, number));
    if (page.length < PAGE) continue;
    yield page;
    page = [];
    // Promises alone would keep whatever else waits for its turn waiting to the end.
    await setImmediate();
  }
  if (page.length > 0) yield page;
}
