import { describe, expect, test } from "vitest";

import { sceneOf } from "../../../web/explorer/src/export/scene.js";
import type { Scene, Shape } from "../../../web/explorer/src/export/shapes.js";
import { svgOf } from "../../../web/explorer/src/export/svg.js";
import type { Drawing } from "../../../web/explorer/src/picture/drawing.js";
import { LIGHT } from "../../../web/explorer/src/picture/theme.js";

const DRAWING: Drawing = {
  nodes: [{ id: "arda", label: "Arda", type: "State", size: 8, disputed: false }],
  edges: [],
  groups: [{ id: "arda~CAST~OUT", node: "arda", label: "+4,975 cast →" }],
};
const PLACES = new Map([
  ["arda", { x: 0, y: 0 }],
  ["arda~CAST~OUT", { x: 30, y: 40 }],
]);

function sceneWith(drawing: Drawing, places: Parameters<typeof sceneOf>[0]["places"] = PLACES): Scene {
  return sceneOf({ drawing, places, types: ["State"], theme: LIGHT, title: "A view", notes: ["a note"] });
}

function linesOf({ shapes }: Scene): readonly Extract<Shape, { kind: "line" }>[] {
  return shapes.filter((shape) => shape.kind === "line");
}

function textOf({ shapes }: Scene, text: string): Extract<Shape, { kind: "text" }> {
  const found = shapes.filter((shape) => shape.kind === "text").find((shape) => shape.text === text);
  if (found === undefined) throw new Error(`no text ${text}`);
  return found;
}

describe("an exported picture", () => {
  test("has a box with a plus for a group, named by how many edges it stands for, and tied to its node", () => {
    const scene = sceneWith(DRAWING);
    const named = textOf(scene, "+4,975 cast →");
    const [tie, ...box] = linesOf(scene);
    const node = scene.shapes.find((shape) => shape.kind === "disc");
    expect(tie?.from).toEqual(node?.at);
    expect(box).toHaveLength(6);
    const middle = [0, 1].map((axis) => box.flatMap(({ from, to }) => [from[axis] ?? 0, to[axis] ?? 0]));
    const [x = 0, y = 0] = middle.map((values) => (Math.min(...values) + Math.max(...values)) / 2);
    expect(named.at[0]).toBeCloseTo(x);
    expect(named.at[1]).toBeGreaterThan(Math.max(...(middle[1] ?? [])));
    // The line ends beside the box, on the way to its middle.
    const end = tie?.to ?? [0, 0];
    expect(Math.hypot(end[0] - x, end[1] - y)).toBeCloseTo(14);
    expect(svgOf(scene)).toContain(">+4,975 cast →</text>");
  });

  test("has its groups within its bounds, however far they are from the nodes", () => {
    const scene = sceneWith(DRAWING, new Map([...PLACES, ["arda~CAST~OUT", { x: 9_000, y: -7_000 }]]));
    for (const { from, to } of linesOf(scene)) {
      for (const [x, y] of [from, to]) {
        expect(x > 0 && x < scene.width).toBe(true);
        expect(y > 0 && y < scene.height).toBe(true);
      }
    }
  });

  test("has the names of its lowest nodes above its notes", () => {
    const label =
      "A resolution whose name is so long that it is broken into lines, more of them than there is room for";
    const nodes = ["low", "high"].map((id) => ({ id, label, type: "State", size: 24, disputed: false }));
    const ends = new Map([
      ["low", { x: 0, y: 0 }],
      ["high", { x: 0, y: 100 }],
    ]);
    const scene = sceneWith({ nodes, edges: [], groups: [] }, ends);
    const lines = scene.shapes.filter((shape) => shape.kind === "text" && shape.anchor === "middle");
    const lowest = Math.max(...lines.map((shape) => (shape.kind === "text" ? shape.at[1] : 0)));
    expect(lines).toHaveLength(6);
    expect(lowest).toBeLessThan(textOf(scene, "a note").at[1] - 11);
  });

  test("of a crowd, draws nodes smaller and names the largest alone", () => {
    const nodes = Array.from({ length: 1_000 }, (_, index) => ({
      id: String(index),
      label: `Number ${String(index)}`,
      type: "State",
      size: index === 500 ? 16 : 8,
      disputed: false,
    }));
    const places = new Map(nodes.map(({ id }, index) => [id, { x: index % 32, y: Math.floor(index / 32) }]));
    const scene = sceneWith({ nodes, edges: [], groups: [] }, places);
    const radii = scene.shapes.flatMap((shape) => (shape.kind === "disc" ? [shape.radius] : []));
    expect(radii).toHaveLength(1_000);
    expect(Math.max(...radii)).toBe(8);
    expect(textOf(scene, "Number 500").size).toBe(12);
    expect(scene.shapes.filter((shape) => shape.kind === "text").length).toBeLessThan(100);
  });

  test("leaves out a group that has no place yet", () => {
    const scene = sceneWith(DRAWING, new Map([["arda", { x: 0, y: 0 }]]));
    expect(linesOf(scene)).toEqual([]);
  });
});
