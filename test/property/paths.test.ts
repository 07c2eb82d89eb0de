import fc from "fast-check";
import { expect, it } from "vitest";

import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import type { EdgeRecord, GraphRecords } from "../../src/graph/record.js";
import { compareText } from "../../src/graph/text.js";
import { recordsArbitrary } from "../support/arbitraries.js";
import { run } from "../support/engine.js";
import { EDGE_ID, EVERYTHING } from "../support/plans.js";
import { fixtureMaterial } from "./support.js";

const { ontology, records } = await fixtureMaterial();
const RELATIONSHIPS = ["BLOCKED", "VETOED", "HAS_RELATIONS_WITH", "DIFFERENT_FROM", "ABOUT", "MADE", "MENTIONS"];

/** Every simple path, found by trying every edge: shortest first, ties by the ids of the edges in order. */
function everyPath(
  graph: GraphRecords,
  from: string,
  to: string,
  maxLength: number,
  avoid: ReadonlySet<string>,
): string[][] {
  const edges = graph.edges.filter((edge) => RELATIONSHIPS.includes(edge.type));
  const found: string[][] = [];
  const extend = (nodes: readonly string[], path: readonly EdgeRecord[]): void => {
    const end = nodes.at(-1);
    if (end === to && path.length > 0) found.push(path.map((edge) => edge.id));
    if (end === to || path.length === maxLength) return;
    for (const edge of edges) {
      const far = edge.subject === end ? edge.object : edge.object === end ? edge.subject : null;
      if (far === null || nodes.includes(far) || (far !== to && avoid.has(far))) continue;
      extend([...nodes, far], [...path, edge]);
    }
  };
  if (from !== to) extend([from], []);
  return found.sort((a, b) => a.length - b.length || compareLists(a, b));
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length; i++) {
    const order = compareText(a[i] ?? "", b[i] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

it("paths are those that trying every edge finds, in the same order", async () => {
  const cases = fc.oneof(recordsArbitrary(ontology), fc.constant(records)).chain((some) => {
    const id = fc.constantFrom(...some.nodes.map((node) => node.id));
    const avoid = fc.array(id, { maxLength: 2 });
    return fc.record({ some: fc.constant(some), from: id, to: id, avoid, maxLength: fc.integer({ min: 1, max: 5 }) });
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ some, from, to, avoid, maxLength }) => {
      const first = 12;
      const result = (await run(memoryEngine(buildGraph(some, ontology), ontology), {
        kind: "paths",
        from,
        to,
        relationships: RELATIONSHIPS,
        visible: EVERYTHING,
        edge: null,
        avoid: { ids: avoid, types: [], degree: null },
        maxLength,
        first,
        nodeFields: [],
        linkFields: [EDGE_ID],
      })) as {
        readonly paths: readonly { readonly hops: readonly { readonly link: { readonly id: string } }[] }[];
        readonly truncated: boolean;
      };
      const expected = everyPath(some, from, to, maxLength, new Set(avoid));
      expect(result.paths.map(({ hops }) => hops.map(({ link }) => link.id))).toEqual(expected.slice(0, first));
      expect(result.truncated).toBe(expected.length > first);
    }),
    { numRuns: 200 },
  );
});
