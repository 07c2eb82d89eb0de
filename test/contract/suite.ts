import type { GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createApi } from "../../src/api/api.js";
import type { Engine } from "../../src/engine/engine.js";
import { snapshotId } from "../../src/graph/canonical.js";
import type { GraphRecords } from "../../src/graph/record.js";
import { loadOntology } from "../../src/ontology/load.js";
import { ontologyPath } from "../../src/ontology/default.js";
import type { Ontology } from "../../src/ontology/model.js";
import { generousLimits, run } from "../support/engine.js";
import { fixtureRecords } from "../support/fixture.js";
import { first, TOTAL } from "../support/plans.js";
import type { Case } from "./case.js";
import { dateCases } from "./dates.js";
import { disputeCases } from "./disputes.js";
import { extractSuite } from "./extracts.js";
import { expandCases } from "./expand.js";
import { filterCases } from "./filters.js";
import { groupCases } from "./groups.js";
import { linkCases } from "./links.js";
import { lookupCases } from "./lookup.js";
import { matchCases } from "./matches.js";
import { mixedCases } from "./mixed.js";
import { orderCases } from "./order.js";
import { pageCases } from "./pages.js";
import { pathCases } from "./paths.js";
import { recordCases } from "./records.js";
import { searchCases } from "./search.js";
import { shownSuite } from "./shown.js";
import { subgraphCases } from "./subgraph.js";
import { viewCases } from "./views.js";

/** Makes an engine that serves some records. */
export type MakeEngine = (records: GraphRecords, ontology: Ontology) => Promise<Engine>;

const SUBJECTS: Readonly<Record<string, readonly Case[]>> = {
  lookup: lookupCases,
  "properties and records": recordCases,
  filters: filterCases,
  "filters over dates": dateCases,
  "nodes of several types": mixedCases,
  order: orderCases,
  pages: pageCases,
  expand: expandCases,
  groups: groupCases,
  links: linkCases,
  search: searchCases,
  paths: pathCases,
  subgraph: subgraphCases,
  matches: matchCases,
  disputes: disputeCases,
  views: viewCases,
};

/** What every engine must do: the meaning of plans, told by examples. */
export function contractSuite(name: string, makeEngine: MakeEngine): void {
  describe(`${name} engine`, () => {
    let engine: Engine;
    let ontology: Ontology;

    beforeAll(async () => {
      ontology = await loadOntology(ontologyPath);
      engine = await makeEngine(fixtureRecords(), ontology);
    });
    afterAll(async () => {
      await engine.close();
    });

    describe.each(Object.entries(SUBJECTS))("%s", (_subject, cases) => {
      it.each(cases)("$title", async ({ plan, result }) => {
        expect(await run(engine, plan)).toEqual(result);
      });
    });

    describe("records", () => {
      extractSuite(() => engine);
    });

    describe("what an answer shows", () => {
      let schema: GraphQLSchema;
      beforeAll(() => {
        ({ schema } = createApi(ontology));
      });
      shownSuite(
        () => engine,
        () => schema,
      );
    });

    it("refuses to search in passages where it has no concordance", async () => {
      const page = first(1);
      const plan = { kind: "passages", text: "dorn", types: ["Source"], where: null, page, parts: [TOTAL] } as const;
      await expect(run(engine, plan)).rejects.toMatchObject({ code: "NOT_SUPPORTED" });
    });

    it("knows no passage of what a search for nodes finds", async () => {
      const fields = [{ kind: "paragraph", as: "paragraph" } as const, { kind: "passage", as: "passage" } as const];
      const parts = [{ kind: "edges", as: "edges", fields } as const];
      const plan = {
        kind: "search",
        text: "chronicle",
        types: ["Source"],
        where: null,
        page: first(1),
        parts,
      } as const;
      expect(await run(engine, plan)).toEqual({ edges: [{ paragraph: null, passage: null }] });
    });

    it("says what it serves", async () => {
      const records = fixtureRecords();
      const info = await engine.info();
      expect(info).toMatchObject({ id: snapshotId(records), ontology: ontology.hash, nodes: 50, links: 130 });
      expect(info.types.map(({ type }) => type)).toEqual(ontology.concrete);
      expect(info.types.find(({ type }) => type === "State")?.count).toBe(7);
      expect(info.relationships.map(({ type }) => type)).toEqual([...ontology.relationships.keys()]);
      expect(info.relationships.find(({ type }) => type === "CAST")?.count).toBe(30);
    });

    it("gives a session the snapshot it serves", async () => {
      const session = await engine.session(generousLimits());
      expect(session.snapshot).toBe((await engine.info()).id);
      await session.close();
    });

    it("gives up at the deadline, with an error that says so", async () => {
      const session = await engine.session({ ...generousLimits(), deadline: Date.now() - 1 });
      const [some] = lookupCases;
      if (some !== undefined) await expect(session.run(some.plan)).rejects.toMatchObject({ code: "TIMEOUT" });
      await session.close();
    });
  });
}
