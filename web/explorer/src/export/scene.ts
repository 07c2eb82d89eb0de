import { crowdScale, type Drawing } from "../picture/drawing.js";
import { linesOf } from "../picture/lines.js";
import { typeColour, type Theme } from "../picture/theme.js";
import { groupShapes } from "./groups.js";
import { label, type Point, type Scene, type Shape } from "./shapes.js";

export interface SceneOptions {
  readonly drawing: Drawing;
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly types: readonly string[];
  readonly theme: Theme;
  readonly title: string;
  /** Lines at the foot: what is shown, and of which snapshot. */
  readonly notes: readonly string[];
}

const WIDTH = 1200;
const HEIGHT = 800;
const MARGIN = 90;
/** The strip at the foot that is kept for notes. */
const FOOT = 36;
/** Of a crowd, only so many names are written: those of its largest nodes. */
const NAMES = 60;
const HEAD = 9;
const DASHES = { solid: [], dashed: [9, 6], dotted: [2.5, 4.5] } as const;

/** Lays out a picture as it stands on the screen, with a title, a key to its lines and notes. */
export function sceneOf(options: SceneOptions): Scene {
  const { drawing, theme, title, notes, types } = options;
  const at = fitted(options);
  const scale = crowdScale(drawing);
  const sizes = new Map(drawing.nodes.map(({ id, size }) => [id, size * scale]));
  const named = namedOf(drawing, scale);
  const edges = drawing.edges.flatMap((edge): readonly Shape[] => {
    const from = at.get(edge.source);
    const to = at.get(edge.target);
    if (from === undefined || to === undefined) return [];
    const colour = theme.tones[edge.mark.tone];
    const width = (edge.mark.tone === "blocking" ? 3 : edge.mark.double ? 2 : 1.5) * Math.max(0.35, scale);
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy) || 1;
    const along: Point = [dx / length, dy / length];
    const across: Point = [-along[1], along[0]];
    const radius = sizes.get(edge.target) ?? 0;
    const point = (start: Point, forward: number, sideways: number): Point => [
      start[0] + along[0] * forward + across[0] * sideways,
      start[1] + along[1] * forward + across[1] * sideways,
    ];
    const lines = edge.mark.double ? [edge.lane - 2, edge.lane + 2] : [edge.lane];
    const bar = edge.mark.head === "bar";
    const back = -radius - HEAD;
    return [
      ...lines.map((lane) => ({
        kind: "line" as const,
        from: point(from, 0, lane),
        to: point(to, back, lane),
        width,
        colour,
        dashes: DASHES[edge.mark.stroke],
      })),
      {
        kind: "shape",
        colour,
        points: bar
          ? [
              point(to, -radius - 4, edge.lane - 9),
              point(to, -radius, edge.lane - 9),
              point(to, -radius, edge.lane + 9),
              point(to, -radius - 4, edge.lane + 9),
            ]
          : [point(to, -radius, edge.lane), point(to, back, edge.lane - 5), point(to, back, edge.lane + 5)],
      },
      ...(drawing.edges.length > 60
        ? []
        : [
            label(
              point(from, length / 2, edge.lane),
              edge.label,
              10.5,
              edge.mark.tone === "plain" ? theme.muted : colour,
            ),
          ]),
    ];
  });
  const nodes = drawing.nodes.flatMap((node): readonly Shape[] => {
    const place = at.get(node.id);
    if (place === undefined) return [];
    const size = node.size * scale;
    const colour = typeColour(theme, types, node.type);
    return [
      ...(node.disputed
        ? [
            { kind: "disc" as const, at: place, radius: size * 0.58, colour },
            { kind: "ring" as const, at: place, radius: size * 0.88, width: size * 0.2, colour },
          ]
        : [{ kind: "disc" as const, at: place, radius: size, colour }]),
      ...(named.has(node.id) ? linesOf(node.label) : []).map((line, index) =>
        label([place[0], place[1] + size + 14 + index * 14], line, 12, theme.text),
      ),
    ];
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    background: theme.background,
    title,
    shapes: [
      ...edges,
      ...nodes,
      ...groupShapes(drawing.groups, at, theme),
      { kind: "text", at: [24, 36], text: title, size: 18, bold: true, anchor: "start", colour: theme.text },
      ...notes.map((text, index) => ({
        kind: "text" as const,
        at: [24, HEIGHT - 18 - (notes.length - 1 - index) * 16] as const,
        text,
        size: 11,
        bold: false,
        anchor: "start" as const,
        colour: theme.muted,
      })),
    ],
  };
}

/** The ids of the nodes whose names are written: all, unless they are so many that they are drawn smaller. */
function namedOf({ nodes }: Drawing, scale: number): ReadonlySet<string> {
  const most = scale === 1 ? nodes : nodes.toSorted((a, b) => b.size - a.size).slice(0, NAMES);
  return new Set(most.map(({ id }) => id));
}

/** Places in pixels: as large as fits, the same scale both ways, y downwards. */
function fitted({ drawing, places }: Pick<SceneOptions, "drawing" | "places">): ReadonlyMap<string, Point> {
  const known = [...drawing.nodes, ...drawing.groups].flatMap(({ id }) => {
    const place = places.get(id);
    return place === undefined ? [] : [{ id, ...place }];
  });
  const range = (values: readonly number[]): readonly [number, number] =>
    values.reduce<readonly [number, number]>(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
      [Infinity, -Infinity],
    );
  const [left, right] = range(known.map(({ x }) => x));
  const [bottom, top] = range(known.map(({ y }) => y));
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / (right - left || 1),
    (HEIGHT - FOOT - 2 * MARGIN) / (top - bottom || 1),
  );
  return new Map(
    known.map(({ id, x, y }) => [
      id,
      [WIDTH / 2 + (x - (left + right) / 2) * scale, (HEIGHT - FOOT) / 2 - (y - (top + bottom) / 2) * scale] as const,
    ]),
  );
}
