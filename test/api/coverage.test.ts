import { describe, expect, it } from "vitest";

import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import { ask } from "../support/ask.js";
import { fixtureRecords } from "../support/fixture.js";
import { books, library } from "./support/library.js";

const ontology = await loadOntology(ontologyPath);
const fixture = fixtureRecords();
/** The fixture's register, which lists the votes of the council and what they were on from 2010 to 2014, and two more. */
const covers = {
  "veto-list": [
    {
      relationships: ["FOR_DECISION_BY", "VETOED"],
      bodies: ["council"],
      from: "2000-01-01",
      until: "2020-12-31",
      complete: true,
    },
  ],
  clipping: [{ relationships: ["VETOED"], complete: false }],
};
const records = {
  ...fixture,
  nodes: [
    ...fixture.nodes,
    ...Object.entries(covers).map(([id, value]) => ({
      id,
      type: "Source",
      properties: { name: id, identified: true, sameAs: [], covers: value },
      aliases: [],
      basis: [],
      evidence: [],
      claims: [],
    })),
  ],
};
const engine = memoryEngine(buildGraph(records, ontology), ontology);

async function data(query: string): Promise<unknown> {
  const response = (await ask(engine, ontology, query)) as { readonly data: unknown; readonly errors?: unknown };
  expect(response.errors).toBeUndefined();
  return response.data;
}

const REASON = "{ totalCount emptyReason { code message nearest { id } } }";
const OF_COUNCIL = `forDecisionBy: { some: { id: { eq: "council" } } }`;

interface Found {
  readonly totalCount: number;
  readonly emptyReason: unknown;
}

/** Why a connection of the roots is empty. */
async function reasonOf(field: string): Promise<unknown> {
  const { found } = (await data(`{ found: ${field} ${REASON} }`)) as { readonly found: Found };
  expect(found.totalCount).toBe(0);
  return found.emptyReason;
}

/** Why a state that vetoed nothing vetoed nothing. */
async function noVeto(args: string): Promise<unknown> {
  const { state } = (await data(`{ state(id: "elva") { found: vetoed(${args}) ${REASON} } }`)) as {
    readonly state: { readonly found: Found };
  };
  expect(state.found.totalCount).toBe(0);
  return state.found.emptyReason;
}

describe("why a connection is empty", () => {
  it("is not said of one that is not", async () => {
    expect(await data(`{ blockings { emptyReason { code } } states { emptyReason { code } } }`)).toEqual({
      blockings: { emptyReason: null },
      states: { emptyReason: null },
    });
  });

  it("is that there is none, where one complete source lists all that was asked", async () => {
    expect(await noVeto(`where: { ${OF_COUNCIL} }, edge: { date: { gte: "2013", lte: "2019-06" } }`)).toEqual({
      code: "NOT_FOUND",
      message: "There is none: veto-list lists every VETOED and FOR_DECISION_BY of council from 2013 until 2019-06.",
      nearest: [{ id: "veto-list" }],
    });
  });

  it("is that nobody covers it, where the time asked goes beyond the register", async () => {
    expect(await noVeto(`where: { ${OF_COUNCIL} }, edge: { date: { gte: "2013", lte: "2021" } }`)).toEqual({
      code: "NOT_COVERED",
      message:
        "No source lists every VETOED and FOR_DECISION_BY of council from 2013 until 2021: that none is found does not mean that there is none.",
      nearest: [{ id: "veto-list" }, { id: "clipping" }],
    });
    expect(await noVeto(`where: { ${OF_COUNCIL} }`)).toMatchObject({ code: "NOT_COVERED" });
  });

  it("is that nobody covers it, where it names no body, or a relationship besides", async () => {
    expect(await noVeto(`edge: { date: { eq: "2019" } }`)).toMatchObject({ code: "NOT_COVERED" });
    const blocked = `{ state(id: "elva") { blocked(edge: { date: { eq: "2019" } }) ${REASON} } }`;
    expect(await data(blocked)).toMatchObject({
      state: { blocked: { emptyReason: { code: "NOT_COVERED", nearest: [{ id: "clipping" }, { id: "veto-list" }] } } },
    });
  });

  it.each([
    ["a filter on a value that may be missing", `where: { ${OF_COUNCIL}, name: { contains: "zzz" } }`, ""],
    ["something but what happened", `where: { ${OF_COUNCIL} }`, `modality: { eq: DENIED }`],
    ["what one source says", `where: { ${OF_COUNCIL} }`, `source: { eq: "leaflet" }`],
    ["an alternative", `where: { ${OF_COUNCIL} }`, `or: [{ date: { eq: "2018" } }, { date: { eq: "2019" } }]`],
    ["the opposite of something", `where: { ${OF_COUNCIL} }`, `not: { date: { lt: "2018" } }`],
    ["a count", `where: { ${OF_COUNCIL}, votes: { count: { gt: 1 } } }`, ""],
    ["what does not happen", `where: { ${OF_COUNCIL}, votes: { none: { id: { eq: "vote-1" } } } }`, ""],
  ])("cannot be sure for %s", async (_what, where, edge) => {
    expect(await noVeto(`${where}, edge: { date: { gte: "2015", lte: "2019" }, ${edge} }`)).toMatchObject({
      code: "NOT_COVERED",
      message: "No source can be complete for what is asked: that none is found does not mean that there is none.",
    });
  });

  it("may rest on what every such edge has", async () => {
    const args = `where: { ${OF_COUNCIL} }, edge: { date: { gte: "2015", lte: "2019" }, form: { eq: VETO } }`;
    expect(await noVeto(args)).toMatchObject({ code: "NOT_FOUND" });
  });

  it("counts a relationship of the links asked for, and a node that they name", async () => {
    const links = `links(where: { type: { eq: FOR_DECISION_BY }, object: { id: { eq: "council" } }, date: { eq: "2019" } })`;
    expect(await reasonOf(links)).toMatchObject({ code: "NOT_FOUND" });
  });

  it("takes the node at hand for the body, and keeps aliases apart", async () => {
    const query = `{
      organizations(where: { id: { in: ["council", "assembly"] } }) {
        nodes {
          id
          empty: decidesOn(edge: { date: { gte: "2001", lte: "2002" } }) { why: emptyReason { code nearest { name } } emptyReason { code } }
          all: decidesOn { emptyReason { code } }
        }
      }
    }`;
    expect(await data(query)).toEqual({
      organizations: {
        nodes: [
          {
            id: "assembly",
            empty: {
              why: { code: "NOT_COVERED", nearest: [{ name: "veto-list" }] },
              emptyReason: { code: "NOT_COVERED" },
            },
            all: { emptyReason: { code: "NOT_COVERED" } },
          },
          {
            id: "council",
            empty: { why: { code: "NOT_FOUND", nearest: [{ name: "veto-list" }] }, emptyReason: { code: "NOT_FOUND" } },
            all: { emptyReason: null },
          },
        ],
      },
    });
  });

  it("is never sure of nodes as such, of search, or in a view of a part of the graph", async () => {
    const sorry = { code: "NOT_COVERED", nearest: [] };
    expect(await reasonOf(`states(where: { name: { eq: "Nowhere" } })`)).toMatchObject(sorry);
    expect(await reasonOf(`search(text: "nowhere")`)).toMatchObject(sorry);
    const links = `links(where: { type: { eq: FOR_DECISION_BY }, object: { id: { eq: "council" } }, date: { eq: "2019" } })`;
    const viewed = await data(`{ view(known: "2030") { ${links} ${REASON} } }`);
    expect(viewed).toMatchObject({ view: { links: { emptyReason: { code: "NOT_COVERED" } } } });
  });

  it("is asked of the graph, not of the page", async () => {
    expect(await data(`{ states(first: 0) { nodes { id } emptyReason { code } } }`)).toEqual({
      states: { nodes: [], emptyReason: null },
    });
  });
});

describe("coverage", () => {
  it("lists what sources cover of what is asked, the whole before the part, the complete before the rest", async () => {
    const query = `{ coverage(relationship: VETOED, body: "council", from: "2010", until: "2015-06") { source { id } whole covers { complete from until } } }`;
    expect(await data(query)).toEqual({
      coverage: [
        {
          source: { id: "veto-list" },
          whole: true,
          covers: { complete: true, from: "2000-01-01", until: "2020-12-31" },
        },
        { source: { id: "clipping" }, whole: true, covers: { complete: false, from: null, until: null } },
      ],
    });
  });

  it("need not be asked for everything", async () => {
    expect(await data(`{ coverage(from: "2014") { source { id } whole } }`)).toEqual({
      coverage: [
        { source: { id: "clipping" }, whole: true },
        { source: { id: "register" }, whole: true },
        { source: { id: "register" }, whole: false },
        { source: { id: "veto-list" }, whole: false },
      ],
    });
    expect(await data(`{ coverage(body: "assembly", relationship: CAST) { whole } }`)).toEqual({ coverage: [] });
  });
});

it("holds for a vocabulary whose sources do not say what they cover", async () => {
  const other = memoryEngine(buildGraph(books, library), library);
  const query = `{ writer(id: "flint") { edited { emptyReason { code nearest { id } } } } }`;
  expect(await ask(other, library, query)).toEqual({
    data: { writer: { edited: { emptyReason: { code: "NOT_COVERED", nearest: [] } } } },
  });
});
