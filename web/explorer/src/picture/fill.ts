import { MultiDirectedGraph } from "graphology";

import { crowdScale, GROUP_SIZE, type Drawing, type DrawnEdge } from "./drawing.js";
import { startOf, type Place } from "./layout.js";
import { typeColour, type Theme } from "./theme.js";

const STROKES = { solid: 0, dashed: 1, dotted: 2 } as const;

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
 * The graph of what is to be drawn, in which a node that was drawn before has its place. A group is a node with an edge of its own, which
 * has the group's id as its attribute `group`. It is the same graph, looking otherwise, where its nodes and edges are the same; else
 * another one: Sigma takes in all of a graph for each edge that it loses.
 */
export function filled(
  graph: MultiDirectedGraph,
  drawing: Drawing,
  theme: Theme,
  types: readonly string[],
): MultiDirectedGraph {
  const scale = crowdScale(drawing);
  const points = [...nodesOf(drawing, theme, types, scale), ...boxesOf(drawing, theme)];
  const lines = [...edgesOf(drawing, theme, scale), ...tiesOf(drawing, theme)];
  if (!holds(graph, points, lines)) return graphOf(points, lines, graph);
  for (const { id, look } of points) graph.mergeNodeAttributes(id, look);
  for (const { id, look } of lines) graph.mergeEdgeAttributes(id, look);
  return graph;
}

/** Whether the nodes and edges of a graph are these and no others. */
function holds(graph: MultiDirectedGraph, points: readonly Part[], lines: readonly Line[]): boolean {
  return (
    graph.order === points.length &&
    graph.size === lines.length &&
    points.every(({ id }) => graph.hasNode(id)) &&
    lines.every(({ id }) => graph.hasEdge(id))
  );
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

/** A graph of these. A node that is new begins beside a neighbour that has a place. */
function graphOf(points: readonly Part[], lines: readonly Line[], before: MultiDirectedGraph): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  const neighbours = new Map(
    lines.flatMap(({ source, target }) => [
      [source, target],
      [target, source],
    ]),
  );
  const placeOf = (id: string | undefined): Place | null => placeIn(before, id) ?? placeIn(graph, id);
  points.forEach(({ id, look }, index) => {
    const place = placeIn(before, id) ?? startOf(index, placeOf(neighbours.get(id)));
    graph.addNode(id, { ...place, ...look });
  });
  for (const { id, source, target, look } of lines) graph.addEdgeWithKey(id, source, target, look);
  return graph;
}

function placeIn(graph: MultiDirectedGraph, id: string | undefined): Place | null {
  if (id === undefined || !graph.hasNode(id)) return null;
  return { x: Number(graph.getNodeAttribute(id, "x")), y: Number(graph.getNodeAttribute(id, "y")) };
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
