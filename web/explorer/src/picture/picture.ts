import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { animateNodes } from "sigma/utils";

import type { Drawing, DrawnEdge } from "./drawing.js";
import { LineProgram, MarkProgram } from "./edge-program.js";
import { labelSettings } from "./labels.js";
import { startOf, type LayoutAnswer, type LayoutRequest } from "./layout.js";
import { RingProgram } from "./ring-program.js";
import { typeColour, type Theme } from "./theme.js";

export interface PictureOptions {
  readonly container: HTMLElement;
  readonly theme: Theme;
  /** All types of nodes, by whose place a colour is chosen. */
  readonly types: readonly string[];
  /** Whether there is so much to draw that edges cannot be pointed at, and rest while the picture moves: see `isLarge`. */
  readonly large: boolean;
  /** A node or an edge is chosen; null where the background is. */
  readonly onSelect: (id: string | null) => void;
  /** The pointer is over a node or an edge, or over neither any more. */
  readonly onHover: (id: string | null) => void;
  /** The layout has begun (true) or ended. */
  readonly onLayout: (running: boolean) => void;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A picture of a graph on the screen. */
export interface Picture {
  /** Draws this instead: what is there already keeps its place, and then all find a new one together. */
  draw(drawing: Drawing): void;
  /** Brings out a node with its neighbours, or an edge with its ends. */
  select(id: string | null): void;
  zoom(by: "in" | "out" | "all"): void;
  /** Where each node is, in the layout's units, with y upwards. */
  places(): ReadonlyMap<string, Place>;
  kill(): void;
}

const STROKES = { solid: 0, dashed: 1, dotted: 2 } as const;
/** Above so many edges names of edges are shown only where they are looked at. */
const CALM = 80;
/** Above so many nodes all of it is drawn smaller. */
const CROWD = 250;

/** Starts a picture. Throws where the browser has no WebGL. */
export function createPicture(options: PictureOptions): Picture {
  const { container, theme, types, large, onSelect, onHover, onLayout } = options;
  const graph = new MultiDirectedGraph();
  const narrow = container.clientWidth < 560;
  let focus: string | null = null;
  let selected: string | null = null;
  let near = new Set<string>();

  const look = (): void => {
    const id = focus ?? selected;
    if (id === null) near = new Set();
    else if (graph.hasNode(id)) near = new Set([id, ...graph.neighbors(id), ...graph.edges(id)]);
    else if (graph.hasEdge(id)) near = new Set([id, ...graph.extremities(id)]);
    else near = new Set();
    sigma.refresh({ skipIndexation: true });
  };

  const sigma = new Sigma(graph, container, {
    ...labelSettings(theme),
    allowInvalidContainer: true,
    enableEdgeEvents: !large,
    hideEdgesOnMove: large,
    hideLabelsOnMove: large,
    renderEdgeLabels: true,
    zIndex: true,
    labelRenderedSizeThreshold: 5,
    labelDensity: narrow ? 1 : 2.2,
    labelGridCellSize: narrow ? 130 : 90,
    stagePadding: narrow ? 36 : 60,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    defaultEdgeType: "mark",
    edgeProgramClasses: { mark: MarkProgram, line: LineProgram },
    nodeProgramClasses: { ring: RingProgram },
    nodeReducer: (id, data) => {
      if (near.size === 0) return data;
      if (!near.has(id)) return { ...data, color: theme.faint, label: null, zIndex: 0 };
      return { ...data, zIndex: 2, forceLabel: true, highlighted: id === (focus ?? selected) };
    },
    edgeReducer: (id, data) => {
      const quiet = graph.size > CALM || narrow;
      if (near.size === 0) return quiet ? { ...data, label: null } : data;
      if (!near.has(id)) return { ...data, color: theme.faint, label: null, zIndex: 0 };
      const chosen = id === (focus ?? selected);
      return {
        ...data,
        zIndex: 2,
        forceLabel: near.size < CALM,
        size: Number(data["size"]) + (chosen ? 1.5 : 0),
      };
    },
  });

  const hover = (id: string | null): void => {
    focus = id;
    container.classList.toggle("pointing", id !== null);
    if (!large) look();
    onHover(id);
  };
  sigma.on("enterNode", ({ node }) => {
    hover(node);
  });
  sigma.on("leaveNode", () => {
    hover(null);
  });
  sigma.on("enterEdge", ({ edge }) => {
    hover(edge);
  });
  sigma.on("leaveEdge", () => {
    hover(null);
  });
  sigma.on("clickNode", ({ node }) => {
    onSelect(node);
  });
  sigma.on("clickEdge", ({ edge }) => {
    onSelect(edge);
  });
  sigma.on("clickStage", () => {
    onSelect(null);
  });

  const layout = createLayout(graph, container, onLayout);

  return {
    draw: (drawing) => {
      if (!update(graph, drawing, theme, types)) return;
      look();
      layout.run();
    },
    select: (id) => {
      if (selected === id) return;
      selected = id;
      look();
    },
    zoom: (by) => {
      const camera = sigma.getCamera();
      const duration = reducedMotion() ? 0 : 200;
      if (by === "all") void camera.animatedReset({ duration });
      else if (by === "in") void camera.animatedZoom({ duration, factor: 1.5 });
      else void camera.animatedUnzoom({ duration, factor: 1.5 });
    },
    places: () => new Map(graph.mapNodes((id, { x, y }) => [id, { x: Number(x), y: Number(y) }] as const)),
    kill: () => {
      layout.kill();
      sigma.kill();
    },
  };
}

function reducedMotion(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Makes the graph hold what is to be drawn. Returns whether its nodes or edges are others than before. */
function update(graph: MultiDirectedGraph, { nodes, edges }: Drawing, theme: Theme, types: readonly string[]): boolean {
  const before = `${String(graph.order)} ${String(graph.size)}`;
  let changed = false;
  const keptNodes = new Set(nodes.map(({ id }) => id));
  const keptEdges = new Set(edges.map(({ id }) => id));
  for (const id of graph.edges()) if (!keptEdges.has(id)) graph.dropEdge(id);
  for (const id of graph.nodes()) if (!keptNodes.has(id)) graph.dropNode(id);
  const scale = Math.max(0.22, Math.min(1, Math.sqrt(CROWD / nodes.length)));
  const neighbours = new Map(
    edges.flatMap(({ source, target }) => [
      [source, target],
      [target, source],
    ]),
  );
  nodes.forEach((node, index) => {
    const look = {
      label: node.label,
      size: node.size * scale,
      color: typeColour(theme, types, node.type),
      type: node.disputed ? "ring" : "circle",
    };
    if (graph.hasNode(node.id)) {
      graph.mergeNodeAttributes(node.id, look);
      return;
    }
    changed = true;
    const neighbour = neighbours.get(node.id);
    const place =
      neighbour !== undefined && graph.hasNode(neighbour)
        ? { x: Number(graph.getNodeAttribute(neighbour, "x")), y: Number(graph.getNodeAttribute(neighbour, "y")) }
        : null;
    graph.addNode(node.id, { ...startOf(index, place), ...look });
  });
  for (const edge of edges) {
    if (graph.hasEdge(edge.id)) graph.mergeEdgeAttributes(edge.id, lookOf(edge, theme, scale));
    else {
      changed = true;
      graph.addEdgeWithKey(edge.id, edge.source, edge.target, lookOf(edge, theme, scale));
    }
  }
  return changed || before !== `${String(graph.order)} ${String(graph.size)}`;
}

function lookOf({ label, mark, lane }: DrawnEdge, theme: Theme, scale: number): Record<string, unknown> {
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

/** Has a worker find places for the nodes, and moves them there. */
function createLayout(
  graph: MultiDirectedGraph,
  container: HTMLElement,
  onLayout: (running: boolean) => void,
): { run(): void; kill(): void } {
  const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  let turn = 0;
  let ids: readonly string[] = [];
  let stop: (() => void) | null = null;
  // A layout is as wide as high; labels are wide, and so are most windows.
  let stretch = 1;

  worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
    if (data.turn !== turn) return;
    const small = ids.length <= 400;
    // A small graph is done in a moment: it moves once, smoothly. A large one is watched while it unfolds.
    if (small && !data.done) return;
    stop?.();
    const targets = Object.fromEntries(
      ids.map((id, index) => [
        id,
        { x: (data.positions[index * 2] ?? 0) * stretch, y: data.positions[index * 2 + 1] ?? 0 },
      ]),
    );
    if (small && !reducedMotion()) stop = animateNodes(graph, targets, { duration: 350, easing: "quadraticInOut" });
    else
      graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, ...targets[id] }), {
        attributes: ["x", "y"],
      });
    if (data.done) onLayout(false);
  };

  return {
    run: () => {
      turn += 1;
      stop?.();
      ids = graph.nodes();
      const indices = new Map(ids.map((id, index) => [id, index]));
      const request: LayoutRequest = {
        turn,
        positions: Float32Array.from(
          ids.flatMap((id) => [
            Number(graph.getNodeAttribute(id, "x")) / stretch,
            Number(graph.getNodeAttribute(id, "y")),
          ]),
        ),
        sizes: Float32Array.from(ids.map((id) => Number(graph.getNodeAttribute(id, "size")))),
        ends: Uint32Array.from(
          graph.mapEdges((_id, _data, source, target) => [indices.get(source) ?? 0, indices.get(target) ?? 0]).flat(),
        ),
      };
      stretch = Math.min(2, Math.max(0.6, container.clientWidth / Math.max(1, container.clientHeight)));
      onLayout(true);
      worker.postMessage(request);
    },
    kill: () => {
      stop?.();
      worker.terminate();
    },
  };
}
