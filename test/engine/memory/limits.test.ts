import { describe, expect, it } from "vitest";

import { memoryEngine } from "../../../src/engine/memory/engine.js";
import { buildGraph } from "../../../src/graph/graph.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import type { Plan } from "../../../src/plan/plan.js";
import { generousLimits } from "../../support/engine.js";
import { fixtureRecords } from "../../support/fixture.js";
import { matchPlan } from "../../support/matches.js";
import { compare, expand, first, hop, lookup, order, ref, TOTAL } from "../../support/plans.js";

const ontology = await loadOntology(ontologyPath);
const engine = memoryEngine(buildGraph(fixtureRecords(), ontology), ontology);

/** Looks at the thirty votes cast. */
const votes: Plan = lookup(
  ["vote-1", "vote-2", "vote-3", "vote-4", "vote-5"],
  ["Vote"],
  [expand("castBy", hop(["CAST"], "in"), [TOTAL])],
);

describe("the limits of a request", () => {
  it("allow as many edges as they say, and not one more", async () => {
    const enough = await engine.session({ ...generousLimits(), edges: 30 });
    await expect(enough.run(votes)).resolves.toHaveLength(5);
    const short = await engine.session({ ...generousLimits(), edges: 29 });
    await expect(short.run(votes)).rejects.toMatchObject({ code: "TOO_EXPENSIVE" });
  });

  it("go for all plans of the request together", async () => {
    const session = await engine.session({ ...generousLimits(), edges: 59 });
    await session.run(votes);
    await expect(session.run(votes)).rejects.toMatchObject({ code: "TOO_EXPENSIVE" });
  });

  it("hold for what is compared before any of it is looked at: the edges of all", async () => {
    // Five states other than Arda have five votes each.
    const enough = await engine.session({ ...generousLimits(), edges: 30 });
    await expect(enough.run(matchPlan())).resolves.toMatchObject({ totalCount: 5 });
    const short = await engine.session({ ...generousLimits(), edges: 29 });
    await expect(short.run(matchPlan())).rejects.toMatchObject({ code: "TOO_EXPENSIVE" });
    const two = await engine.session({ ...generousLimits(), edges: 10 });
    const withBora = matchPlan({ with: compare(ref("id", "id"), "eq", "bora") });
    await expect(two.run(withBora)).resolves.toMatchObject({ totalCount: 1 });
  });

  it("count each edge once where a page needs no more of them", async () => {
    const session = await engine.session({ ...generousLimits(), edges: 3 });
    const page: Plan = lookup(
      ["vote-1"],
      ["Vote"],
      [expand("castBy", hop(["CAST"], "in"), [{ kind: "nodes", as: "nodes", fields: [] }], { page: first(2) })],
    );
    await expect(session.run(page)).resolves.toHaveLength(1);
  });
});

describe("a cursor of another order", () => {
  it("is refused", async () => {
    const session = await engine.session(generousLimits());
    const plan = (key: readonly (string | number)[]): Plan => ({
      kind: "scan",
      types: ["Vote"],
      where: null,
      order: [order("node", ref("date", "date"))],
      page: first(2, key),
      parts: [{ kind: "nodes", as: "nodes", fields: [] }],
    });
    await expect(session.run(plan(["vote-1"]))).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
    await expect(session.run(plan([7, "vote-1"]))).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
  });
});
