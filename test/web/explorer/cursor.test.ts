import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { moved, nearest, type Cursor, type Step, type Terrain } from "../../../web/explorer/src/picture/cursor.js";
import { deedOf } from "../../../web/explorer/src/picture/keys.js";

/** A cross around `middle`, with an edge from there to each arm; `far` lies behind `right`. */
const PLACES = new Map([
  ["middle", { x: 0, y: 0 }],
  ["left", { x: -10, y: 1 }],
  ["right", { x: 10, y: -2 }],
  ["up", { x: 3, y: 10 }],
  ["down", { x: 0, y: -10 }],
  ["far", { x: 30, y: 0 }],
]);
const ARMS = ["left", "right", "up"];
const TERRAIN: Terrain = {
  places: PLACES,
  edgesOf: (node) =>
    node === "middle"
      ? ARMS.map((other) => ({ edge: `middle-${other}`, other }))
      : ARMS.includes(node)
        ? [{ edge: `middle-${node}`, other: "middle" }]
        : [],
};

function walk(start: Cursor, ...steps: readonly Step[]): Cursor | null {
  return steps.reduce<Cursor | null>((at, step) => (at === null ? null : moved(at, step, TERRAIN)), start);
}

const MIDDLE: Cursor = { node: "middle", edge: null };

describe("the cursor of a picture", () => {
  test.each(["left", "right", "up", "down"] as const)("goes to the nearest node: %s", (side) => {
    expect(walk(MIDDLE, side)).toEqual({ node: side, edge: null });
  });

  test("stays where nothing is further on that side", () => {
    expect(walk(MIDDLE, "right", "right", "right")).toEqual({ node: "far", edge: null });
  });

  test("walks around the edges of a node, both ways, and begins anew behind the last", () => {
    expect(walk(MIDDLE, "next edge")?.edge).toBe("middle-left");
    expect(walk(MIDDLE, "next edge", "next edge", "next edge", "next edge")?.edge).toBe("middle-left");
    expect(walk(MIDDLE, "previous edge")?.edge).toBe("middle-up");
    expect(walk(MIDDLE, "next edge", "previous edge")?.edge).toBe("middle-up");
    expect(walk({ node: "down", edge: null }, "next edge")).toEqual({ node: "down", edge: null });
  });

  test("follows an edge to its other end", () => {
    expect(walk(MIDDLE, "next edge", "next edge", "along")).toEqual({ node: "right", edge: null });
    expect(walk(MIDDLE, "along")).toEqual(MIDDLE);
  });

  test("comes out of an edge at its node, and out of a node at nothing", () => {
    expect(walk(MIDDLE, "next edge", "out")).toEqual(MIDDLE);
    expect(walk(MIDDLE, "next edge", "out", "out")).toBeNull();
  });

  test("whatever the places, finds a node on the side asked for, and none there is nearer", () => {
    const place = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) });
    const side = fc.constantFrom([-1, 0] as const, [1, 0] as const, [0, 1] as const, [0, -1] as const);
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), side, (all, [forwardX, forwardY]) => {
        const places = new Map(all.map((at, index) => [String(index), at]));
        const start = all[0] ?? { x: 0, y: 0 };
        const there = [...places].flatMap(([id, { x, y }]) => {
          const [dx, dy] = [x - start.x, y - start.y];
          const angle = Math.abs(Math.atan2(dx * forwardY - dy * forwardX, dx * forwardX + dy * forwardY));
          const within = (dx !== 0 || dy !== 0) && angle <= Math.PI / 4 + 1e-9;
          return within ? [{ id, distance: Math.hypot(dx, dy) }] : [];
        });
        const found = nearest(places, "0", [forwardX, forwardY]);
        if (there.length === 0) expect(found).toBeNull();
        else {
          const least = Math.min(...there.map(({ distance }) => distance));
          expect(there.find(({ id }) => id === found)?.distance).toBe(least);
        }
      }),
    );
  });
});

test("keys with Ctrl, Alt or Meta, and keys that do nothing, are left to the browser", () => {
  const press = { key: "e", ctrlKey: false, metaKey: false, altKey: false };
  expect(deedOf(press)).toEqual({ kind: "move", step: "next edge" });
  expect(deedOf({ ...press, ctrlKey: true })).toBeNull();
  expect(deedOf({ ...press, key: "-", metaKey: true })).toBeNull();
  expect(deedOf({ ...press, key: "ArrowLeft", altKey: true })).toBeNull();
  expect(deedOf({ ...press, key: "Tab" })).toBeNull();
});
