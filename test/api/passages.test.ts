import { describe, expect, it } from "vitest";

import { memoryEngine } from "../../src/engine/memory/engine.js";
import { withConcordance } from "../../src/graph/encode-concordance.js";
import { buildGraph } from "../../src/graph/graph.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import { ask } from "../support/ask.js";
import { fixtureRecords } from "../support/fixture.js";
import { atHand, indexed } from "../support/texts.js";
import type { Texts } from "../support/texts.js";

const ontology = await loadOntology(ontologyPath);
const graph = buildGraph(fixtureRecords(), ontology);
const texts: Texts = {
  chronicle: ["The Arda Chronicle", "The council met in Élva, and met again.", "Dorn opposed the text of the council."],
  leaflet: ["The council’s text is opposed by all of us."],
  register: ["Votes of the council"],
};
const concordant = withConcordance(graph, indexed(texts));
const engine = memoryEngine(concordant, ontology, atHand(texts));

interface Response {
  readonly data: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function dataOf(query: string, of = engine): Promise<unknown> {
  const { data, errors } = (await ask(of, ontology, query)) as Response;
  expect(errors).toBeUndefined();
  return data;
}

async function refusal(query: string, of = engine): Promise<unknown> {
  const { errors } = (await ask(of, ontology, query)) as Response;
  return errors?.map(({ message, extensions }) => [extensions.code, message]);
}

/** Where passages stand, as `source paragraph`. */
async function places(args: string, within: (root: string) => string = (root) => root): Promise<readonly string[]> {
  const data = await dataOf(`{ ${within(`search(in: PASSAGES, ${args}) { edges { paragraph node { id } } }`)} }`);
  const { search } = ((data as { view?: unknown }).view ?? data) as {
    search: { edges: { paragraph: number; node: { id: string } }[] };
  };
  return search.edges.map(({ node, paragraph }) => `${node.id} ${paragraph}`);
}

describe("search(in: PASSAGES)", () => {
  it("names source, paragraph and passage, those with the fewest different words first", async () => {
    const query = `{
      search(text: "text opp", in: PASSAGES) {
        totalCount
        emptyReason { code }
        omitted { count }
        nodes { id }
        edges { paragraph passage matched node { __typename name ... on Source { date } } }
      }
    }`;
    expect(await dataOf(query)).toEqual({
      search: {
        totalCount: 2,
        emptyReason: null,
        omitted: [],
        nodes: [{ id: "chronicle" }, { id: "leaflet" }],
        edges: [
          {
            paragraph: 3,
            passage: "Dorn opposed the text of the council.",
            matched: ["passage"],
            node: { __typename: "Source", name: "The Arda Chronicle", date: "2014-02" },
          },
          {
            paragraph: 1,
            passage: "The council’s text is opposed by all of us.",
            matched: ["passage"],
            node: { __typename: "Source", name: "A leaflet without a date", date: null },
          },
        ],
      },
    });
  });

  it("wants every word in one paragraph, in any order, the last as a prefix, without case and accents", async () => {
    expect(await places('text: "ELVA met"')).toEqual(["chronicle 2"]);
    expect(await places('text: "dorn met"')).toEqual([]);
    expect(await places('text: "counc dorn"')).toEqual([]);
    expect(await places('text: "dorn counc"')).toEqual(["chronicle 3"]);
    expect(await places('text: "council"')).toEqual(["register 1", "chronicle 3", "chronicle 2", "leaflet 1"]);
  });

  it("does not call it sure that there is nothing", async () => {
    const query =
      '{ search(text: "zebra", in: PASSAGES) { totalCount emptyReason { code } pageInfo { hasNextPage startCursor } } }';
    expect(await dataOf(query)).toEqual({
      search: {
        totalCount: 0,
        emptyReason: { code: "NOT_COVERED" },
        pageInfo: { hasNextPage: false, startCursor: null },
      },
    });
  });

  it("holds to where and types", async () => {
    expect(await places('text: "council", where: { date: { gte: "2015" } }')).toEqual(["register 1"]);
    expect(await places('text: "council", where: { not: { kind: { eq: REGISTER } } }')).toHaveLength(3);
    expect(await places('text: "council", types: [Source, State]')).toHaveLength(4);
    expect(await places('text: "council", types: [State]')).toEqual([]);
    expect(await refusal('{ search(text: "a", in: PASSAGES, where: { iso3: { eq: "QAR" } }) { totalCount } }')).toEqual(
      [["BAD_USER_INPUT", expect.stringContaining("iso3")]],
    );
  });

  it("pages from either end; its cursors are of no other search", async () => {
    const page = (args: string): string =>
      `search(text: "council", in: PASSAGES, ${args}) { edges { cursor paragraph node { id } } pageInfo { hasNextPage hasPreviousPage } }`;
    const two = (await dataOf(`{ ${page("first: 2")} }`)) as { search: { edges: { cursor: string }[] } };
    const cursor = two.search.edges.at(-1)?.cursor ?? "";
    expect(await dataOf(`{ ${page(`first: 1, after: "${cursor}"`)} }`)).toMatchObject({
      search: {
        edges: [{ paragraph: 2, node: { id: "chronicle" } }],
        pageInfo: { hasNextPage: true, hasPreviousPage: true },
      },
    });
    expect(await dataOf(`{ ${page(`last: 9, before: "${cursor}"`)} }`)).toMatchObject({
      search: { edges: [{ node: { id: "register" } }], pageInfo: { hasNextPage: true, hasPreviousPage: false } },
    });
    expect(await refusal(`{ search(text: "council", after: "${cursor}") { totalCount } }`)).toEqual([
      ["BAD_USER_INPUT", expect.stringContaining("this cursor belongs to another order or field")],
    ]);
  });

  it("needs a word", async () => {
    expect(await refusal('{ search(text: "…", in: PASSAGES) { totalCount } }')).toEqual([
      ["BAD_USER_INPUT", expect.stringContaining("has no word to look for")],
    ]);
  });

  it("shows no passage where the texts are not at hand", async () => {
    const without = memoryEngine(concordant, ontology);
    expect(await dataOf('{ search(text: "elva", in: PASSAGES) { edges { paragraph passage } } }', without)).toEqual({
      search: { edges: [{ paragraph: 2, passage: null }] },
    });
  });
});

describe("a view", () => {
  const within = (args: string) => (root: string) => `view(${args}) { ${root} }`;

  it("shows the passages of its sources alone", async () => {
    expect(await places('text: "council"', within('sources: ["leaflet"]'))).toEqual(["leaflet 1"]);
    expect(await places('text: "council"', within('sources: ["leaflet", "register"]'))).toEqual([
      "register 1",
      "leaflet 1",
    ]);
  });

  it("shows no passage before its source was published, nor of a source without a date", async () => {
    expect(await places('text: "council"', within('known: "2014-01"'))).toEqual([]);
    expect(await places('text: "council"', within('known: "2014-02"'))).toEqual(["chronicle 3", "chronicle 2"]);
    expect(await places('text: "council"', within('known: "2014-02", sources: ["register"]'))).toEqual([]);
    expect(await places('text: "council"', within('known: "2016"'))).not.toContain("leaflet 1");
  });

  it("shows them whatever date edges are to hold at", async () => {
    expect(await places('text: "council"', within('valid: "1900"'))).toHaveLength(4);
  });
});

describe("a search for nodes", () => {
  it("is what search does unless asked otherwise, and knows no passage", async () => {
    const fields = "edges { matched paragraph passage node { id } }";
    const asked = await dataOf(`{ search(text: "chronicle", in: NODES) { ${fields} } }`);
    expect(asked).toEqual({
      search: { edges: [{ matched: ["name"], paragraph: null, passage: null, node: { id: "chronicle" } }] },
    });
    expect(await dataOf(`{ search(text: "chronicle") { ${fields} } }`)).toEqual(asked);
  });
});

describe("a graph without a concordance", () => {
  const plain = memoryEngine(graph, ontology);

  it("says so, and how to make one", async () => {
    expect(await refusal('{ search(text: "council", in: PASSAGES) { totalCount } }', plain)).toEqual([
      [
        "NOT_SUPPORTED",
        expect.stringMatching(/^search\(in: PASSAGES\): .* no concordance.*`plenary build --texts FOLDER`/),
      ],
    ]);
  });

  it("is told from one that has", async () => {
    const query = "{ snapshot { id concordance { id sources passages words } } }";
    expect(await dataOf(query, plain)).toEqual({ snapshot: { id: graph.snapshot, concordance: null } });
    expect(await dataOf(query)).toEqual({
      snapshot: {
        id: graph.snapshot,
        concordance: { id: expect.stringMatching(/^[0-9a-f]{64}$/) as string, sources: 3, passages: 5, words: 19 },
      },
    });
  });
});
