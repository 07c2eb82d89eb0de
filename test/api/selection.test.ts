import { describe, expect, it } from "vitest";

import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { NodeField, Plan } from "../../src/plan/plan.js";
import { library } from "./support/library.js";
import { compiler } from "./support/plans.js";

const packaged = compiler(await loadOntology(ontologyPath));
const tiny = compiler(library);

const visible = { modalities: ["ACTUAL"], ranks: ["PREFERRED", "NORMAL"] };
const page = { first: 25, last: null, after: null, before: null };

/** The plan's selection on nodes, in short: `key:name` with `@types` where it does not go for all. */
function outline(fields: readonly NodeField[]): string[] {
  return fields.map((field) => {
    const name = "name" in field ? field.name : field.kind;
    return `${field.as}:${name}${field.on === null ? "" : `@${field.on.join("+")}`}`;
  });
}

function nodesOf(plan: Plan): readonly NodeField[] {
  if (plan.kind === "lookup") return plan.fields;
  if (plan.kind !== "scan" && plan.kind !== "search") throw new Error(`no nodes in a plan of kind ${plan.kind}`);
  return plan.parts.flatMap((part) => (part.kind === "nodes" ? part.fields : []));
}

describe("a root field becomes one plan with all its nesting", () => {
  it("for the question of the design", async () => {
    const plan = await packaged.plan(`{
      state(iso3: "USA") {
        blocked { omitted { modality count } edges { form date evidence { citation } node { __typename name recommendedBy { nodes { name } } } } }
      }
    }`);
    expect(plan).toEqual({
      kind: "lookup",
      property: "iso3",
      values: ["USA"],
      types: ["State"],
      fields: [
        {
          as: "blocked",
          on: null,
          kind: "expand",
          hop: { relationships: ["VETOED", "BLOCKED"], direction: "out", edge: null, visible },
          where: null,
          order: [],
          page,
          parts: [
            { as: "omitted", kind: "omitted" },
            {
              as: "edges",
              kind: "edges",
              fields: [
                { as: "form", kind: "property", name: "form" },
                { as: "date", kind: "property", name: "date" },
                {
                  as: "evidence",
                  kind: "records",
                  name: "evidence",
                  fields: [{ as: "citation", kind: "value", name: "citation" }],
                },
                {
                  as: "node",
                  kind: "end",
                  end: "node",
                  fields: [
                    { as: "name", on: null, kind: "property", name: "name" },
                    {
                      as: "recommendedBy",
                      on: null,
                      kind: "expand",
                      hop: { relationships: ["RECOMMENDED"], direction: "in", edge: null, visible },
                      where: null,
                      order: [],
                      page,
                      parts: [
                        {
                          as: "nodes",
                          kind: "nodes",
                          fields: [{ as: "name", on: null, kind: "property", name: "name" }],
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it("with the edge of a to-one side, which takes no arguments", async () => {
    expect(await tiny.plan(`{ novel(isbn: "111") { shelf { id type cursor node { name } } } }`)).toMatchObject({
      fields: [
        {
          as: "shelf",
          kind: "one",
          hop: { relationships: ["STANDS_ON"], direction: "out", edge: null, visible },
          fields: [
            { as: "id", kind: "property", name: "id" },
            { as: "type", kind: "property", name: "type" },
            { as: "cursor", kind: "cursor" },
            { as: "node", kind: "end", end: "node" },
          ],
        },
      ],
    });
  });

  it("with records inside records and the nodes that they refer to", async () => {
    const plan = await tiny.plan(
      `{ novels { nodes { claims { value evidence { source { name } reportedBy { id } page } } } } }`,
    );
    expect(nodesOf(plan)).toEqual([
      {
        as: "claims",
        on: null,
        kind: "records",
        name: "claims",
        fields: [
          { as: "value", kind: "value", name: "value" },
          {
            as: "evidence",
            kind: "records",
            name: "evidence",
            fields: [
              {
                as: "source",
                kind: "nodes",
                name: "source",
                fields: [{ as: "name", on: null, kind: "property", name: "name" }],
              },
              {
                as: "reportedBy",
                kind: "nodes",
                name: "reportedBy",
                fields: [{ as: "id", on: null, kind: "property", name: "id" }],
              },
              { as: "page", kind: "value", name: "page" },
            ],
          },
        ],
      },
    ]);
  });
});

describe("response keys", () => {
  it("follow aliases, on fields and on the parts of connections", async () => {
    const plan = await tiny.plan(
      `{ novels { n: nodes { title: name } p: pageInfo { hasNextPage } t: totalCount again: totalCount } }`,
    );
    expect(plan).toMatchObject({
      parts: [
        { as: "n", kind: "nodes", fields: [{ as: "title", name: "name" }] },
        { as: "p", kind: "pageInfo" },
        { as: "t", kind: "totalCount" },
        { as: "again", kind: "totalCount" },
      ],
    });
  });

  it("merge what is selected under one key in several places", async () => {
    const plan = await tiny.plan(`
      { novels { nodes { id writers(first: 2) { nodes { id } } ...More } nodes { name } } }
      fragment More on Novel { writers(first: 2) { nodes { name } totalCount } }
    `);
    const fields = nodesOf(plan);
    expect(outline(fields)).toEqual(["id:id", "writers:expand", "name:name"]);
    expect(fields[1]).toMatchObject({
      page: { first: 2 },
      parts: [{ kind: "nodes", fields: [{ as: "id" }, { as: "name" }] }, { kind: "totalCount" }],
    });
  });

  it("leave out __typename, which needs no data", async () => {
    const plan = await tiny.plan(`{ novels { __typename edges { __typename node { __typename } } } }`);
    expect(plan).toMatchObject({ parts: [{ as: "edges", fields: [{ as: "node", fields: [] }] }] });
  });

  it("obey @skip and @include, with variables", async () => {
    const query = `query ($yes: Boolean!) {
      novels { nodes { id @skip(if: $yes) name @include(if: $yes) isbn @skip(if: false) ... @include(if: $yes) { tags } ...T @skip(if: $yes) } }
    }
    fragment T on Novel { printed }`;
    expect(outline(nodesOf(await tiny.plan(query, { yes: true })))).toEqual(["name:name", "isbn:isbn", "tags:tags"]);
    expect(outline(nodesOf(await tiny.plan(query, { yes: false })))).toEqual(["id:id", "isbn:isbn", "printed:printed"]);
  });
});

describe("a selection that unfolds without end", () => {
  it("is refused before any work", async () => {
    const level = (n: number): string =>
      `fragment F${n} on Writer { a: friends { nodes { ...F${n + 1} } } b: friends { nodes { ...F${n + 1} } } }`;
    const levels = Array.from({ length: 20 }, (_, n) => level(n)).join("\n");
    expect(await tiny.refusal(`{ writer(id: "amber") { ...F0 } } ${levels} fragment F20 on Writer { id }`)).toBe(
      "The question selects more than 50,000 fields once its fragments are written out. Ask for less at once.",
    );
  });
});

describe("type conditions", () => {
  it("say which types a field goes for", async () => {
    const plan = await tiny.plan(`{
      entities { nodes { id ... on Work { printed } ... on Novel { isbn } ... on Entity { name } ... on Node { again: id } } }
    }`);
    expect(outline(nodesOf(plan)).sort()).toEqual([
      "again:id",
      "id:id",
      "isbn:isbn@Novel",
      "name:name",
      "printed:printed@Essay+Novel",
    ]);
  });

  it("keep a field apart for the types on which a fragment adds to it", async () => {
    const plan = await tiny.plan(`{
      works { nodes { writers { nodes { id } } ... on Essay { writers { nodes { name } } } } }
    }`);
    const fields = nodesOf(plan);
    expect(outline(fields).sort()).toEqual(["writers:expand@Essay", "writers:expand@Novel"]);
    const essay = fields.find((field) => field.on?.includes("Essay"));
    expect(essay).toMatchObject({ parts: [{ fields: [{ as: "id" }, { as: "name" }] }] });
  });

  it("keep apart fields of one name that read different relationships", async () => {
    const plan = await tiny.plan(`{
      nodes(ids: ["dunes", "corner"]) { ... on Novel { parts { totalCount } } ... on Shelf { parts { totalCount } } }
    }`);
    expect(nodesOf(plan)).toMatchObject([
      { as: "parts", on: ["Novel"], hop: { relationships: ["CONTINUES"], direction: "in" } },
      { as: "parts", on: ["Shelf"], hop: { relationships: ["BESIDE"], direction: "both" } },
    ]);
  });

  it("on an interface of an edge apply to the edge", async () => {
    const plan = await tiny.plan(
      `{ writings { nodes { ... on Relationship { id } ...L } } } fragment L on Writing { share }`,
    );
    expect(plan).toMatchObject({
      kind: "links",
      relationships: ["WROTE", "EDITED"],
      parts: [{ kind: "nodes", fields: [{ as: "id" }, { as: "share" }] }],
    });
  });
});

describe("plain values that hold selected nodes", () => {
  it("keep apart what different aliases select", async () => {
    const plan = await tiny.plan(`{
      subgraph(from: "amber") { nodes { name } short: nodes { name: id } links { id } truncated }
    }`);
    expect(plan).toMatchObject({
      nodeFields: [
        { as: "name", name: "name" },
        { as: "short.name", name: "id" },
      ],
      linkFields: [{ as: "id", name: "id" }],
    });
  });

  it("are selected below every hop of a path", async () => {
    const plan = await tiny.plan(`{
      paths(from: "amber", to: "flint") { paths { length nodes { id } hops { forward link { type } via: link { type: id } } } }
    }`);
    expect(plan).toMatchObject({
      kind: "paths",
      nodeFields: [{ as: "id", name: "id" }],
      linkFields: [
        { as: "type", name: "type" },
        { as: "paths.hops.via.type", name: "id" },
      ],
    });
  });
});
