import { describe, expect, it } from "vitest";

import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import { readOntology } from "../../src/ontology/read.js";
import { ask } from "../support/ask.js";
import { fixtureRecords } from "../support/fixture.js";
import { compiler } from "./support/plans.js";

const ontology = await loadOntology(ontologyPath);
const fixture = fixtureRecords();
/** Two sources that give the charter other dates than its own, of which one is only less precise. */
const records = {
  ...fixture,
  nodes: fixture.nodes.map((node) =>
    node.id === "charter"
      ? {
          ...node,
          claims: [
            { property: "date", value: "1950", rank: "NORMAL", evidence: [{ source: "leaflet", page: 1 }] } as const,
            { property: "date", value: "1951", rank: "NORMAL", evidence: [{ source: "register", row: 5 }] } as const,
          ],
        }
      : node,
  ),
};
const engine = memoryEngine(buildGraph(records, ontology), ontology);
const { plan, refusal } = compiler(ontology);

async function data(query: string): Promise<unknown> {
  const response = (await ask(engine, ontology, query)) as { readonly data: unknown; readonly errors?: unknown };
  expect(response.errors).toBeUndefined();
  return response.data;
}

describe("disputes", () => {
  it("show each value with its rank, reason and citations, the node's own among them", async () => {
    const query = `{
      disputes(property: "date") {
        totalCount
        nodes { id settled property node { __typename name ... on Instrument { date } } claims { value rank reason evidence { citation } } }
      }
    }`;
    expect(await data(query)).toEqual({
      disputes: {
        totalCount: 1,
        nodes: [
          {
            id: "charter/date",
            settled: false,
            property: "date",
            node: { __typename: "Instrument", name: "Charter of the Fixture", date: "1950-01-01" },
            claims: [
              {
                value: '"1950"',
                rank: "NORMAL",
                reason: null,
                evidence: [{ citation: "A leaflet without a date, p. 1" }],
              },
              {
                value: '"1951"',
                rank: "NORMAL",
                reason: null,
                evidence: [{ citation: "Register of Votes (2015), row 5" }],
              },
              {
                value: '"1950-01-01"',
                rank: "NORMAL",
                reason: null,
                evidence: [{ citation: "The Arda Chronicle (2014-02), para. 3" }],
              },
            ],
          },
        ],
      },
    });
  });

  it("show which node contradicts which, and the editors' reason", async () => {
    const query = `{
      disputes(where: { type: { eq: Statement } }) {
        edges { node { what: id node { id } other { name } link { reason subject { id } evidence { citation } } claims { value } } }
      }
    }`;
    expect(await data(query)).toEqual({
      disputes: {
        edges: [
          {
            node: {
              what: "denial/CONTRADICTS/finding",
              node: { id: "denial" },
              other: { name: "A finding" },
              link: {
                reason: "One denies what the other finds.",
                subject: { id: "denial" },
                evidence: [{ citation: "The Arda Chronicle (2014-02), para. 3" }],
              },
              claims: [],
            },
          },
        ],
      },
    });
  });

  it("page by their cursors, both ways", async () => {
    interface Page {
      readonly disputes: {
        readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
        readonly pageInfo: { readonly endCursor: string; readonly startCursor: string; readonly hasNextPage: boolean };
      };
    }
    const page = async (args: string): Promise<Page["disputes"]> =>
      (
        (await data(
          `{ disputes(${args}) { edges { cursor node { id } } pageInfo { startCursor endCursor hasNextPage } } }`,
        )) as Page
      ).disputes;
    const one = await page("first: 2");
    expect(one.edges.map(({ node }) => node.id)).toEqual(["arda/name", "charter/date"]);
    expect(one.pageInfo.hasNextPage).toBe(true);
    const two = await page(`first: 2, after: "${one.pageInfo.endCursor}"`);
    expect(two.edges.map(({ node }) => node.id)).toEqual(["denial/CONTRADICTS/finding"]);
    expect(two.pageInfo.hasNextPage).toBe(false);
    const back = await page(`last: 1, before: "${two.pageInfo.startCursor}"`);
    expect(back.edges).toEqual(one.edges.slice(1));
  });

  it("within a view are those of the claims and edges that it shows", async () => {
    const ids = "{ nodes { id claims { value } } }";
    expect(await data(`{ view(sources: ["leaflet", "chronicle"]) { disputes ${ids} } }`)).toEqual({
      view: {
        disputes: {
          nodes: [
            { id: "arda/name", claims: [{ value: '"Arda"' }, { value: '"Ardda"' }] },
            { id: "denial/CONTRADICTS/finding", claims: [] },
          ],
        },
      },
    });
    expect(await data(`{ view(sources: ["register"]) { disputes ${ids} } }`)).toEqual({
      view: { disputes: { nodes: [] } },
    });
    expect(await data(`{ view(valid: "2014") { disputes(where: { id: { eq: "denial" } }) ${ids} } }`)).toEqual({
      view: { disputes: { nodes: [] } },
    });
  });

  it("are one plan, over the relationships that the ontology marks", async () => {
    expect(await plan(`{ disputes(settled: true) { totalCount } }`)).toMatchObject({
      kind: "disputes",
      relationships: ["CONTRADICTS"],
      settled: true,
      property: null,
      where: null,
    });
    const other = readOntology(`
      interface Node { id: ID! }
      interface Entity implements Node @node(plural: "entities") { name: String! }
      type Tale implements Entity @node(plural: "tales") {
        denies: [Tale!]! @relationship(type: "DENIES", direction: BOTH) @contradiction
        follows: [Tale!]! @relationship(type: "FOLLOWS", direction: BOTH)
      }
    `);
    expect(await compiler(other).plan(`{ disputes { totalCount } }`)).toMatchObject({ relationships: ["DENIES"] });
  });

  it("refuse a property that no type has, and a foreign cursor", async () => {
    expect(await refusal(`{ disputes(property: "colour") { totalCount } }`)).toMatch(
      /^disputes\(property\): no type has a property "colour"\. Valid: name, summary, /,
    );
    expect(await refusal(`{ disputes(after: "x") { totalCount } }`)).toBe(
      `disputes(after): "x" is not a cursor. Give one that this API returned, unchanged.`,
    );
  });
});
