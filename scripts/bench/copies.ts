import { edgeId } from "../../src/graph/edge-id.js";
import { eachEdge, eachNode } from "../../src/graph/graph.js";
import type { Graph } from "../../src/graph/graph.js";
import type { EdgeRecord, NodeRecord, RecordStream } from "../../src/graph/record.js";

/** What there is more of in a longer record. States, bodies, topics and sources stay as many as they are. */
const COPIED: ReadonlySet<string> = new Set(["Vote", "Resolution", "Meeting"]);

/**
 * A graph of the same distribution, so many times as large: each vote, text and meeting stands there so many times, with its edges. Edges
 * are made anew, one at a time, whenever they are walked. What is derived is not copied.
 */
export function copies(graph: Graph, times: number): RecordStream {
  const copied = new Set<string>();
  const nodes: NodeRecord[] = [];
  for (const node of eachNode(graph)) {
    nodes.push(node);
    if (COPIED.has(node.type)) copied.add(node.id);
  }
  const again = nodes.filter(({ id }) => copied.has(id));
  for (let copy = 1; copy < times; copy++) nodes.push(...again.map((node) => copyNode(node, copy, graph)));
  const idOf = (id: string, copy: number): string => (copied.has(id) ? copyId(id, copy) : id);
  return {
    nodes,
    edges: {
      *[Symbol.iterator]() {
        for (const edge of eachEdge(graph)) {
          yield edge;
          if (edge.derivedFrom !== undefined || !(copied.has(edge.subject) || copied.has(edge.object))) continue;
          for (let copy = 1; copy < times; copy++) {
            yield copyEdge(edge, idOf(edge.subject, copy), idOf(edge.object, copy));
          }
        }
      },
    },
  };
}

function copyNode(node: NodeRecord, copy: number, { ontology }: Graph): NodeRecord {
  const unique = ontology.types.get(node.type)?.properties.filter((property) => property.unique) ?? [];
  const keys = unique.flatMap(({ name }) => {
    const value = node.properties[name];
    return typeof value === "string" ? [[name, copyId(value, copy)] as const] : [];
  });
  const properties = { ...node.properties, ...Object.fromEntries(keys) };
  return { ...node, id: copyId(node.id, copy), properties };
}

function copyEdge(edge: EdgeRecord, subject: string, object: string): EdgeRecord {
  const moved = { ...edge, subject, object };
  return { ...moved, id: edgeId(moved) };
}

function copyId(id: string, copy: number): string {
  return `${id}-copy-${copy}`;
}
