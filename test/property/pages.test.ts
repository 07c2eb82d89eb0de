import fc from "fast-check";
import { expect, it } from "vitest";

import type { Engine } from "../../src/engine/engine.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import type { Page, Plan } from "../../src/plan/plan.js";
import { edgeFilterArbitrary, nodeFilterArbitrary, orderArbitrary, rootArbitrary } from "../support/arbitraries.js";
import type { IdConnection } from "../support/engine.js";
import { run } from "../support/engine.js";
import { EDGE_ID, EVERYTHING, expand, first, ID, lookup, NODES, PAGE_INFO, scan, TOTAL } from "../support/plans.js";
import { edgeRefs, nodeRefs } from "../support/random-filters.js";
import { fixtureMaterial } from "./support.js";

const material = await fixtureMaterial();
const RUNS = { numRuns: 150 };

/** Makes the plan of one page, and takes the connection out of its result. */
interface Walkable {
  readonly plan: (page: Page) => Plan;
  readonly connection: (result: unknown) => IdConnection;
}

const BLOCKINGS = ["VETOED", "BLOCKED"];

const scans: fc.Arbitrary<Walkable> = rootArbitrary(material.ontology).chain((type) =>
  fc
    .tuple(
      fc.option(nodeFilterArbitrary(material, type, 1), { nil: null, freq: 2 }),
      orderArbitrary("node", nodeRefs(material, type)),
    )
    .map(([where, order]) => ({
      plan: (page) => scan(type.concrete, [NODES, TOTAL, PAGE_INFO], { where, order, page }),
      connection: (result) => result as IdConnection,
    })),
);

const links: fc.Arbitrary<Walkable> = fc
  .tuple(
    fc.option(edgeFilterArbitrary(material, BLOCKINGS, "Blocking"), { nil: null, freq: 2 }),
    orderArbitrary("edge", edgeRefs(material, "Blocking")),
  )
  .map(([where, order]) => ({
    plan: (page) => ({
      kind: "links",
      relationships: BLOCKINGS,
      visible: EVERYTHING,
      where,
      order,
      page,
      parts: [{ kind: "nodes", as: "nodes", fields: [EDGE_ID] }, TOTAL, PAGE_INFO],
    }),
    connection: (result) => result as IdConnection,
  }));

const expansions: fc.Arbitrary<Walkable> = fc
  .tuple(
    fc.constantFrom("vote-1", "vote-3"),
    fc.oneof(
      orderArbitrary("edge", edgeRefs(material, "Cast")),
      orderArbitrary("node", [
        { name: "name", type: "string", list: false },
        { name: "m49", type: "string", list: false },
      ]),
    ),
  )
  .map(([vote, order]) => {
    const hop = { relationships: ["CAST"], direction: "in", edge: null, visible: EVERYTHING } as const;
    const parts = [{ kind: "nodes", as: "nodes", fields: [ID] }, TOTAL, PAGE_INFO] as const;
    return {
      plan: (page) => lookup([vote], ["Vote"], [expand("hop", hop, parts, { order, page })]),
      connection: (result) => (result as [{ readonly hop: IdConnection }])[0].hop,
    };
  });

const connections = fc.oneof(scans, links, expansions);

/** Every id, page by page; backwards the pages are put in front of one another. */
async function walk(engine: Engine, { plan, connection }: Walkable, size: number, forward: boolean): Promise<string[]> {
  const ids: string[] = [];
  let cursor: Page["after"] = null;
  for (;;) {
    const page: Page = forward
      ? { first: size, last: null, after: cursor, before: null }
      : { first: null, last: size, after: null, before: cursor };
    const { nodes, pageInfo } = connection(await run(engine, plan(page)));
    const seen = nodes.map((node) => node.id);
    if (forward) ids.push(...seen);
    else ids.unshift(...seen);
    expect(forward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage).toBe(cursor !== null);
    if (!(forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return ids;
    expect(seen).toHaveLength(size);
    cursor = forward ? pageInfo.endKey : pageInfo.startKey;
  }
}

it("cursors visit everything exactly once, both ways, and totalCount is the length of the walk", async () => {
  await fc.assert(
    fc.asyncProperty(connections, fc.integer({ min: 1, max: 7 }), async (walkable, size) => {
      const whole = walkable.connection(await run(material.engine, walkable.plan(first(1000))));
      const ids = whole.nodes.map((node) => node.id);
      expect(await walk(material.engine, walkable, size, true)).toEqual(ids);
      expect(await walk(material.engine, walkable, size, false)).toEqual(ids);
      expect(whole.totalCount).toBe(ids.length);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    RUNS,
  );
});

it("a cursor still works when its element and others are gone", async () => {
  const { ontology, records } = material;
  const ends = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(), rootArbitrary(ontology));
  await fc.assert(
    fc.asyncProperty(ends, async ([size, seed, type]) => {
      const [order] = fc.sample(orderArbitrary("node", nodeRefs(material, type)), { numRuns: 1, seed });
      const plan = (page: Page): Plan => scan(type.concrete, [NODES, TOTAL, PAGE_INFO], { order: order ?? [], page });
      const whole = (await run(material.engine, plan(first(1000)))) as IdConnection;
      const page = (await run(material.engine, plan(first(size)))) as IdConnection;
      const gone = new Set([page.nodes.at(-1)?.id, whole.nodes.at(size)?.id]);
      const nodes = records.nodes.filter((node) => !gone.has(node.id) || node.type === "Source");
      const left = new Set(nodes.map((node) => node.id));
      const bare = nodes.map((node) => ({ ...node, aliases: node.aliases, evidence: [], claims: [] }));
      const graph = buildGraph({ nodes: bare, edges: [] }, ontology);
      const rest = (await run(memoryEngine(graph, ontology), plan(first(1000, page.pageInfo.endKey)))) as IdConnection;
      expect(rest.nodes.map((node) => node.id)).toEqual(
        whole.nodes
          .slice(size)
          .map((node) => node.id)
          .filter((id) => left.has(id)),
      );
    }),
    RUNS,
  );
});
