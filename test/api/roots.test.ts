import { describe, expect, it } from "vitest";

import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import { library } from "./support/library.js";
import { compiler } from "./support/plans.js";

const packaged = compiler(await loadOntology(ontologyPath));
const { plan, refusal } = compiler(library);

const many = (count: number): string => JSON.stringify(Array.from({ length: count }, (_, index) => `n${index}`));

describe("lookups", () => {
  it("find nodes of any type by id", async () => {
    expect(await plan(`{ node(id: "dunes") { id } }`)).toMatchObject({
      kind: "lookup",
      property: "id",
      values: ["dunes"],
      types: ["Essay", "Novel", "Shelf", "Writer"],
    });
    expect(await plan(`{ nodes(ids: ["b", "a", "b"]) { id } }`)).toMatchObject({ values: ["b", "a", "b"] });
    expect(await refusal(`{ nodes(ids: ${many(1001)}) { id } }`)).toBe(
      "nodes(ids) has 1,001 entries, which is more than 1,000.",
    );
  });

  it("find one node of a type by its id or a unique key", async () => {
    expect(await plan(`{ novel(id: "dunes") { id } }`)).toMatchObject({ property: "id", types: ["Novel"] });
    expect(await packaged.plan(`{ resolution(symbol: "A/RES/69/188") { id } }`)).toMatchObject({
      property: "symbol",
      values: ["A/RES/69/188"],
      types: ["Resolution"],
    });
  });

  it("take exactly one key", async () => {
    expect(await packaged.refusal(`{ state { id } }`)).toBe("state: give exactly one of id, iso2, iso3, m49, not 0.");
    expect(await packaged.refusal(`{ state(iso2: "CN", iso3: "CHN") { id } }`)).toBe(
      "state: give exactly one of id, iso2, iso3, m49, not 2.",
    );
    expect(await packaged.refusal(`query ($a: String) { state(iso2: $a) { id } }`, { a: null })).toContain("not 0");
    expect(await refusal("{ shelf { id } }")).toBe("shelf: give its id.");
  });
});

describe("scans", () => {
  it("go through all types of an interface", async () => {
    expect(await plan("{ works { totalCount } }")).toMatchObject({
      kind: "scan",
      types: ["Essay", "Novel"],
      where: null,
      order: [],
    });
  });
});

describe("links", () => {
  it("go through every relationship, or those of a family", async () => {
    expect(await plan("{ links { totalCount } }")).toMatchObject({
      kind: "links",
      relationships: ["BESIDE", "CITES", "CONTINUES", "EDITED", "KNOWS", "STANDS_ON", "WROTE"],
    });
    expect(await plan("{ writings { edges { cursor node { share subject { state } } } } }")).toMatchObject({
      relationships: ["WROTE", "EDITED"],
      parts: [
        {
          kind: "edges",
          fields: [
            { as: "cursor", kind: "cursor" },
            {
              as: "node",
              kind: "self",
              fields: [
                { as: "share", name: "share" },
                { as: "subject", kind: "end", end: "subject" },
              ],
            },
          ],
        },
      ],
    });
  });
});

describe("search", () => {
  it("looks for the words of a text in some types", async () => {
    expect(
      await plan(
        `{ search(text: "du", types: [Novel], where: { isbn: { lt: "2" } }) { edges { matched node { name } } } }`,
      ),
    ).toMatchObject({
      kind: "search",
      text: "du",
      types: ["Novel"],
      where: { property: { name: "isbn" } },
      parts: [
        {
          kind: "edges",
          fields: [
            { as: "matched", kind: "matched" },
            { as: "node", kind: "end", end: "node" },
          ],
        },
      ],
    });
    expect(await plan(`{ search(text: "du") { totalCount } }`)).toMatchObject({
      types: ["Essay", "Novel", "Shelf", "Writer"],
    });
  });

  it("filters by what one of the types it looks among has", async () => {
    expect(
      await plan(`{ search(text: "d", types: [Novel, Essay], where: { isbn: { eq: "1" } }) { totalCount } }`),
    ).toMatchObject({ where: { property: { name: "isbn" } } });
    expect(
      await refusal(`{ search(text: "d", types: [Novel, Essay], where: { wrote: { some: {} } }) { totalCount } }`),
    ).toMatch(/^search\(where\): Work has no wrote\./);
  });

  it("needs a word", async () => {
    expect(await refusal(`{ search(text: " -- ") { totalCount } }`)).toBe(
      `search(text): " -- " has no word to look for. Give at least one letter or digit.`,
    );
  });
});

describe("paths", () => {
  it("run along edges that are asked for and around what is to be avoided", async () => {
    const query = `{
      paths(from: "a", to: "b", via: { type: { in: [WROTE] } }, avoid: { ids: ["c"], types: [Shelf], degree: 9 }) { truncated }
    }`;
    expect(await plan(query)).toMatchObject({
      kind: "paths",
      from: "a",
      to: "b",
      edge: { property: { name: "type" }, operator: "in", value: ["WROTE"] },
      avoid: { ids: ["c"], types: ["Shelf"], degree: 9 },
      maxLength: 4,
      first: 10,
    });
    expect(await plan(`{ paths(from: "a", to: "b") { truncated } }`)).toMatchObject({
      edge: null,
      avoid: { ids: [], types: [], degree: null },
    });
  });

  it("are bounded", async () => {
    const of = (args: string): Promise<string> => refusal(`{ paths(from: "a", to: "b", ${args}) { truncated } }`);
    expect(await of("maxLength: 9")).toBe("paths(maxLength) is 9, which is not between 1 and 8.");
    expect(await of("maxLength: null")).toBe("paths(maxLength) is null, which is not between 1 and 8.");
    expect(await of("first: 101")).toBe("paths(first) is 101, which is not between 1 and 100.");
    expect(await of("avoid: { degree: -1 }")).toBe("paths(avoid).degree is -1, which is less than 0.");
  });
});

describe("subgraphs", () => {
  it("surround some nodes", async () => {
    expect(
      await plan(
        `{ subgraph(from: ["a", "b"], depth: 2, known: ["c"], links: { type: { eq: KNOWS } }) { truncated } }`,
      ),
    ).toMatchObject({
      kind: "subgraph",
      from: ["a", "b"],
      depth: 2,
      known: ["c"],
      edge: { value: "KNOWS" },
      first: 100,
    });
  });

  it("are bounded", async () => {
    const of = (args: string): Promise<string> => refusal(`{ subgraph(${args}) { truncated } }`);
    expect(await of("from: []")).toBe("subgraph(from) is empty. Name at least one node to start from.");
    expect(await of(`from: ${many(101)}`)).toBe("subgraph(from) has 101 entries, which is more than 100.");
    expect(await of(`from: "a", depth: 5`)).toBe("subgraph(depth) is 5, which is not between 1 and 4.");
    expect(await of(`from: "a", first: 0`)).toBe("subgraph(first) is 0, which is not between 1 and 1,000.");
  });
});
