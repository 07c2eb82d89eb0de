import type { MultiDirectedGraph } from "graphology";

import { GROUP_SIZE, type Drawing, type DrawnEdge } from "./drawing.js";
import { startOf } from "./layout.js";
import { typeColour, type Theme } from "./theme.js";

const STROKES = { solid: 0, dashed: 1, dotted: 2 } as const;
/** Above so many nodes all of it is drawn smaller. */
const CROWD = 250;

/** A node or an edge of the graph as it is to be: its key, its ends if it is an edge, and its attributes. */
interface Part {
  readonly id: string;
  readonly look: Readonly<Record<string, unknown>>;
}

interface Line extends Part {
  readonly source: string;
  readonly target: string;
}

/**
 * Makes the graph hold what is to be drawn. A group is a node with an edge of its own, which has the group's id as its attribute `group`.
 * Returns whether its nodes or edges are others than before.
 */
export function fill(graph: MultiDirectedGraph, drawing: Drawing, theme: Theme, types: readonly string[]): boolean {
  const before = `${String(graph.order)} ${String(graph.size)}`;
  const scale = Math.max(0.22, Math.min(1, Math.sqrt(CROWD / drawing.nodes.length)));
  const points = [...nodesOf(drawing, theme, types, scale), ...boxesOf(drawing, theme)];
  const lines = [...edgesOf(drawing, theme, scale), ...tiesOf(drawing, theme)];
  drop(graph, points, lines);
  const added = addNodes(graph, points, lines) + addEdges(graph, lines);
  return added > 0 || before !== `${String(graph.order)} ${String(graph.size)}`;
}

function nodesOf({ nodes }: Drawing, theme: Theme, types: readonly string[], scale: number): readonly Part[] {
  return nodes.map(({ id, label, size, type, disputed }) => ({
    id,
    look: {
      label,
      size: size * scale,
      color: typeColour(theme, types, type),
      type: disputed ? "ring" : "disc",
    },
  }));
}

function boxesOf({ groups }: Drawing, theme: Theme): readonly Part[] {
  return groups.map(({ id, label }) => ({
    id,
    look: { label, size: GROUP_SIZE, color: theme.muted, type: "group", forceLabel: true },
  }));
}

function edgesOf({ edges }: Drawing, theme: Theme, scale: number): readonly Line[] {
  return edges.map((edge) => ({ ...edge, look: lookOf(edge, theme, scale) }));
}

function tiesOf({ groups }: Drawing, theme: Theme): readonly Line[] {
  const look = { label: null, color: theme.muted, type: "line", size: 1, style: 0, bar: false, lane: 0, zIndex: 0 };
  return groups.map(({ id, node }) => ({
    id: `${id} tie`,
    source: node,
    target: id,
    look: { ...look, group: id },
  }));
}

function drop(graph: MultiDirectedGraph, points: readonly Part[], lines: readonly Line[]): void {
  const nodes = new Set(points.map(({ id }) => id));
  const edges = new Set(lines.map(({ id }) => id));
  for (const id of graph.edges()) if (!edges.has(id)) graph.dropEdge(id);
  for (const id of graph.nodes()) if (!nodes.has(id)) graph.dropNode(id);
}

/** Adds the nodes that are new, each beside a neighbour that has a place. Returns how many. */
function addNodes(graph: MultiDirectedGraph, points: readonly Part[], lines: readonly Line[]): number {
  const neighbours = new Map(
    lines.flatMap(({ source, target }) => [
      [source, target],
      [target, source],
    ]),
  );
  let added = 0;
  points.forEach(({ id, look }, index) => {
    if (graph.hasNode(id)) {
      graph.mergeNodeAttributes(id, look);
      return;
    }
    added += 1;
    const neighbour = neighbours.get(id);
    const place =
      neighbour !== undefined && graph.hasNode(neighbour)
        ? { x: Number(graph.getNodeAttribute(neighbour, "x")), y: Number(graph.getNodeAttribute(neighbour, "y")) }
        : null;
    graph.addNode(id, { ...startOf(index, place), ...look });
  });
  return added;
}

function addEdges(graph: MultiDirectedGraph, lines: readonly Line[]): number {
  let added = 0;
  for (const { id, source, target, look } of lines) {
    if (graph.hasEdge(id)) graph.mergeEdgeAttributes(id, look);
    else {
      added += 1;
      graph.addEdgeWithKey(id, source, target, look);
    }
  }
  return added;
}

function lookOf({ label, mark, lane }: DrawnEdge, theme: Theme, scale: number): Part["look"] {
  const colour = theme.tones[mark.tone];
  return {
    label,
    color: colour,
    labelColour: mark.tone === "plain" ? theme.muted : colour,
    // Among very many a plain arrow would be a speck: only bars are drawn.
    type: scale < 0.4 && mark.head === "arrow" ? "line" : "mark",
    size: (mark.tone === "blocking" ? 3 : mark.double ? 2.4 : 1.6) * Math.max(0.35, scale),
    style: STROKES[mark.stroke] + (mark.double ? 3 : 0),
    bar: mark.head === "bar",
    lane,
    zIndex: mark.tone === "plain" ? 0 : 1,
  };
}
