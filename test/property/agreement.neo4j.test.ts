import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Engine } from "../../src/engine/engine.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { neo4jEngine } from "../../src/engine/neo4j/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { Ontology } from "../../src/ontology/model.js";
import type { GraphRecords } from "../../src/graph/record.js";
import type { Key, Plan } from "../../src/plan/plan.js";
import type { Connection } from "../../src/store/neo4j/connect.js";
import { loadGraph } from "../../src/store/neo4j/load.js";
import { continued, featuresOf, planArbitrary } from "../support/arbitraries.js";
import { run } from "../support/engine.js";
import { fixtureRecords } from "../support/fixture.js";
import { describeNeo4j } from "../support/neo4j.js";
import { randomView, scattered } from "../support/random-views.js";
import { randomWalk } from "./random-walks.js";

const PLANS = 100;
const WALKS = 60;

/** What random plans have to use at least once, so that an agreement means something. */
const FEATURES = [
  ...["scan", "links", "lookup", "search", "disputes", "expand", "one", "groups", "omitted"],
  ...["quantified", "counted", "end", "not", "and", "or", "some", "none", "all"],
  ...["eq", "in", "contains", "startsWith", "gt", "gte", "lt", "lte", "exists"],
];

describeNeo4j("random plans", (connectAgain) => {
  let memory: Engine;
  let neo4j: Engine;
  let ontology: Ontology;
  let connection: Connection;
  let records: GraphRecords;

  beforeAll(async () => {
    ontology = await loadOntology(ontologyPath);
    connection = await connectAgain();
  });
  afterAll(async () => {
    await connection.driver.close();
  });

  describe("over the whole graph", () => {
    beforeAll(() => serve(fixtureRecords()));

    it("have the same answer on both engines, page by page", { timeout: 600_000 }, async () => {
      const features = new Set<string>();
      const cases = fc.record({ plan: planArbitrary({ ontology, records }, 1), bound: bounds });
      await fc.assert(
        fc.asyncProperty(cases, async ({ plan, bound }) => {
          for (const feature of featuresOf(plan)) features.add(feature);
          await agreePages(plan, bound);
        }),
        { numRuns: PLANS, seed: SEED },
      );
      expect(FEATURES.filter((feature) => !features.has(feature))).toEqual([]);
    });

    it("have the same paths and surroundings on both engines", { timeout: 600_000 }, async () => {
      const told: string[] = [];
      await fc.assert(
        fc.asyncProperty(randomWalk({ ontology, records }), async (plan) => {
          told.push(tellingOf((await agree(plan)) as Walked));
        }),
        { numRuns: WALKS, seed: SEED },
      );
      for (const kind of ["no path", "paths", "more paths", "all around", "some around"]) {
        expect(told.filter((one) => one === kind).length, kind).toBeGreaterThan(WALKS / 20);
      }
    });
  });

  describe.each([1, 2])("in views of scattered graph %i", (seed) => {
    beforeAll(async () => {
      const [graph] = fc.sample(scattered(fixtureRecords(), true), { numRuns: 1, seed });
      if (graph !== undefined) await serve(graph);
    });

    it("have the same answer on both engines, page by page", { timeout: 600_000 }, async () => {
      const plan = planArbitrary({ ontology, records }, 1);
      await fc.assert(
        fc.asyncProperty(fc.record({ plan, view: randomView, bound: bounds }), async ({ plan, view, bound }) => {
          await agreePages({ ...plan, view }, bound);
        }),
        { numRuns: PLANS / 2, seed: SEED },
      );
    });

    it("have the same paths and surroundings on both engines", { timeout: 600_000 }, async () => {
      const cases = fc.record({ plan: randomWalk({ ontology, records }), view: randomView });
      await fc.assert(
        fc.asyncProperty(cases, async ({ plan, view }) => {
          await agree({ ...plan, view });
        }),
        { numRuns: WALKS / 2, seed: SEED },
      );
    });
  });

  async function serve(graph: GraphRecords): Promise<void> {
    records = graph;
    const built = buildGraph(graph, ontology);
    memory = memoryEngine(built, ontology);
    await loadGraph(connection, built);
    neo4j = await neo4jEngine(connection, ontology);
  }

  async function agreePages(plan: Plan, bound: Bound): Promise<void> {
    const { pageInfo } = (await agree(plan)) as Partial<Answer>;
    const key = (bound === "after" ? pageInfo?.endKey : pageInfo?.startKey) ?? null;
    if (key !== null) await agree(continued(plan, bound, key));
  }

  async function agree(plan: Plan): Promise<unknown> {
    const expected = await run(memory, plan);
    expect(await run(neo4j, plan)).toEqual(expected);
    return expected;
  }
});

type Bound = "after" | "before";
const bounds: fc.Arbitrary<Bound> = fc.constantFrom("after", "before");

/** Fixed, so that what the plans are required to use is used in every run. */
const SEED = 20_140_217;

interface Answer {
  readonly pageInfo: { readonly startKey: Key | null; readonly endKey: Key | null };
}

interface Walked {
  readonly paths?: readonly unknown[];
  readonly truncated: boolean;
}

/** What an answer with paths or surroundings is an example of. */
function tellingOf({ paths, truncated }: Walked): string {
  if (paths === undefined) return truncated ? "some around" : "all around";
  if (paths.length === 0) return "no path";
  return truncated ? "more paths" : "paths";
}
