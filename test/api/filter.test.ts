import { describe, expect, it } from "vitest";

import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { EdgeFilter, NodeFilter } from "../../src/plan/filter.js";
import { library } from "./support/library.js";
import { compiler } from "./support/plans.js";

const packaged = compiler(await loadOntology(ontologyPath));
const tiny = compiler(library);

async function novels(where: string): Promise<NodeFilter | null> {
  const plan = await tiny.plan(`{ novels(where: ${where}) { totalCount } }`);
  if (plan.kind !== "scan") throw new Error("expected a scan");
  return plan.where;
}

async function links(where: string): Promise<EdgeFilter | null> {
  const plan = await tiny.plan(`{ links(where: ${where}) { totalCount } }`);
  if (plan.kind !== "links") throw new Error("expected links");
  return plan.where;
}

const compare = (name: string, type: string, operator: string, value: unknown, list = false): object => ({
  kind: "compare",
  property: { name, type, list },
  operator,
  value,
});

const visible = { modalities: ["ACTUAL"], ranks: ["PREFERRED", "NORMAL"] };
const writers = { relationships: ["WROTE"], direction: "in", edge: null, visible };

describe("filters on nodes", () => {
  it("compare properties by their type", async () => {
    expect(await novels(`{ isbn: { startsWith: "1" } }`)).toEqual(compare("isbn", "string", "startsWith", "1"));
    expect(await novels(`{ printed: { lte: "1999-05" } }`)).toEqual(compare("printed", "date", "lte", "1999-05"));
    expect(await novels(`{ tags: { eq: "sea" } }`)).toEqual(compare("tags", "string", "eq", "sea", true));
    expect(await novels(`{ size: { pages: { gt: 100 } } }`)).toEqual(compare("size.pages", "int", "gt", 100));
  });

  it("compare what every node has", async () => {
    expect(await novels(`{ id: { in: ["dunes"] } }`)).toEqual(compare("id", "id", "in", ["dunes"]));
    expect(await novels(`{ type: { eq: Novel } }`)).toEqual(compare("type", "enum", "eq", "Novel"));
    expect(await novels(`{ alias: { contains: "D" } }`)).toEqual(compare("alias", "string", "contains", "D", true));
  });

  it("ask nothing where they are empty, and let nothing through with an empty list", async () => {
    expect(await novels("{}")).toBeNull();
    expect(await novels("{ isbn: {} }")).toBeNull();
    expect(await novels("{ isbn: { in: [] } }")).toEqual(compare("isbn", "string", "in", []));
    expect(await novels("{ or: [] }")).toEqual({ kind: "or", of: [] });
    expect(await novels("{ not: {} }")).toEqual({ kind: "not", of: { kind: "and", of: [] } });
  });

  it("join all that is given, in the order of the schema, and connect by and, or and not", async () => {
    expect(await novels(`{ isbn: { exists: true, gt: "1" }, not: { name: { eq: "X" } } }`)).toEqual({
      kind: "and",
      of: [
        { kind: "not", of: compare("name", "string", "eq", "X") },
        compare("isbn", "string", "gt", "1"),
        compare("isbn", "string", "exists", true),
      ],
    });
    expect(await novels(`{ or: [{ name: { eq: "X" } }, { isbn: { eq: "1" }, printed: { exists: false } }] }`)).toEqual({
      kind: "or",
      of: [
        compare("name", "string", "eq", "X"),
        { kind: "and", of: [compare("printed", "date", "exists", false), compare("isbn", "string", "eq", "1")] },
      ],
    });
  });

  it("take a term where types disagree, and check it against the type at hand", async () => {
    const plan = await tiny.plan(`{ writers(where: { state: { in: [DEAD] } }) { totalCount } }`);
    expect(plan).toMatchObject({ where: compare("state", "enum", "in", ["DEAD"]) });
    expect(await novels(`{ state: { contains: "fox" } }`)).toEqual(compare("state", "string", "contains", "fox"));
    expect(await tiny.refusal(`{ writers(where: { state: { eq: GONE } }) { totalCount } }`)).toBe(
      "writers(where).state.eq: GONE is not a value of state. Valid: LIVING, DEAD.",
    );
    expect(await tiny.refusal(`{ writers(where: { state: { gt: DEAD } }) { totalCount } }`)).toBe(
      "writers(where).state.gt: state has one of a few values, which compare with eq, in and exists only.",
    );
    expect(await tiny.refusal(`{ novels(where: { state: { eq: 3 } }) { totalCount } }`)).toBe(
      "novels(where).state.eq: 3 is not a value of state, which is a String.",
    );
  });

  it("refuse what the type does not have, and say what it has", async () => {
    expect(await tiny.refusal(`{ essays(where: { isbn: { eq: "1" } }) { totalCount } }`)).toBe(
      "essays(where): Essay has no isbn. Valid here: id, type, alias, name, printed, state, words, cites, citedBy, writers.",
    );
    expect(
      await tiny.refusal(`{ novels(where: { writers: { some: { isbn: { eq: "1" } } } }) { totalCount } }`),
    ).toMatch(/^novels\(where\)\.writers\.some: Writer has no isbn\. Valid here: id, type, alias, name, state, /);
  });

  it("refuse null, which would let everything through", async () => {
    const query = `query ($isbn: String) { novels(where: { isbn: { eq: $isbn } }) { totalCount } }`;
    expect(await tiny.refusal(query, { isbn: null })).toBe(
      "novels(where).isbn.eq is null. Leave it out, or ask for what is missing with { exists: false }.",
    );
  });

  it("say what to give instead of null where that is true or false", async () => {
    expect(await tiny.refusal(`{ links(where: { derived: null }) { totalCount } }`)).toBe(
      "links(where).derived is null. Leave it out, or give true or false.",
    );
  });

  it("refuse dates that the calendar does not have, given in the question or as a variable", async () => {
    expect(await tiny.refusal(`{ novels(where: { printed: { gt: "1999-02-30" } }) { totalCount } }`)).toBe(
      `"1999-02-30" is not a date: write yyyy, yyyy-mm or yyyy-mm-dd, in quotes.`,
    );
    const query = `query ($day: Date) { novels(where: { printed: { gt: $day } }) { totalCount } }`;
    expect(await tiny.refusal(query, { day: "May 1999" })).toContain(`"May 1999" is not a date`);
    expect(await tiny.refusal(`{ novels(where: { printed: { gt: 1999 } }) { totalCount } }`)).toContain(
      "1999 is not a date",
    );
  });
});

describe("quantifiers", () => {
  it("range over the edges that the field shows", async () => {
    expect(await novels(`{ writers: { some: { name: { eq: "Amber" } } } }`)).toEqual({
      kind: "quantified",
      quantifier: "some",
      hop: writers,
      node: compare("name", "string", "eq", "Amber"),
    });
    expect(await novels(`{ writers: { none: {} } }`)).toEqual({
      kind: "quantified",
      quantifier: "none",
      hop: writers,
      node: null,
    });
    expect(await novels(`{ shelf: { all: {} } }`)).toMatchObject({
      quantifier: "all",
      hop: { relationships: ["STANDS_ON"] },
    });
  });

  it("count edges", async () => {
    expect(await novels(`{ writers: { count: { gte: 2, in: [2, 3] } } }`)).toEqual({
      kind: "and",
      of: [
        { kind: "counted", hop: writers, operator: "in", value: [2, 3] },
        { kind: "counted", hop: writers, operator: "gte", value: 2 },
      ],
    });
    expect(await tiny.refusal(`{ novels(where: { writers: { count: { exists: true } } }) { totalCount } }`)).toBe(
      "novels(where).writers.count.exists: a count always exists. Compare it with eq, in, gt, gte, lt or lte.",
    );
  });

  it("narrow the edges with edge, which alone means some", async () => {
    const edge = compare("share", "float", "gte", 0.5);
    expect(await novels(`{ writers: { edge: { share: { gte: 0.5 } } } }`)).toEqual({
      kind: "quantified",
      quantifier: "some",
      hop: { ...writers, edge },
      node: null,
    });
    expect(await novels(`{ writers: { edge: { share: { gte: 0.5 } }, count: { eq: 1 } } }`)).toEqual({
      kind: "counted",
      hop: { ...writers, edge },
      operator: "eq",
      value: 1,
    });
  });

  it("refuse what the relationship does not have, and say what it has", async () => {
    expect(await tiny.refusal(`{ novels(where: { shelf: { edge: { share: { gt: 0 } } } }) { totalCount } }`)).toBe(
      "novels(where).shelf(edge): STANDS_ON has no share. Valid here: id, type, date, from, until, modality, rank, corroboration, source, derived, subject, object.",
    );
  });
});

describe("filters on nodes of several types", () => {
  const entities = async (where: string): Promise<NodeFilter | null> => {
    const plan = await tiny.plan(`{ entities(where: ${where}) { totalCount } }`);
    if (plan.kind !== "scan") throw new Error("expected a scan");
    return plan.where;
  };

  it("ask for what only some of them have", async () => {
    expect(await entities(`{ isbn: { eq: "111" }, words: { exists: false } }`)).toEqual({
      kind: "and",
      of: [compare("isbn", "string", "eq", "111"), compare("words", "int", "exists", false)],
    });
    expect(await entities(`{ shelf: { some: {} } }`)).toMatchObject({ hop: { relationships: ["STANDS_ON"] } });
    const plan = await packaged.plan(
      `{ blockings(where: { object: { status: { eq: NOT_ADOPTED } } }) { totalCount } }`,
    );
    expect(plan).toMatchObject({ where: { end: "object", node: compare("status", "enum", "eq", "NOT_ADOPTED") } });
  });

  it("take a term that one of them has, and compare texts and enum values as texts", async () => {
    expect(await entities(`{ state: { in: [DEAD, "ruined"] } }`)).toEqual(
      compare("state", "string", "in", ["DEAD", "ruined"]),
    );
    expect(await tiny.refusal(`{ entities(where: { state: { eq: 3 } }) { totalCount } }`)).toBe(
      "entities(where).state.eq: 3 is not a value of state, which is a String.",
    );
    expect(await packaged.refusal(`{ goals(where: { status: { eq: GONE } }) { totalCount } }`)).toMatch(
      /^goals\(where\)\.status\.eq: GONE is not a value of status\. Valid: .*\bIN_FORCE\b.*\bNOT_ADOPTED\b/,
    );
  });

  it("ask each of them about its own where one name means different relationships", async () => {
    const beside = { kind: "counted", hop: { relationships: ["BESIDE"], direction: "both" }, operator: "gt", value: 0 };
    const continued = { ...beside, hop: { relationships: ["CONTINUES"], direction: "in" } };
    const shelves = compare("type", "enum", "in", ["Shelf"]);
    expect(await entities(`{ parts: { count: { gt: 0 } } }`)).toMatchObject({
      kind: "or",
      of: [
        { kind: "and", of: [{ kind: "not", of: shelves }, continued] },
        { kind: "and", of: [shelves, beside] },
      ],
    });
  });

  it("sort and group by what only some of them have", async () => {
    const plan = await packaged.plan(
      `{ entities(orderBy: [{ node: STATUS }]) { groupBy(by: [{ node: TYPE }, { node: KIND }]) { totalCount } } }`,
    );
    expect(plan).toMatchObject({
      order: [{ property: { name: "status", type: "enum" } }],
      parts: [{ by: [{ property: { name: "type" } }, { property: { name: "kind", type: "string" } }] }],
    });
  });
});

describe("filters on edges", () => {
  it("compare what every edge has, and the properties of relationships", async () => {
    expect(
      await links(
        `{ type: { in: [WROTE] }, source: { eq: "a" }, derived: false, corroboration: { gte: 2 }, role: { eq: AUTHOR } }`,
      ),
    ).toEqual({
      kind: "and",
      of: [
        compare("type", "enum", "in", ["WROTE"]),
        compare("corroboration", "int", "gte", 2),
        compare("sources", "id", "eq", "a", true),
        compare("derived", "boolean", "eq", false),
        compare("role", "enum", "eq", "AUTHOR"),
      ],
    });
  });

  it("look at both ends, each with what the relationships can have there", async () => {
    expect(await links(`{ subject: { id: { eq: "amber" } }, object: {} }`)).toEqual({
      kind: "end",
      end: "subject",
      node: compare("id", "id", "eq", "amber"),
    });
    const plan = await tiny.plan(`{ writings(where: { object: { printed: { lt: "2000" } } }) { totalCount } }`);
    expect(plan).toMatchObject({
      where: { kind: "end", end: "object", node: compare("printed", "date", "lt", "2000") },
    });
    expect(await links(`{ object: { printed: { lt: "2000" } } }`)).toMatchObject({
      node: compare("printed", "date", "lt", "2000"),
    });
    expect(await tiny.refusal(`{ writings(where: { object: { wrote: { some: {} } } }) { totalCount } }`)).toMatch(
      /^writings\(where\)\.object: Work has no wrote\. Valid here: id, type, alias, name, .*, isbn, /,
    );
  });
});

describe("what is shown", () => {
  const shownBy = async (edge: string): Promise<unknown> => {
    const plan = await packaged.plan(`{ state(id: "x") { blocked(edge: ${edge}) { totalCount } } }`);
    if (plan.kind !== "lookup" || plan.fields[0]?.kind !== "expand") throw new Error("expected a lookup with a hop");
    return plan.fields[0].hop.visible;
  };

  it("is what happened and is not deprecated", async () => {
    expect(await shownBy("{}")).toEqual(visible);
    expect(await shownBy("{ form: { eq: VETO } }")).toEqual(visible);
  });

  it("is what the filter says once it mentions modality or rank, however deep", async () => {
    expect(await shownBy("{ modality: { in: [EXPECTED] } }")).toEqual({ ...visible, modalities: null });
    expect(await shownBy("{ rank: { eq: DEPRECATED } }")).toEqual({ ...visible, ranks: null });
    expect(await shownBy("{ or: [{ form: { eq: VETO } }, { not: { and: [{ modality: { eq: DENIED } }] } }] }")).toEqual(
      {
        ...visible,
        modalities: null,
      },
    );
  });

  it("does not change where only the edges of an end are asked about", async () => {
    const edge = "{ object: { calledForBy: { edge: { modality: { eq: POSSIBLE } } } } }";
    expect(await shownBy(edge)).toEqual(visible);
  });

  it("holds for quantifiers, links, paths and subgraphs likewise", async () => {
    const scan = await packaged.plan(
      `{ states(where: { blocked: { edge: { modality: { eq: DENIED } }, none: {} } }) { totalCount } }`,
    );
    expect(scan).toMatchObject({ where: { hop: { visible: { ...visible, modalities: null } } } });
    const lifted = { visible: { ...visible, modalities: null } };
    const filter = "{ modality: { exists: true } }";
    expect(await packaged.plan(`{ blockings { totalCount } }`)).toMatchObject({ visible });
    expect(await packaged.plan(`{ links(where: ${filter}) { totalCount } }`)).toMatchObject(lifted);
    expect(await packaged.plan(`{ paths(from: "a", to: "b", via: ${filter}) { truncated } }`)).toMatchObject(lifted);
    expect(await packaged.plan(`{ subgraph(from: "a", links: ${filter}) { truncated } }`)).toMatchObject(lifted);
  });
});
