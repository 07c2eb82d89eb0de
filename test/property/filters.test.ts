import fc from "fast-check";
import { expect, it } from "vitest";

import type { Item } from "../support/oracle.js";
import { oracleOf, sorted } from "../support/oracle.js";
import {
  edgeFilterArbitrary,
  hopArbitrary,
  nodeFilterArbitrary,
  orderArbitrary,
  rootArbitrary,
  visibilityArbitrary,
} from "../support/arbitraries.js";
import { run } from "../support/engine.js";
import { EDGE_ID, expand, first, lookup, NODES, scan } from "../support/plans.js";
import { edgeRefs, hasEdges, nodeRefs } from "../support/random-filters.js";
import { fixtureMaterial } from "./support.js";

const material = await fixtureMaterial();
const oracle = oracleOf(material.records);
const RUNS = { numRuns: 300 };

const ids = (items: readonly Item[]): string[] => items.map((item) => item.id);
const ALL = first(1000);

it("nodes are filtered and ordered as a naive reading of the records says", async () => {
  const cases = rootArbitrary(material.ontology).chain((type) =>
    fc.tuple(fc.constant(type), nodeFilterArbitrary(material, type), orderArbitrary("node", nodeRefs(material, type))),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ([type, where, order]) => {
      const result = (await run(material.engine, scan(type.concrete, [NODES], { where, order, page: ALL }))) as {
        readonly nodes: readonly { readonly id: string }[];
      };
      expect(result.nodes.map(({ id }) => id)).toEqual(ids(sorted(oracle.nodes(type.concrete, where), order)));
    }),
    RUNS,
  );
});

it("links are filtered and ordered as a naive reading of the records says", async () => {
  const families = [
    { relationships: ["VETOED", "BLOCKED"], set: "Blocking" },
    { relationships: ["CAST"], set: "Cast" },
    { relationships: ["ABOUT", "MADE", "HOLDS", "RECOMMENDED"], set: null },
  ];
  const cases = fc
    .constantFrom(...families)
    .chain(({ relationships, set }) =>
      fc.tuple(
        fc.constant(relationships),
        visibilityArbitrary,
        edgeFilterArbitrary(material, relationships, set, 2),
        orderArbitrary("edge", edgeRefs(material, set)),
      ),
    );
  await fc.assert(
    fc.asyncProperty(cases, async ([relationships, visible, where, order]) => {
      const parts = [{ kind: "nodes", as: "nodes", fields: [EDGE_ID] }] as const;
      const plan = { kind: "links", relationships, visible, where, order, page: ALL, parts } as const;
      const result = (await run(material.engine, plan)) as { readonly nodes: readonly { readonly id: string }[] };
      expect(result.nodes.map(({ id }) => id)).toEqual(ids(sorted(oracle.links(relationships, visible, where), order)));
    }),
    RUNS,
  );
});

it("expansions are filtered and ordered as a naive reading of the records says", async () => {
  const cases = rootArbitrary(material.ontology).chain((type) =>
    fc.constantFrom(...type.relationships.filter((field) => hasEdges(material, field))).chain((field) => {
      const target = material.ontology.types.get(field.target) ?? type;
      const nodes = oracle.nodes(type.concrete, null).map((item) => item.id);
      return fc.record({
        type: fc.constant(type),
        node: fc.constantFrom(...nodes),
        hop: hopArbitrary(material, field),
        where: fc.option(nodeFilterArbitrary(material, target, 1), { nil: null }),
        order: fc.oneof(
          orderArbitrary("edge", edgeRefs(material, field.properties)),
          orderArbitrary("node", nodeRefs(material, target)),
        ),
      });
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ type, node, hop, where, order }) => {
      const edges = { kind: "edges", as: "edges", fields: [EDGE_ID] } as const;
      const plan = lookup([node], type.concrete, [expand("hop", hop, [edges], { where, order, page: ALL })]);
      const [result] = (await run(material.engine, plan)) as [
        { readonly hop: { readonly edges: readonly { readonly id: string }[] } },
      ];
      expect(result.hop.edges.map(({ id }) => id)).toEqual(ids(sorted(oracle.hop(node, hop, where), order)));
    }),
    RUNS,
  );
});
