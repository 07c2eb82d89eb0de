import { describe, expect, it } from "vitest";

import { memoryEngine } from "../../../src/engine/memory/engine.js";
import { buildGraph } from "../../../src/graph/graph.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import type { View } from "../../../src/plan/view.js";
import { generousLimits, run } from "../../support/engine.js";
import { fixtureRecords } from "../../support/fixture.js";
import { TOTAL, scan } from "../../support/plans.js";

const ontology = await loadOntology(ontologyPath);
const records = fixtureRecords();
const whole = { valid: null, known: null, sources: null } as const;
const count = scan(ontology.concrete, [TOTAL]);

const newEngine = () => memoryEngine(buildGraph(records, ontology), ontology);
const seen = (view: View) => ({ ...count, view });

describe("views on the embedded engine", () => {
  it("are the same when asked for again after many others", async () => {
    const engine = newEngine();
    const years = Array.from({ length: 20 }, (_, i) => ({ ...whole, known: String(2005 + i) }));
    const once = await Promise.all(years.map((view) => run(engine, seen(view))));
    expect(new Set(once.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(1);
    expect(await Promise.all(years.map((view) => run(engine, seen(view))))).toEqual(once);
  });

  it("do not depend on the order of their sources, nor on one given twice", async () => {
    const engine = newEngine();
    const answer = await run(engine, seen({ ...whole, sources: ["chronicle", "leaflet"] }));
    expect(await run(engine, seen({ ...whole, sources: ["leaflet", "chronicle", "leaflet"] }))).toEqual(answer);
  });

  it("are made once for all dates between two publications", async () => {
    const engine = newEngine();
    await run(engine, seen({ ...whole, known: "2014-03-01" }));
    // What is made already is not paid for again.
    const session = await engine.session({ ...generousLimits(), edges: 0 });
    await expect(session.run(seen({ ...whole, known: "2014-11" }))).resolves.toHaveProperty("totalCount");
    await expect(session.run(seen({ ...whole, known: "2014-01" }))).rejects.toMatchObject({ code: "TOO_EXPENSIVE" });
    await expect(session.run(seen({ ...whole, known: "2015" }))).rejects.toMatchObject({ code: "TOO_EXPENSIVE" });
  });

  it.each([{ known: "2014" }, { valid: "2014" }])(
    "cost a look at every edge where they have to be made: %o",
    async (part) => {
      const engine = newEngine();
      const limits = { ...generousLimits(), edges: records.edges.length - 1 };
      const session = await engine.session(limits);
      await expect(session.run(seen({ ...whole, ...part }))).rejects.toMatchObject({ code: "TOO_EXPENSIVE" });
      const another = await engine.session(limits);
      await expect(another.run(count)).resolves.toEqual({ totalCount: records.nodes.length });
      await expect(another.run(seen(whole))).resolves.toEqual({ totalCount: records.nodes.length });
    },
  );

  it("keep the snapshot of the whole graph", async () => {
    const engine = newEngine();
    const { id } = await engine.info();
    const session = await engine.session(generousLimits());
    await session.run(seen({ ...whole, known: "2014" }));
    expect(session.snapshot).toBe(id);
  });
});
