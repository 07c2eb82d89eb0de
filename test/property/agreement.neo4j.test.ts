import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";

import type { Engine } from "../../src/engine/engine.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { neo4jEngine } from "../../src/engine/neo4j/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { Ontology } from "../../src/ontology/model.js";
import type { Key, Plan } from "../../src/plan/plan.js";
import { loadGraph } from "../../src/store/neo4j/load.js";
import { run } from "../support/engine.js";
import { fixtureRecords } from "../support/fixture.js";
import { describeNeo4j } from "../support/neo4j.js";
import { continued, featuresOf, randomPlan } from "./random-plans.js";
import { randomWalk } from "./random-walks.js";

const PLANS = 100;
const WALKS = 60;

/** What random plans have to use at least once, so that an agreement means something. */
const FEATURES = [
  ...[
    "scan",
    "links",
    "lookup",
    "search",
    "expand",
    "one",
    "groups",
    "quantified",
    "counted",
    "end",
    "not",
    "and",
    "or",
  ],
  ...["some", "none", "all", "eq", "in", "contains", "startsWith", "gt", "gte", "lt", "lte", "exists"],
];

describeNeo4j("random plans", (connectAgain) => {
  let memory: Engine;
  let neo4j: Engine;
  let ontology: Ontology;
  const records = fixtureRecords();

  beforeAll(async () => {
    ontology = await loadOntology(ontologyPath);
    memory = memoryEngine(buildGraph(records, ontology), ontology);
    const connection = await connectAgain();
    await loadGraph(connection, buildGraph(records, ontology));
    neo4j = await neo4jEngine(connection, ontology);
  });
  afterAll(async () => {
    await neo4j.close();
  });

  it("have the same answer on both engines, page by page", { timeout: 600_000 }, async () => {
    const features = new Set<string>();
    const shares: number[] = [];
    await fc.assert(
      fc.asyncProperty(
        randomPlan(records),
        fc.constantFrom("after" as const, "before" as const),
        async (plan, bound) => {
          for (const feature of featuresOf(plan)) features.add(feature);
          const answer = (await agree(plan)) as Partial<Answer>;
          if (answer.pageInfo === undefined) return;
          shares.push((answer.totalCount ?? 0) / total(plan));
          const key = bound === "after" ? answer.pageInfo.endKey : answer.pageInfo.startKey;
          if (key !== null) await agree(continued(plan, bound, key));
        },
      ),
      { numRuns: PLANS, seed: SEED },
    );
    expect(FEATURES.filter((feature) => !features.has(feature))).toEqual([]);
    expect(shares.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(shares.length / 2);
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

  async function agree(plan: Plan): Promise<unknown> {
    const expected = await run(memory, plan);
    expect(await run(neo4j, plan)).toEqual(expected);
    return expected;
  }

  /** How many elements there would be without a filter. */
  function total(plan: Plan): number {
    if (plan.kind === "links") return records.edges.filter((edge) => plan.relationships.includes(edge.type)).length;
    return "types" in plan ? records.nodes.filter((node) => plan.types.includes(node.type)).length : 0;
  }
});

/** Fixed, so that what the plans are required to use is used in every run. */
const SEED = 20_140_217;

interface Answer {
  readonly totalCount: number;
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
