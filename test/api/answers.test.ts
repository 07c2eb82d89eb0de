import { graphql } from "graphql";
import { describe, expect, it } from "vitest";

import { createApi } from "../../src/api/api.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { books, library } from "./support/library.js";

const { schema } = createApi(library);
const engine = memoryEngine(buildGraph(books, library), library);

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

async function ask(source: string, variableValues: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  const session = await engine.session({ deadline: Date.now() + 10_000, edges: 100_000 });
  const answer = await graphql({ schema, source, variableValues, contextValue: { session } });
  await session.close();
  return JSON.parse(JSON.stringify(answer)) as Answer;
}

async function dataOf(source: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
  const { data, errors } = await ask(source, variables);
  if (errors !== undefined) throw new Error(errors.map((error) => error.message).join("; "));
  return data;
}

describe("answers over the embedded engine", () => {
  it("page backwards through a relationship as well as through a root", async () => {
    const page = (args: string): string =>
      `{ writer(id: "amber") { wrote(${args}) { nodes { id } pageInfo { startCursor hasPreviousPage hasNextPage } } } }`;
    const last = (await dataOf(page("last: 1"))) as {
      writer: { wrote: { nodes: { id: string }[]; pageInfo: { startCursor: string; hasPreviousPage: boolean } } };
    };
    const before = await dataOf(page(`last: 1, before: "${last.writer.wrote.pageInfo.startCursor}"`));
    expect(last.writer.wrote).toMatchObject({ nodes: [{ id: "dunes" }], pageInfo: { hasPreviousPage: true } });
    expect(before).toMatchObject({ writer: { wrote: { nodes: [{ id: "brief" }], pageInfo: { hasNextPage: true } } } });
  });

  it("nest, with properties, values, records and abstract types", async () => {
    const query = `{
      writer(id: "amber") {
        __typename
        wrote(orderBy: [{ node: NAME, direction: DESC }]) {
          edges { id share role date node { __typename name ... on Novel { size { pages centimetres } tags shelf { node { name } } } ... on Essay { words } } }
        }
      }
    }`;
    expect(await dataOf(query)).toEqual({
      writer: {
        __typename: "Writer",
        wrote: {
          edges: [
            {
              id: "amber/WROTE/dunes",
              share: 0.5,
              role: "AUTHOR",
              date: "1998-02",
              node: {
                __typename: "Novel",
                name: "Dunes",
                size: { pages: 300, centimetres: null },
                tags: ["sand", "sea"],
                shelf: { node: { name: "Corner" } },
              },
            },
            {
              id: "amber/WROTE/brief",
              share: 1,
              role: null,
              date: "2000",
              node: { __typename: "Essay", name: "Brief", words: 900 },
            },
          ],
        },
      },
    });
  });

  it("give everything an edge and a connection have, even where it says little", async () => {
    const query = `{ novel(isbn: "111") { shelf { cursor id } } novels { omitted { count } } }`;
    expect(await dataOf(query)).toEqual({
      novel: { shelf: { cursor: expect.any(String) as string, id: "dunes/STANDS_ON/corner" } },
      novels: { omitted: [] },
    });
  });

  it("keep apart fields of one name that read different relationships", async () => {
    const query = `{
      nodes(ids: ["dunes", "corner", "nobody"]) {
        ... on Novel { parts { nodes { id } } }
        ... on Shelf { parts { totalCount } }
      }
    }`;
    expect(await dataOf(query)).toEqual({
      nodes: [{ parts: { nodes: [{ id: "embers" }] } }, { parts: { totalCount: 0 } }, null],
    });
  });

  it("keep apart what aliases of one plain value select", async () => {
    const query = `{
      subgraph(from: "amber") { nodes { name } kinds: nodes { name: __typename id } links { id } l: links { id: type } }
      paths(from: "amber", to: "embers", maxLength: 1) {
        paths { hops { link { x: type } via: link { x: id } } stops: nodes { id } }
        same: paths { nodes { id: name } }
      }
      writings {
        groupBy(by: { edge: SUBJECT }) { groups { key count subject { name } who: subject { name: id } } again: groups { subject { name: id } } }
      }
    }`;
    expect(await dataOf(query)).toEqual({
      subgraph: {
        nodes: ["Amber", "Brief", "Dunes", "Embers", "Flint"].map((name) => ({ name })),
        kinds: [
          { name: "Writer", id: "amber" },
          { name: "Essay", id: "brief" },
          { name: "Novel", id: "dunes" },
          { name: "Novel", id: "embers" },
          { name: "Writer", id: "flint" },
        ],
        links: [
          "amber/EDITED/embers",
          "amber/KNOWS/flint",
          "amber/WROTE/brief",
          "amber/WROTE/dunes",
          "embers/CONTINUES/dunes",
          "flint/WROTE/dunes",
        ].map((id) => ({ id })),
        l: ["EDITED", "KNOWS", "WROTE", "WROTE", "CONTINUES", "WROTE"].map((id) => ({ id })),
      },
      paths: {
        paths: [
          {
            hops: [{ link: { x: "EDITED" }, via: { x: "amber/EDITED/embers" } }],
            stops: [{ id: "amber" }, { id: "embers" }],
          },
        ],
        same: [{ nodes: [{ id: "Amber" }, { id: "Embers" }] }],
      },
      writings: {
        groupBy: {
          groups: [
            { key: ["amber"], count: 3, subject: { name: "Amber" }, who: { name: "amber" } },
            { key: ["flint"], count: 1, subject: { name: "Flint" }, who: { name: "flint" } },
          ],
          again: [{ subject: { name: "amber" } }, { subject: { name: "flint" } }],
        },
      },
    });
  });

  it("do not take a long response key for that of an alias", async () => {
    const query = `{ subgraph(from: "corner", depth: 1) { abc: nodes { name } nodes { abcdname: id } } }`;
    expect(await dataOf(query)).toEqual({
      subgraph: {
        abc: [{ name: "Corner" }, { name: "Dunes" }],
        nodes: [{ abcdname: "corner" }, { abcdname: "dunes" }],
      },
    });
  });

  it("count what is left out, and show it where it is asked for", async () => {
    const query = `{
      writer(id: "flint") {
        wrote { totalCount omitted { modality rank count } }
        all: wrote(edge: { modality: { exists: true } }) { totalCount omitted { count } }
      }
    }`;
    expect(await dataOf(query)).toEqual({
      writer: {
        wrote: { totalCount: 1, omitted: [{ modality: "PLANNED", rank: "NORMAL", count: 1 }] },
        all: { totalCount: 2, omitted: [] },
      },
    });
  });

  it.each(["", ", orderBy: [{ node: NAME, direction: DESC }]", ", orderBy: [{ node: PRINTED }, { node: STATE }]"])(
    "page through a connection by its own cursors, both ways (entities%s)",
    async (order) => {
      const fields = "{ edges { cursor node { id } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }";
      const root = order.includes("PRINTED") ? "works" : "entities";
      const walk = async (size: string, link: "after" | "before"): Promise<string[]> => {
        const ids: string[] = [];
        let cursor: string | null = null;
        for (;;) {
          const data: unknown = await dataOf(
            `query ($c: String) { page: ${root}(${size}: 2, ${link}: $c${order}) ${fields} }`,
            { c: cursor },
          );
          const { edges, pageInfo } = (data as { page: Page }).page;
          const found = edges.map((edge) => edge.node.id);
          if (link === "after") ids.push(...found);
          else ids.unshift(...found);
          if (!(link === "after" ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return ids;
          cursor = link === "after" ? pageInfo.endCursor : pageInfo.startCursor;
          expect(edges.at(link === "after" ? -1 : 0)?.cursor).toBe(cursor);
        }
      };
      const forwards = await walk("first", "after");
      expect(new Set(forwards).size).toBe(root === "works" ? 3 : 7);
      expect(await walk("last", "before")).toEqual(forwards);
    },
  );

  it("page within a hop, over edges and in a search", async () => {
    const hop = `query ($c: String) { writer(id: "amber") { page: wrote(first: 1, after: $c) { edges { cursor node { id } } } } }`;
    const first = (await dataOf(hop)) as { writer: { page: Page } };
    expect(first.writer.page.edges[0]?.node.id).toBe("brief");
    expect(await dataOf(hop, { c: first.writer.page.edges[0]?.cursor })).toMatchObject({
      writer: { page: { edges: [{ node: { id: "dunes" } }] } },
    });
    const links = `query ($c: String) { page: links(first: 1, after: $c, orderBy: [{ edge: DATE, direction: DESC }]) { edges { cursor node { id date } } } }`;
    const newest = (await dataOf(links)) as { page: Page };
    expect(newest.page.edges[0]?.node.id).toBe("amber/EDITED/embers");
    expect(await dataOf(links, { c: newest.page.edges[0]?.cursor })).toMatchObject({
      page: { edges: [{ node: { id: "amber/WROTE/brief" } }] },
    });
    const search = `query ($c: String) { page: search(text: "e", first: 1, after: $c) { edges { cursor matched node { id } } totalCount } }`;
    const best = (await dataOf(search)) as { page: Page };
    expect(best.page.edges[0]).toMatchObject({ matched: ["name"], node: { id: "embers" } });
    expect(await dataOf(search, { c: best.page.edges[0]?.cursor })).toMatchObject({ page: { edges: [] } });
  });

  it("say null for what does not exist, and refuse to start from it", async () => {
    expect(await dataOf(`{ node(id: "x") { id } novel(isbn: "9") { id } }`)).toEqual({ node: null, novel: null });
    const refusal = async (query: string): Promise<unknown> => (await ask(query)).errors;
    const refused = (message: string): object => [{ message, extensions: { code: "BAD_USER_INPUT" } }];
    expect(await refusal(`{ subgraph(from: ["x", "amber", "y"]) { truncated } }`)).toMatchObject(
      refused('subgraph(from): there is no node with the id "x", "y".'),
    );
    expect(await refusal(`{ paths(from: "x", to: "amber") { truncated } }`)).toMatchObject(
      refused('paths(from): there is no node with the id "x".'),
    );
    expect(await refusal(`{ paths(from: "amber", to: "x") { truncated } }`)).toMatchObject(
      refused('paths(to): there is no node with the id "x".'),
    );
  });

  it("tell what graph they come from", async () => {
    const info = await engine.info();
    expect(
      await dataOf("{ snapshot { id ontology nodes links types { type count } relationships { type count } } }"),
    ).toEqual({
      snapshot: JSON.parse(JSON.stringify(info)) as unknown,
    });
  });

  it("give each edge its evidence with a citation and the node it comes from", async () => {
    const query = `{ links(where: { type: { eq: KNOWS } }) { nodes { corroboration derivedFrom evidence { row citation source { __typename name } attributedTo { id } } } } }`;
    expect(await dataOf(query)).toEqual({
      links: {
        nodes: [
          {
            corroboration: 1,
            derivedFrom: [],
            evidence: [
              {
                row: 1,
                citation: "Shop list, row 1",
                source: { __typename: "Shelf", name: "Shop list" },
                attributedTo: [],
              },
            ],
          },
        ],
      },
    });
  });
});

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly startCursor: string;
    readonly endCursor: string;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
}
