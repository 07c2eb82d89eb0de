import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { decodeCursor, encodeCursor, fingerprint } from "../../src/api/cursor.js";
import { library } from "./support/library.js";
import { compiler } from "./support/plans.js";

const { plan, refusal } = compiler(library);

const cursor = (...key: (string | number | null)[]): string => encodeCursor(fingerprint("nodes", []), key);

describe("pages", () => {
  it("are the first 25 unless asked otherwise", async () => {
    expect(await plan("{ novels { totalCount } }")).toMatchObject({
      page: { first: 25, last: null, after: null, before: null },
    });
    expect(await plan("{ novels(first: 0) { totalCount } }")).toMatchObject({ page: { first: 0 } });
    expect(await plan("{ novels(last: 1000) { totalCount } }")).toMatchObject({ page: { first: null, last: 1000 } });
  });

  it("lie between cursors, in both directions", async () => {
    const query = `query ($a: String, $b: String) { novels(first: 2, after: $a, before: $b) { totalCount } }`;
    expect(await plan(query, { a: cursor("dunes"), b: cursor("embers") })).toMatchObject({
      page: { first: 2, after: ["dunes"], before: ["embers"] },
    });
  });

  it("are refused where the bounds make no sense, naming value and limit", async () => {
    expect(await refusal("{ novels(first: 1, last: 1) { totalCount } }")).toBe(
      "novels: give first or last, not both. first counts from the start, last from the end.",
    );
    expect(await refusal("{ novels(first: 1001) { totalCount } }")).toBe(
      "novels(first) is 1001, which is not between 0 and 1,000.",
    );
    expect(await refusal("{ novels(last: -1) { totalCount } }")).toBe(
      "novels(last) is -1, which is not between 0 and 1,000.",
    );
    expect(await refusal("{ novels { nodes { writers(first: 1001) { totalCount } } } }")).toBe(
      "writers(first) is 1001, which is not between 0 and 1,000.",
    );
  });

  it("are refused with a cursor that is none, or belongs elsewhere", async () => {
    const after = (text: string, more = ""): Promise<string> =>
      refusal(`query ($after: String) { novels(after: $after${more}) { totalCount } }`, { after: text });
    expect(await after("banana")).toBe(
      `novels(after): "banana" is not a cursor. Give one that this API returned, unchanged.`,
    );
    expect(await after(cursor("dunes", 3))).toContain("is not a cursor");
    expect(await after(cursor(3))).toContain("is not a cursor");
    expect(await after(cursor("dunes"), ", orderBy: [{ node: NAME }]")).toBe(
      "novels(after): this cursor belongs to another order or field. Keep orderBy as it was, or start again without a cursor.",
    );
    expect(await after(encodeCursor(fingerprint("hop", []), ["dunes"]))).toContain("another order or field");
  });
});

describe("cursors", () => {
  const value = fc.oneof(fc.constant(null), fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean());
  const order = fc.array(
    fc.record({
      node: fc.constantFrom("name", "isbn", null),
      direction: fc.constantFrom("asc" as const, "desc" as const),
    }),
    { maxLength: 3 },
  );

  it("give back the key that they were made of", () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), fc.string({ unit: "grapheme" }), order, (values, id, terms) => {
        const of = fingerprint("nodes", terms);
        const key = [...values, id];
        expect(decodeCursor(encodeCursor(of, key), of, key.length, "after")).toEqual(key);
      }),
    );
  });

  it("never pass for one of another order, nor does any other text", () => {
    fc.assert(
      fc.property(order, order, fc.string(), (one, other, text) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        const given = encodeCursor(fingerprint("nodes", one), ["id"]);
        expect(() => decodeCursor(given, fingerprint("nodes", other), 1, "after")).toThrow("another order");
        expect(() => decodeCursor(text, fingerprint("nodes", one), 1, "after")).toThrow(/not a cursor|another order/);
      }),
    );
  });
});

describe("order", () => {
  it("sorts by properties of nodes and edges, the most important first", async () => {
    const query = `{
      writer(id: "amber") {
        wrote(orderBy: [{ edge: DATE, direction: DESC }, { node: PRINTED }, { edge: SHARE }, { edge: SUBJECT }]) { totalCount }
      }
    }`;
    expect(await plan(query)).toMatchObject({
      fields: [
        {
          order: [
            { on: "edge", property: { name: "date", type: "date", list: false }, direction: "desc" },
            { on: "node", property: { name: "printed", type: "date", list: false }, direction: "asc" },
            { on: "edge", property: { name: "share", type: "float", list: false }, direction: "asc" },
            { on: "edge", property: { name: "subject", type: "id", list: false }, direction: "asc" },
          ],
        },
      ],
    });
    expect(await plan("{ novels(orderBy: [{ node: SIZE_PAGES }]) { totalCount } }")).toMatchObject({
      order: [{ property: { name: "size.pages", type: "int" } }],
    });
    expect(await plan("{ links(orderBy: [{ edge: CORROBORATION }]) { totalCount } }")).toMatchObject({
      order: [{ on: "edge" }],
    });
  });

  it("is refused where an entry names none, two, or something that is not there", async () => {
    const of = (field: string, order: string): Promise<string> =>
      refusal(`{ ${field}(orderBy: [${order}]) { totalCount } }`);
    expect(await of("novels", "{ direction: DESC }")).toBe("novels(orderBy)[0]: give exactly one of node and edge.");
    expect(await of("novels", "{ node: NAME }, { node: ISBN, edge: DATE }")).toBe(
      "novels(orderBy)[1]: give exactly one of node and edge.",
    );
    expect(await of("novels", "{ node: WORDS }")).toBe(
      "novels(orderBy)[0]: Novel has no WORDS. Valid here: ID, TYPE, NAME, PRINTED, STATE, ISBN, SIZE_PAGES, SIZE_CENTIMETRES, TAGS.",
    );
    expect(await of("novels", "{ edge: DATE }")).toBe(
      "novels(orderBy)[0]: this connection has no edges to sort or group by. Use node instead.",
    );
    expect(await of("links", "{ node: NAME }")).toBe(
      "links(orderBy)[0]: this connection has no nodes to sort or group by. Use edge instead.",
    );
    expect(await of("novels", "{ node: TAGS }")).toBe(
      "novels(orderBy)[0]: TAGS has several values, so that nothing can be sorted by it.",
    );
    expect(await refusal(`{ novel(id: "dunes") { parts(orderBy: [{ edge: SHARE }]) { totalCount } } }`)).toBe(
      "parts(orderBy)[0]: CONTINUES has no SHARE. Valid here: ID, TYPE, SUBJECT, OBJECT, DATE, FROM, UNTIL, MODALITY, RANK, CORROBORATION, SOURCES, DERIVED.",
    );
  });
});

describe("groups", () => {
  it("count by keys of nodes, then of edges; dates by year on request", async () => {
    const query = `{
      writer(id: "amber") {
        wrote {
          groupBy(by: [{ node: TYPE }, { node: PRINTED, year: true }, { edge: SUBJECT }, { edge: DATE, year: true }], first: 3) { totalCount groups { key count subject { name } } }
          plain: groupBy(by: [{ edge: DATE }, { edge: ROLE }]) { totalCount }
        }
      }
    }`;
    expect(await plan(query)).toMatchObject({
      fields: [
        {
          parts: [
            {
              as: "groupBy",
              kind: "groups",
              by: [
                { kind: "property", on: "node", property: { name: "type", type: "enum", list: false } },
                { kind: "year", on: "node", property: { name: "printed", type: "date", list: false } },
                { kind: "end", end: "subject" },
                { kind: "year", on: "edge", property: { name: "date", type: "date", list: false } },
              ],
              first: 3,
              subject: [{ as: "name", name: "name" }],
              object: [],
            },
            {
              as: "plain",
              by: [
                { kind: "property", on: "edge", property: { name: "date" } },
                { kind: "property", on: "edge", property: { name: "role" } },
              ],
              first: 25,
            },
          ],
        },
      ],
    });
  });

  it("are refused without a key, with one that is not there, or too many at once", async () => {
    expect(await refusal("{ novels { groupBy(by: []) { totalCount } } }")).toBe(
      "novels.groupBy(by): name at least one key to group by.",
    );
    expect(await refusal("{ novels { groupBy(by: { node: WORDS }) { totalCount } } }")).toMatch(
      /^novels\.groupBy\(by\)\[0\]: Novel has no WORDS\. Valid here: ID, TYPE, /,
    );
    expect(await refusal("{ novels { groupBy(by: { node: TYPE, edge: TYPE }) { totalCount } } }")).toBe(
      "novels.groupBy(by)[0]: give exactly one of node and edge.",
    );
    expect(await refusal("{ novels { groupBy(by: { node: TYPE, year: true }) { totalCount } } }")).toBe(
      "novels.groupBy(by)[0]: TYPE is not a date, so it has no year.",
    );
    expect(await refusal("{ novels { groupBy(by: { node: TYPE }, first: 0) { totalCount } } }")).toBe(
      "novels.groupBy(first) is 0, which is not between 1 and 1,000.",
    );
  });
});
