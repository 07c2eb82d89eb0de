import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

import { createApi } from "../../src/api/api.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { readOntology } from "../../src/ontology/read.js";
import { ask } from "../support/ask.js";
import { fixtureRecords } from "../support/fixture.js";

const sdl = await readFile(ontologyPath, "utf8");
const ontology = readOntology(sdl);
const engine = memoryEngine(buildGraph(fixtureRecords(), ontology), ontology);

async function data(query: string): Promise<unknown> {
  const response = (await ask(engine, ontology, query)) as { readonly data: unknown; readonly errors?: unknown };
  expect(response.errors).toBeUndefined();
  return response.data;
}

async function refusal(query: string): Promise<unknown> {
  return ((await ask(engine, ontology, query)) as { readonly errors: unknown }).errors;
}

describe("agreement", () => {
  it("says how far two agree, and shows the votes behind each figure with both edges and their evidence", async () => {
    const query = `{
      agreement(of: "arda", with: { id: { eq: "cyra" } }) {
        totalCount
        nodes {
          with { __typename name }
          shared same partly opposite score
          pairs { of with count }
          years { year shared matches { nodes { id } } }
          opposed: matches(figure: OPPOSITE) {
            totalCount
            edges { node { name } of { position evidence { citation } } with { position subject { id } } }
          }
          absent: matches(of: ABSENT, with: YES) { nodes { id } }
        }
      }
    }`;
    expect(await data(query)).toEqual({
      agreement: {
        totalCount: 1,
        nodes: [
          {
            with: { __typename: "State", name: "Çyra" },
            ...{ shared: 3, same: 0, partly: 2, opposite: 1, score: 1 / 3 },
            pairs: [
              { of: "ABSENT", with: "YES", count: 2 },
              { of: "NO", with: "ABSTAIN", count: 2 },
              { of: "YES", with: "NO", count: 1 },
            ],
            years: [
              { year: 2012, shared: 2, matches: { nodes: [{ id: "vote-1" }, { id: "vote-2" }] } },
              { year: 2013, shared: 0, matches: { nodes: [] } },
              { year: null, shared: 1, matches: { nodes: [{ id: "vote-5" }] } },
            ],
            opposed: {
              totalCount: 1,
              edges: [
                {
                  node: { name: "Vote 1" },
                  of: {
                    position: "YES",
                    evidence: [
                      { citation: "Register of Votes (2015), row 1" },
                      { citation: "The Arda Chronicle (2014-02), para. 3" },
                      { citation: "Register of Votes (2015), row 99" },
                    ],
                  },
                  with: { position: "NO", subject: { id: "cyra" } },
                },
              ],
            },
            absent: { nodes: [{ id: "vote-3" }, { id: "vote-4" }] },
          },
        ],
      },
    });
  });

  it("pages through the others by score, and through the votes by date", async () => {
    const others = async (after: string): Promise<unknown> =>
      data(`{ agreement(of: "arda", least: 2, direction: ASC, first: 2${after}) {
        edges { cursor node { with { id } } } pageInfo { hasNextPage } } }`);
    const page = (await others("")) as { agreement: { edges: { cursor: string }[] } };
    expect(page).toMatchObject({
      agreement: {
        edges: [{ node: { with: { id: "bora" } } }, { node: { with: { id: "arda-north" } } }],
        pageInfo: { hasNextPage: true },
      },
    });
    const cursor = page.agreement.edges[1]?.cursor ?? "";
    expect(await others(`, after: "${cursor}"`)).toMatchObject({
      agreement: { edges: [{ node: { with: { id: "cyra" } } }, { node: { with: { id: "elva" } } }] },
    });
    expect(await refusal(`{ agreement(of: "arda", first: 2, after: "${cursor}") { totalCount } }`)).toMatchObject([
      {
        extensions: { code: "BAD_USER_INPUT" },
        message: expect.stringContaining("belongs to another order") as unknown,
      },
    ]);
    const votes = (after: string): string =>
      `{ agreement(of: "arda", with: { id: { eq: "cyra" } }) { nodes { matches(first: 2${after}) {
        edges { cursor node { id } } } } } }`;
    const shown = (await data(votes(""))) as { agreement: { nodes: { matches: { edges: { cursor: string }[] } }[] } };
    const last = shown.agreement.nodes[0]?.matches.edges[1]?.cursor ?? "";
    expect(await data(votes(`, after: "${last}"`))).toMatchObject({
      agreement: { nodes: [{ matches: { edges: [{ node: { id: "vote-5" } }] } }] },
    });
  });

  it("compares two votes by who cast them: who moved between them", async () => {
    const query = `{
      agreement(of: "vote-1", with: { id: { eq: "vote-2" } }, where: { iso3: { startsWith: "QA" } }) {
        nodes { with { id } shared moved: matches(of: YES, with: NO) { nodes { __typename id } } }
      }
    }`;
    expect(await data(query)).toEqual({
      agreement: {
        nodes: [{ with: { id: "vote-2" }, shared: 2, moved: { nodes: [{ __typename: "State", id: "arda" }] } }],
      },
    });
  });

  it("sees what a view shows", async () => {
    const query = (view: string): string =>
      `{ view(${view}) { agreement(of: "arda", with: { id: { eq: "elva" } }) { nodes { shared matches { nodes { id } } } } } }`;
    const shown = (...ids: string[]): object => ({
      view: { agreement: { nodes: [{ shared: ids.length, matches: { nodes: ids.map((id) => ({ id })) } }] } },
    });
    expect(await data(query(`valid: "2014"`))).toEqual(shown("vote-1", "vote-5"));
    expect(await data(query(`sources: ["register"]`))).toEqual(shown("vote-1", "vote-2", "vote-5"));
    expect(await data(query(`known: "2014-12"`))).toEqual(shown("vote-1"));
    expect(await data(query(`modality: [DENIED]`))).toEqual({ view: { agreement: { nodes: [] } } });
  });

  it.each([
    [`{ agreement(of: "nobody") { totalCount } }`, `agreement(of): there is no node with the id "nobody".`],
    [`{ agreement(of: "camp") { totalCount } }`, `agreement(of): "camp" is a Place. Name a State or a Vote.`],
    [`{ agreement(of: "arda", least: 0) { totalCount } }`, "agreement(least) is 0, which is less than 1."],
    [`{ agreement(of: "arda", first: 2000) { totalCount } }`, "agreement(first) is 2000"],
    [`{ agreement(of: "arda", where: { iso3: { eq: "X" } }) { totalCount } }`, "Vote has no"],
    [`{ agreement(of: "arda") { nodes { matches(first: 2, last: 2) { totalCount } } } }`, "give first or last"],
  ])("refuses %s", async (query, message) => {
    expect(await refusal(query)).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT" }, message: expect.stringContaining(message) as unknown },
    ]);
  });

  it("is not there where the ontology compares nothing", () => {
    const { schema } = createApi(readOntology(sdl.replace(/Position! @agreement\(.*?\)/, "Position!")));
    expect(schema.getQueryType()?.getFields()).not.toHaveProperty("agreement");
    expect(schema.getType("Agreement")).toBeUndefined();
  });
});
