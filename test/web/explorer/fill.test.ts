import { MultiDirectedGraph } from "graphology";
import { describe, expect, test } from "vitest";

import type { Drawing, DrawnEdge, DrawnNode } from "../../../web/explorer/src/picture/drawing.js";
import { filled } from "../../../web/explorer/src/picture/fill.js";
import { LIGHT } from "../../../web/explorer/src/picture/theme.js";

function node(id: string, disputed = false): DrawnNode {
  return { id, label: id, type: "State", size: 8, disputed };
}

function edge(source: string, target: string): DrawnEdge {
  const mark = { stroke: "solid", head: "arrow", double: false, tone: "plain" } as const;
  return { id: `${source}-${target}`, source, target, label: "cast", mark, lane: 0 };
}

const PAIR: Drawing = { nodes: [node("a"), node("b")], edges: [edge("a", "b")], groups: [] };

function drawn(drawing: Drawing, before = new MultiDirectedGraph()): MultiDirectedGraph {
  return filled(before, drawing, LIGHT, ["State"]);
}

function placeOf(graph: MultiDirectedGraph, id: string): readonly [number, number] {
  const { x, y } = graph.getNodeAttributes(id);
  return [Number(x), Number(y)];
}

describe("the graph of a picture", () => {
  test("stays the same where only looks change", () => {
    const graph = drawn(PAIR);
    expect(drawn({ ...PAIR, nodes: [node("a", true), node("b")] }, graph)).toBe(graph);
    expect(graph.getNodeAttribute("a", "type")).toBe("ring");
  });

  test("is another one where nodes or edges come or go, in which what stays keeps its place", () => {
    const graph = drawn(PAIR);
    graph.mergeNodeAttributes("a", { x: 500, y: -300 });
    const other = drawn({ ...PAIR, nodes: [node("c"), node("a")], edges: [edge("c", "a")] }, graph);
    expect(other).not.toBe(graph);
    expect(other.nodes()).toEqual(["c", "a"]);
    expect(other.edges()).toEqual(["c-a"]);
    expect(placeOf(other, "a")).toEqual([500, -300]);
    const [x, y] = placeOf(other, "c");
    expect(Math.hypot(x - 500, y + 300)).toBeCloseTo(12);
    expect(drawn({ ...PAIR, edges: [] }, graph).edges()).toEqual([]);
  });

  test("has a group as a node of its own, tied to the one that it is of", () => {
    const graph = drawn({ ...PAIR, groups: [{ id: "a~CAST~OUT", node: "a", label: "+4 cast →" }] });
    expect(graph.getNodeAttribute("a~CAST~OUT", "type")).toBe("group");
    expect(graph.edges("a", "a~CAST~OUT").map((id) => graph.getEdgeAttribute(id, "group") as unknown)).toEqual([
      "a~CAST~OUT",
    ]);
  });
});
