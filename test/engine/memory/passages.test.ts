import { describe, expect, it } from "vitest";

import { memoryEngine } from "../../../src/engine/memory/engine.js";
import { withConcordance } from "../../../src/graph/encode-concordance.js";
import { buildGraph } from "../../../src/graph/graph.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import type { PassagesPlan } from "../../../src/plan/plan.js";
import { generousLimits, run } from "../../support/engine.js";
import { fixtureRecords } from "../../support/fixture.js";
import { first, NODES, ref, TOTAL } from "../../support/plans.js";
import { indexed } from "../../support/texts.js";

const ontology = await loadOntology(ontologyPath);
const graph = buildGraph(fixtureRecords(), ontology);

function passages(text: string, more: Partial<PassagesPlan> = {}): PassagesPlan {
  return { kind: "passages", text, types: ["Source"], where: null, page: first(10), parts: [TOTAL], ...more };
}

describe("a search in passages", () => {
  // "met" stands in three passages, words that begin with "me" four times in all.
  const engine = memoryEngine(
    withConcordance(graph, indexed({ chronicle: ["they met", "we met members", "nobody met"] })),
    ontology,
  );

  it.each([
    ["nobody met", 4],
    ["met me", 7],
    ["zebra", 0],
  ])("for %j looks at %i words of passages, and says beforehand where that is too much", async (text, cost) => {
    const enough = await engine.session({ ...generousLimits(), edges: cost });
    await expect(enough.run(passages(text))).resolves.toHaveProperty("totalCount");
    if (cost === 0) return;
    const short = await engine.session({ ...generousLimits(), edges: cost - 1 });
    await expect(short.run(passages(text))).rejects.toMatchObject({ code: "TOO_EXPENSIVE" });
  });

  it("ends at the deadline", async () => {
    const late = await engine.session({ ...generousLimits(), deadline: Date.now() - 1 });
    await expect(late.run(passages("met"))).rejects.toMatchObject({ code: "TIMEOUT" });
  });

  it("refuses the cursor of another search", async () => {
    const plan = passages("met", { page: first(1, [0, "x", "chronicle"]), parts: [NODES] });
    await expect(run(engine, plan)).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
  });

  it("groups sources by their passages", async () => {
    const texts = indexed({ chronicle: ["they met", "we met"], leaflet: ["nobody met"], register: ["votes"] });
    const by = [{ kind: "property", on: "node", property: ref("kind", "enum") }] as const;
    const groups = { kind: "groups", as: "groups", by, first: 10, subject: [], object: [] } as const;
    const found = await run(
      memoryEngine(withConcordance(graph, texts), ontology),
      passages("met", { parts: [groups] }),
    );
    expect(found).toMatchObject({
      groups: {
        groups: [
          { key: ["ARTICLE"], count: 2 },
          { key: ["DOCUMENT"], count: 1 },
        ],
      },
    });
  });

  it("leaves out a source that the graph does not have any more", async () => {
    const texts = indexed({ gone: ["they met"], leaflet: ["they met"] });
    expect(await run(memoryEngine(withConcordance(graph, texts), ontology), passages("met"))).toEqual({
      totalCount: 1,
    });
  });
});
