import fc from "fast-check";
import { expect, it } from "vitest";

import type { EdgeFilter, NodeFilter } from "../../src/plan/filter.js";
import { featuresOf, linksArbitrary, planArbitrary, scanArbitrary } from "../support/arbitraries.js";
import type { IdConnection } from "../support/engine.js";
import { run } from "../support/engine.js";
import { fixtureMaterial } from "./support.js";

const material = await fixtureMaterial();

it("random plans hold every kind of condition, part and plan", () => {
  const seen = new Set(fc.sample(planArbitrary(material), { numRuns: 400, seed: 1 }).flatMap(featuresOf));
  const operators = ["eq", "in", "contains", "startsWith", "gt", "gte", "lt", "lte", "exists"];
  const connectives = ["and", "or", "not", "compare", "end", "counted", "some", "none", "all"];
  const parts = ["nodes", "edges", "totalCount", "pageInfo", "omitted", "groups", "expand", "cursor", "year", "one"];
  expect([...seen]).toEqual(
    expect.arrayContaining([...operators, ...connectives, ...parts, "scan", "links", "lookup", "search", "disputes"]),
  );
});

it("most random filters let something through, and not everything", async () => {
  const plans = fc
    .sample(fc.oneof(scanArbitrary(material), linksArbitrary(material)), { numRuns: 600, seed: 2 })
    .filter((plan) => plan.where !== null);
  const shares = await Promise.all(
    plans.map(async (plan) => {
      const filtered = (await run(material.engine, plan)) as IdConnection;
      const unfiltered = (await run(material.engine, {
        ...plan,
        where: null as (NodeFilter & EdgeFilter) | null,
      })) as IdConnection;
      return filtered.totalCount / unfiltered.totalCount;
    }),
  );
  const telling = shares.filter((share) => share > 0 && share < 1);
  expect(telling.length / shares.length).toBeGreaterThan(0.5);
});
