import fc from "fast-check";
import { expect, it } from "vitest";

import { canonicalEdge, canonicalJson, canonicalNode } from "../../src/graph/canonical.js";
import { recordsArbitrary } from "../support/arbitraries.js";
import { fixtureMaterial } from "./support.js";

const { ontology, records } = await fixtureMaterial();

it("a record's canonical line is its canonical JSON, whatever it holds and in whatever order", () => {
  const anyText = fc.string({ unit: "binary", maxLength: 4 });
  fc.assert(
    fc.property(recordsArbitrary(ontology), anyText, ({ nodes, edges }, text) => {
      for (const node of [...records.nodes, ...nodes, ...nodes.map((one) => ({ ...one, id: text }))]) {
        expect(canonicalNode(reversed(node))).toBe(canonicalJson(node));
      }
      for (const edge of [
        ...records.edges,
        ...edges,
        ...edges.map((one) => ({ ...one, key: text, derivedFrom: [] })),
      ]) {
        expect(canonicalEdge(reversed(edge))).toBe(canonicalJson(edge));
      }
    }),
    { numRuns: 150 },
  );
});

/** The same object with its members the other way round. */
function reversed<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).reverse()) as T;
}
