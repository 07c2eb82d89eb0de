import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";

import { moved, type Cursor, type Step, type Terrain } from "./cursor.js";
import type { Drawing } from "./drawing.js";
import { LineProgram, MarkProgram } from "./edge-program.js";
import { filled } from "./fill.js";
import { labelSettings } from "./labels.js";
import type { Place } from "./layout.js";
import { createLayout } from "./layout-runner.js";
import { isCoarse, reducedMotion } from "./motion.js";
import { DiscProgram, GroupProgram, RingProgram } from "./node-programs.js";
import type { Theme } from "./theme.js";

export interface PictureOptions {
  readonly container: HTMLElement;
  readonly theme: Theme;
  /** All types of nodes, by whose place a colour is chosen. */
  readonly types: readonly string[];
  /** Whether there is so much to draw that edges cannot be pointed at, and rest while the picture moves: see `isLarge`. */
  readonly large: boolean;
  /** A node, an edge or a group is chosen; null where the background is. */
  readonly onSelect: (id: string | null) => void;
  /** The pointer is over a node, an edge or a group, or over none of them any more. */
  readonly onHover: (id: string | null) => void;
  /** The keyboard is on a node, an edge or a group, or on none of them any more. */
  readonly onCursor: (id: string | null) => void;
  /** The layout has begun (true) or ended. */
  readonly onLayout: (running: boolean) => void;
}

/** A picture of a graph on the screen. */
export interface Picture {
  /** Draws this instead: what is there already keeps its place, and then all find a new one together. */
  draw(drawing: Drawing): void;
  /** Brings out a node with its neighbours, or an edge with its ends. */
  select(id: string | null): void;
  /** Moves the keyboard's cursor; where there is none yet, to what is selected, else to the node with the most edges. */
  move(step: Step): void;
  /** Takes the keyboard's cursor away. */
  leave(): void;
  zoom(by: "in" | "out" | "all"): void;
  /** Where each node and each group is, in the layout's units, with y upwards. */
  places(): ReadonlyMap<string, Place>;
  kill(): void;
}

/** Above so many edges names of edges are shown only where they are looked at. */
const CALM = 80;
/** Above so many neighbours and edges together not all of their names are forced upon the picture. */
const CROWD = 200;
/** How near to the rim of the picture the cursor may be before the picture follows it, in pixels. */
const RIM = 48;

/** Starts a picture. Throws where the browser has no WebGL. */
export function createPicture(options: PictureOptions): Picture {
  const { container, theme, types, large, onSelect, onHover, onCursor, onLayout } = options;
  let graph = new MultiDirectedGraph();
  const narrow = container.clientWidth < 560;
  let hovered: string | null = null;
  let cursor: Cursor | null = null;
  let selected: string | null = null;
  let near: ReadonlySet<string> = new Set();

  const looked = (): string | null => hovered ?? cursor?.edge ?? cursor?.node ?? selected;
  const look = (): void => {
    near = nearTo(graph, looked());
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
    defaultNodeType: "disc",
    defaultEdgeType: "mark",
    edgeProgramClasses: { mark: MarkProgram, line: LineProgram },
    nodeProgramClasses: { disc: DiscProgram, ring: RingProgram, group: GroupProgram },
    nodeReducer: (id, data) => {
      if (near.size === 0) return data;
      if (!near.has(id)) return { ...data, color: theme.faint, label: null, zIndex: 0 };
      const chosen = id === looked();
      // Beside very many neighbours, names are shown where there is room for them.
      return { ...data, zIndex: 2, forceLabel: chosen || near.size < CROWD, highlighted: chosen };
    },
    edgeReducer: (id, data) => {
      const quiet = graph.size > CALM || narrow;
      if (near.size === 0) return quiet ? { ...data, label: null } : data;
      if (!near.has(id)) return { ...data, color: theme.faint, label: null, zIndex: 0 };
      const chosen = id === looked();
      return {
        ...data,
        zIndex: 2,
        forceLabel: near.size < CALM,
        size: Number(data["size"]) + (chosen ? 1.5 : 0),
      };
    },
  });

  /** What an edge of the graph stands for: itself, or the group that it ties to its node. */
  const meant = (edge: string): string => {
    const group: unknown = graph.getEdgeAttribute(edge, "group");
    return typeof group === "string" ? group : edge;
  };
  const hover = (id: string | null): void => {
    hovered = id;
    container.classList.toggle("pointing", id !== null);
    if (!large) look();
    onHover(id);
  };
  // Canvases that stay empty cost as much to put on the screen as others.
  sigma.on("afterRender", () => container.classList.toggle("coarse", isCoarse(sigma)));
  sigma.on("enterNode", ({ node }) => {
    hover(node);
  });
  sigma.on("leaveNode", () => {
    hover(null);
  });
  sigma.on("enterEdge", ({ edge }) => {
    hover(meant(edge));
  });
  sigma.on("leaveEdge", () => {
    hover(null);
  });
  sigma.on("clickNode", ({ node }) => {
    onSelect(node);
  });
  sigma.on("clickEdge", ({ edge }) => {
    onSelect(meant(edge));
  });
  sigma.on("clickStage", () => {
    onSelect(null);
  });

  const layout = createLayout(container, onLayout);
  const places = (): ReadonlyMap<string, Place> =>
    new Map(graph.mapNodes((id, { x, y }) => [id, { x: Number(x), y: Number(y) }] as const));
  const terrain = (): Terrain => ({
    places: places(),
    // The tie of a group is no edge: the group is reached as a node is.
    edgesOf: (node) =>
      graph
        .filterEdges(node, (edge) => meant(edge) === edge)
        .map((edge) => ({ edge, other: graph.opposite(node, edge) })),
  });
  const put = (next: Cursor | null): void => {
    cursor = next;
    look();
    onCursor(next?.edge ?? next?.node ?? null);
    if (next !== null) follow(sigma, next.node);
  };
  const cursorAt = (id: string | null): Cursor | null => {
    if (id !== null && graph.hasNode(id)) return { node: id, edge: null };
    return id !== null && graph.hasEdge(id) ? { node: graph.source(id), edge: id } : null;
  };

  return {
    draw: (drawing) => {
      const anchor = cursor === null ? null : (graph.neighbors(cursor.node)[0] ?? null);
      const next = filled(graph, drawing, theme, types);
      const changed = next !== graph;
      if (changed) {
        graph = next;
        near = nearTo(graph, looked());
        sigma.setGraph(graph);
      }
      // A group all of whose edges have come is gone: its node is where the reader was.
      if (cursor !== null && !graph.hasNode(cursor.node)) put(cursorAt(anchor));
      else if (typeof cursor?.edge === "string" && !graph.hasEdge(cursor.edge)) put(cursorAt(cursor.node));
      if (hovered !== null && !graph.hasNode(hovered) && !graph.hasEdge(hovered)) hover(null);
      if (changed) layout.run(graph);
    },
    select: (id) => {
      if (selected === id) return;
      selected = id;
      look();
    },
    move: (step) => {
      // The pointer rests while keys are pressed.
      if (hovered !== null) hover(null);
      const from = cursor ?? cursorAt(selected);
      if (from !== null) put(moved(from, step, terrain()));
      else if (step !== "out") put(cursorAt(busiest(graph)));
    },
    leave: () => {
      if (cursor !== null) put(null);
    },
    zoom: (by) => {
      const camera = sigma.getCamera();
      const duration = reducedMotion() ? 0 : 200;
      if (by === "all") void camera.animatedReset({ duration });
      else if (by === "in") void camera.animatedZoom({ duration, factor: 1.5 });
      else void camera.animatedUnzoom({ duration, factor: 1.5 });
    },
    places,
    kill: () => {
      layout.kill();
      sigma.kill();
      container.classList.remove("coarse", "pointing");
    },
  };
}

/** What is brought out with a node or an edge: it, and the node's neighbours and edges, or the edge's ends; nothing for what is not there. */
function nearTo(graph: MultiDirectedGraph, id: string | null): ReadonlySet<string> {
  if (id === null) return new Set();
  if (graph.hasNode(id)) return new Set([id, ...graph.neighbors(id), ...graph.edges(id)]);
  return graph.hasEdge(id) ? new Set([id, ...graph.extremities(id)]) : new Set();
}

/** Moves the picture where a node is out of sight. */
function follow(sigma: Sigma, node: string): void {
  const at = sigma.getNodeDisplayData(node);
  if (at === undefined) return;
  const { x, y } = sigma.framedGraphToViewport(at);
  const { width, height } = sigma.getDimensions();
  if (x > RIM && y > RIM && x < width - RIM && y < height - RIM) return;
  void sigma.getCamera().animate({ x: at.x, y: at.y }, { duration: reducedMotion() ? 0 : 200 });
}

/** The node with the most edges; null where there is none. */
function busiest(graph: MultiDirectedGraph): string | null {
  return graph.reduceNodes<string | null>(
    (best, id) => (best === null || graph.degree(id) > graph.degree(best) ? id : best),
    null,
  );
}
