import { expect, it } from "vitest";

import type { Engine } from "../../src/engine/engine.js";
import type { GraphRecords } from "../../src/graph/record.js";
import { collect } from "../../src/store/neo4j/read.js";
import type { View } from "../../src/plan/view.js";
import { extract, generousLimits } from "../support/engine.js";
import { fixtureRecords } from "../support/fixture.js";
import { shownBy } from "../support/view-oracle.js";

/** What the ontology has every node of the fixture have. */
const REQUIRED = ["name", "identified"];

const VIEWS: Readonly<Record<string, Partial<View>>> = {
  "that asks for nothing": {},
  "of what is valid in a year": { valid: "2012" },
  "of what was known": { known: "2014" },
  "by a source": { sources: ["leaflet"] },
  "by two sources": { sources: ["register", "leaflet"] },
  "of what two sources said by then is valid": { valid: "2014", known: "2015", sources: ["chronicle", "register"] },
  "of no source": { sources: [] },
};

/** What every engine must do where records are read whole: told by the records that it was made of. */
export function extractSuite(engine: () => Engine): void {
  it("are those that the graph was built from, in order of id", async () => {
    expect(await extract(engine())).toEqual(fixtureRecords());
  });

  it.each(Object.entries(VIEWS))("in a view %s are what it shows", async (_title, some) => {
    const view = { valid: null, known: null, sources: null, ...some };
    expect(await extract(engine(), { view })).toEqual(shownBy(fixtureRecords(), view, REQUIRED));
  });

  it("of some ids come in order of id, each once, without those that there are not", async () => {
    const { nodes, edges } = fixtureRecords();
    const found = await extract(engine(), {
      nodes: ["una-vey", "arda", "nobody", "arda-north", "arda", "arda/CAST/vote-1", "", "\u{1d509}"],
      edges: [
        ...["ilo-marr/HOLDS/envoy", "arda/CAST/vote-1", "arda-north/CAST/vote-1", "arda/CAST/vote-1"],
        ...["arda/CAST/nothing", "nobody/CAST/vote-1", "arda/NO_SUCH/vote-1", "arda", "", "//"],
      ],
    });
    expect(found).toEqual({
      nodes: nodes.filter(({ id }) => ["arda", "arda-north", "una-vey"].includes(id)),
      edges: edges.filter(({ id }) =>
        ["arda-north/CAST/vote-1", "arda/CAST/vote-1", "ilo-marr/HOLDS/envoy"].includes(id),
      ),
    });
    expect(await extract(engine(), { nodes: [], edges: [] })).toEqual({ nodes: [], edges: [] });
  });

  it("of some ids in a view are those of them that it shows", async () => {
    const all = fixtureRecords();
    const ids = { nodes: all.nodes.map(({ id }) => id), edges: all.edges.map(({ id }) => id) };
    for (const some of Object.values(VIEWS)) {
      const view = { valid: null, known: null, sources: null, ...some };
      expect(await extract(engine(), { view, ...ids })).toEqual(shownBy(all, view, REQUIRED));
    }
  });

  it("of some relationships are the edges of these, all or those of some ids", async () => {
    const { edges } = fixtureRecords();
    const relationships = ["ON", "CAST", "NO_SUCH"];
    const chosen = edges.filter(({ type }) => relationships.includes(type));
    const session = await engine().session(generousLimits());
    const read = (ids: readonly string[] | null): Promise<readonly unknown[]> =>
      collect(session.edgeRecords({ ids, relationships }));
    expect(await read(null)).toEqual(chosen);
    expect(await read(edges.map(({ id }) => id))).toEqual(chosen);
    await session.close();
  });

  it("may be read long after the deadline", async () => {
    const { nodes, edges }: GraphRecords = fixtureRecords();
    const session = await engine().session({ ...generousLimits(), deadline: Date.now() - 1 });
    const read = { nodes: 0, edges: 0 };
    for await (const page of session.nodeRecords({ ids: null })) read.nodes += page.length;
    for await (const page of session.edgeRecords({ ids: null })) read.edges += page.length;
    expect(read).toEqual({ nodes: nodes.length, edges: edges.length });
    await session.close();
  });

  it("need not be read to the end", async () => {
    const session = await engine().session(generousLimits());
    for await (const page of session.edgeRecords({ ids: null })) {
      expect(page.length).toBeGreaterThan(0);
      break;
    }
    await session.close();
  });
}
