import fc from "fast-check";
import { expect, it } from "vitest";

import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import type { GraphRecords } from "../../src/graph/record.js";
import type { NodeField, Plan, RecordField } from "../../src/plan/plan.js";
import type { View } from "../../src/plan/view.js";
import { run } from "../support/engine.js";
import { EDGE_ID, EVERYTHING, ID, OMITTED, SHOWN, TOTAL, edgeProperty, first, property } from "../support/plans.js";
import { planArbitrary } from "../support/arbitraries.js";
import { randomView, scattered } from "../support/random-views.js";
import { shownBy } from "../support/view-oracle.js";
import { fixtureMaterial } from "./support.js";

const { ontology, records } = await fixtureMaterial();
const TYPES = ontology.concrete;
const RELATIONSHIPS = [...ontology.relationships.keys()];
/** What the ontology has every node of the fixture have. */
const REQUIRED = ["name", "identified"];
const IDS = records.nodes.map((node) => node.id);

const engineOf = (some: GraphRecords) => memoryEngine(buildGraph(some, ontology), ontology);

const value = (name: string): RecordField => ({ kind: "value", as: name, name });
const evidence: RecordField = {
  kind: "records",
  as: "evidence",
  name: "evidence",
  fields: [value("source"), value("citation"), { kind: "nodes", as: "by", name: "attributedTo", fields: [ID] }],
};

/** Everything that is told of a node but its edges. */
const NODE_FIELDS: readonly NodeField[] = [
  ID,
  ...["name", "summary", "date", "kind", "status", "tally", "iso3", "sameAs", "identified"].map((name) =>
    property(name),
  ),
  { kind: "records", as: "aliases", on: null, name: "aliases", fields: [value("text"), evidence] },
  { kind: "records", as: "claims", on: null, name: "claims", fields: [value("value"), value("rank"), evidence] },
  { kind: "records", as: "basis", on: null, name: "basis", fields: [value("of"), value("reason")] },
  { kind: "records", as: "degrees", on: null, name: "degrees", fields: ["type", "direction", "count"].map(value) },
  { ...evidence, kind: "records", name: "evidence", on: null, fields: [value("citation")] },
];
const LINK_FIELDS = [
  EDGE_ID,
  ...["date", "known", "corroboration", "derivedFrom", "sources"].map((name) => edgeProperty(name)),
  { kind: "records", as: "evidence", name: "evidence", fields: [value("citation")] },
] as const;

/** Plans that leave little untold, whose order, search and paths each go their own way through the graph. */
function tellingPlans(from: string, to: string): readonly Plan[] {
  const flat = {
    relationships: RELATIONSHIPS,
    edge: null,
    nodeFields: [ID, property("name")],
    linkFields: LINK_FIELDS,
  };
  return [
    {
      ...{ kind: "scan", types: TYPES, where: null, order: [], page: first(1000) },
      parts: [{ kind: "nodes", as: "nodes", fields: NODE_FIELDS }, TOTAL],
    },
    {
      ...{ kind: "links", relationships: RELATIONSHIPS, visible: SHOWN, where: null, order: [], page: first(1000) },
      parts: [{ kind: "nodes", as: "nodes", fields: LINK_FIELDS }, TOTAL, OMITTED],
    },
    ...["rival", "arda", "harbour"].map((text): Plan => {
      const parts = [{ kind: "nodes", as: "nodes", fields: [ID] } as const, TOTAL];
      return { kind: "search", text, types: TYPES, where: null, page: first(100), parts };
    }),
    {
      ...{ kind: "paths", from, to, ...flat, visible: EVERYTHING, maxLength: 4, first: 5 },
      avoid: { ids: [], types: [], degree: 12 },
    },
    { kind: "subgraph", from: [from, to], ...flat, visible: SHOWN, depth: 2, known: [], first: 30 },
  ];
}

it("a view answers as a graph of nothing but what it shows", { timeout: 120_000 }, async () => {
  const cases = randomView.chain((view) =>
    // Where `valid` hides a premise, a graph that lacks it cannot have what follows from it.
    scattered(records, view.valid === null).chain((some) =>
      fc.record({
        view: fc.constant(view),
        some: fc.constant(some),
        from: fc.constantFrom(...IDS),
        to: fc.constantFrom(...IDS),
        plans: fc.array(planArbitrary({ ontology, records: some }, 1), { minLength: 4, maxLength: 4 }),
      }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ view, some, from, to, plans }) => {
      const engine = engineOf(some);
      const part = engineOf(shownBy(some, view, REQUIRED));
      for (const plan of [...tellingPlans(from, to), ...plans]) {
        expect(await run(engine, { ...plan, view })).toEqual(await run(part, plan));
      }
    }),
    { numRuns: 40 },
  );
});

it("a view that asks for nothing changes nothing", async () => {
  const view: View = { valid: null, known: null, sources: null };
  const engine = engineOf(records);
  await fc.assert(
    fc.asyncProperty(planArbitrary({ ontology, records }), async (plan) => {
      expect(await run(engine, { ...plan, view })).toEqual(await run(engine, plan));
    }),
    { numRuns: 50 },
  );
});

it("what was known once stays known, and counts never shrink", { timeout: 60_000 }, async () => {
  const days = fc.integer({ min: 2011, max: 2016 }).map(String);
  const cases = fc.record({ some: scattered(records, true), a: days, b: days });
  await fc.assert(
    fc.asyncProperty(cases, async ({ some, a, b }) => {
      const engine = engineOf(some);
      const [earlier, later] = [a, b].sort().map((known) => ({ valid: null, known, sources: null }));
      for (const [what, plan] of [
        ["nodes", scanIds],
        ["links", linkIds],
      ] as const) {
        const before = (await run(engine, { ...plan, ...(earlier && { view: earlier }) })) as Ids;
        const after = (await run(engine, { ...plan, ...(later && { view: later }) })) as Ids;
        const ids = new Set(after.nodes.map(({ id }) => id));
        expect(
          before.nodes.filter(({ id }) => !ids.has(id)),
          what,
        ).toEqual([]);
        expect(before.totalCount).toBeLessThanOrEqual(after.totalCount);
      }
    }),
    { numRuns: 20 },
  );
});

interface Ids {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
}

const scanIds: Plan = {
  ...{ kind: "scan", types: TYPES, where: null, order: [], page: first(1000) },
  parts: [{ kind: "nodes", as: "nodes", fields: [ID] }, TOTAL],
};
const linkIds: Plan = {
  ...{ kind: "links", relationships: RELATIONSHIPS, visible: EVERYTHING, where: null, order: [], page: first(1000) },
  parts: [{ kind: "nodes", as: "nodes", fields: [EDGE_ID] }, TOTAL],
};
