import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readOntology } from "../../src/ontology/read.js";
import { applyRules } from "../../src/domain/rules.js";
import { MODALITIES } from "../../src/ontology/model.js";
import { base, compileValid } from "../dossier/support.js";
import { apply, derived, edge, node } from "./support.js";

const start = { properties: { aim: "START" } };

describe("a recommendation of something", () => {
  test("follows from an ask for it, with the evidence of both edges", () => {
    const ask = [
      edge("coi", "RECOMMENDS", "refer", { date: "2014-02-17" }),
      edge("refer", "CALLS_FOR", "icc-referral", { ...start, date: "2013" }),
    ];
    expect(derived(ask)).toEqual([
      {
        id: "coi/RECOMMENDED/icc-referral",
        type: "RECOMMENDED",
        subject: "coi",
        object: "icc-referral",
        date: "2014-02-17",
        modality: "ACTUAL",
        rank: "NORMAL",
        properties: {},
        basis: [],
        evidence: [
          { source: "article", section: "coi RECOMMENDS refer" },
          { source: "article", section: "refer CALLS_FOR icc-referral" },
        ],
        derivedFrom: ["coi/RECOMMENDS/refer", "refer/CALLS_FOR/icc-referral"],
      },
    ]);
  });

  test.each([
    ["START", 1],
    ["CONTINUE", 1],
    ["END", 0],
    ["PREVENT", 0],
  ])("depends on the aim: %s", (aim, count) => {
    const ask = [edge("x", "RECOMMENDS", "r"), edge("r", "CALLS_FOR", "y", { properties: { aim } })];
    expect(derived(ask)).toHaveLength(count);
  });

  test("is no surer than the weaker of its premises, and ranks no higher", () => {
    const [weaker] = derived([
      edge("x", "RECOMMENDS", "r", { modality: "EXPECTED", rank: "PREFERRED" }),
      edge("r", "CALLS_FOR", "y", { ...start, modality: "DENIED", rank: "DEPRECATED" }),
    ]);
    expect(weaker).toMatchObject({ modality: "DENIED", rank: "DEPRECATED" });
    for (const modality of MODALITIES) {
      const [one] = derived([edge("x", "RECOMMENDS", "r"), edge("r", "CALLS_FOR", "y", { ...start, modality })]);
      const [other] = derived([edge("x", "RECOMMENDS", "r", { modality }), edge("r", "CALLS_FOR", "y", start)]);
      expect([one?.modality, other?.modality]).toEqual([modality, modality]);
    }
  });
});

describe("an affiliation", () => {
  test("lasts as long as the office was held", () => {
    const edges = [
      edge("dag", "HOLDS", "secretary-general", { from: "1953-04-10", until: "1961-09-18" }),
      edge("secretary-general", "OFFICE_OF", "un", { from: "1946" }),
    ];
    expect(derived(edges)).toMatchObject([
      { id: "dag/AFFILIATED_WITH/un", from: "1953-04-10", until: "1961-09-18", derivedFrom: edges.map(({ id }) => id) },
    ]);
  });

  test("with one body by several offices at several times is several edges, each with its time as key", () => {
    const edges = [
      edge("kim", "HOLDS", "envoy", { from: "2005", until: "2009" }),
      edge("kim", "HOLDS", "minister", { from: "2010" }),
      edge("envoy", "OFFICE_OF", "state"),
      edge("minister", "OFFICE_OF", "state"),
    ];
    expect(derived(edges).map(({ id, from }) => [id, from])).toEqual([
      ["kim/AFFILIATED_WITH/state/from-2005-until-2009", "2005"],
      ["kim/AFFILIATED_WITH/state/from-2010", "2010"],
    ]);
  });
});

test("spans are not blended into one that no office was held for", () => {
  const edges = [
    edge("kim", "HOLDS", "envoy", { from: "2005" }),
    edge("kim", "HOLDS", "minister", { until: "2009" }),
    edge("envoy", "OFFICE_OF", "state"),
    edge("minister", "OFFICE_OF", "state"),
  ];
  expect(derived(edges).map(({ key }) => key)).toEqual(["from-2005", "until-2009"]);
});

describe("a stance", () => {
  const said = [edge("king", "MADE", "remark"), edge("remark", "ABOUT", "north-korea")];

  test.each([
    ["ENDORSEMENT", ["king/SUPPORTED/north-korea"]],
    ["CRITICISM", ["king/CRITICIZED/north-korea"]],
    ["TESTIMONY", []],
  ])("follows from the kind of statement: %s", (kind, expected) => {
    expect(derived(said, [node("remark", "Statement", { kind })]).map(({ id }) => id)).toEqual(expected);
  });

  test("has the statement's date, and what is noted about it, where the edge to it has none", () => {
    const note = { of: "date", basis: "INFERRED", reason: "r" } as const;
    const statement = { ...node("remark", "Statement", { kind: "CRITICISM", date: "2014-02" }), basis: [note] };
    expect(derived(said, [statement])).toMatchObject([{ date: "2014-02", basis: [note] }]);
    const dated = [edge("king", "MADE", "remark", { date: "2015" }), ...said.slice(1)];
    expect(derived(dated, [statement])).toMatchObject([{ date: "2015", basis: [] }]);
  });

  test("towards oneself is none", () => {
    const self = [edge("king", "MADE", "remark"), edge("remark", "ABOUT", "king")];
    expect(derived(self, [node("remark", "Statement", { kind: "CRITICISM" })])).toEqual([]);
  });
});

describe("several derivations of one edge", () => {
  const ask = (name: string, rest: Parameters<typeof edge>[3] = {}): ReturnType<typeof edge>[] => [
    edge("x", "RECOMMENDS", name, rest),
    edge(name, "CALLS_FOR", "y", start),
  ];

  test("with compatible dates are one, with the most precise date and all premises", () => {
    const edges = [...ask("a"), ...ask("b", { date: "2014-02" }), ...ask("c", { date: "2014" })];
    const [only, ...others] = derived(edges);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: "x/RECOMMENDED/y", date: "2014-02" });
    expect(only?.derivedFrom).toHaveLength(6);
    expect(only?.evidence).toHaveLength(6);
  });

  test("share evidence once", () => {
    const evidence = [{ source: "article", paragraph: 1 }];
    const [only] = derived([...ask("a", { evidence }), ...ask("b", { evidence })]);
    expect(only?.evidence.filter((it) => it.paragraph === 1)).toHaveLength(1);
  });

  test("on several dates are several, an undated one by itself", () => {
    const edges = [
      ...ask("a", { date: "2014" }),
      ...ask("b", { date: "2016" }),
      ...ask("c"),
      ...ask("d", { date: "2016" }),
    ];
    expect(derived(edges).map(({ id, key, derivedFrom }) => [id, key, derivedFrom?.length])).toEqual([
      ["x/RECOMMENDED/y/2014", "2014", 2],
      ["x/RECOMMENDED/y/2016", "2016", 4],
      ["x/RECOMMENDED/y/undated", "undated", 2],
    ]);
  });

  test("of several modalities and ranks are several", () => {
    const edges = [
      ...ask("a"),
      ...ask("b", { modality: "CALLED_FOR" }),
      ...ask("c", { rank: "DEPRECATED", date: "2014" }),
    ];
    expect(derived(edges).map(({ key }) => key)).toEqual(["called-for-undated", "deprecated-2014", "undated"]);
  });
});

describe("a stated edge", () => {
  const said = [edge("king", "MADE", "remark"), edge("remark", "ABOUT", "un")];
  const endorsement = [node("remark", "Statement", { kind: "ENDORSEMENT", date: "2014-02" })];

  test.each([
    ["undated", {}],
    ["with a compatible date", { date: "2014" }],
    ["with a key", { key: "first" }],
  ])("stands instead of a derived one that agrees with it: %s", (_, rest) => {
    const stated = edge("king", "SUPPORTED", "un", rest);
    expect(apply([...said, stated], endorsement).edges.filter(({ type }) => type === "SUPPORTED")).toEqual([stated]);
  });

  test.each([
    ["of another date", { date: "2013" }],
    ["of another modality", { modality: "DENIED" as const }],
    ["of another date with the key that would be taken", { date: "2013", key: "2014-02" }],
  ])("stands beside a derived one that does not: %s", (_, rest) => {
    const edges = apply([...said, edge("king", "SUPPORTED", "un", rest)], endorsement).edges;
    const supports = edges.filter(({ type }) => type === "SUPPORTED");
    expect(new Set(supports.map(({ id }) => id)).size).toBe(2);
    expect(supports.filter(({ derivedFrom }) => derivedFrom !== undefined)).toMatchObject([{ date: "2014-02" }]);
  });
});

test("derivation depends on no order, gives each edge an id of its own, and premises that exist", () => {
  const modality = fc.constantFrom("ACTUAL" as const, "PLANNED" as const);
  const date = fc.constantFrom({}, { date: "2014" }, { date: "2014-02" }, { date: "2015" });
  const recommends = fc
    .tuple(fc.constantFrom("x1", "x2"), fc.constantFrom("r1", "r2", "r3"), date, modality)
    .map(([subject, object, when, how]) => edge(subject, "RECOMMENDS", object, { ...when, modality: how }));
  const calls = fc
    .tuple(fc.constantFrom("r1", "r2", "r3"), fc.constantFrom("y1", "y2"))
    .map(([subject, object]) => edge(subject, "CALLS_FOR", object, start));
  const edges = fc.uniqueArray(fc.oneof(recommends, calls), { selector: ({ id }) => id, minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(
      edges.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        const ids = new Set(list.map(({ id }) => id));
        const made = derived(list);
        expect(derived(shuffled)).toEqual(made);
        expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
        expect(made.every(({ derivedFrom }) => derivedFrom?.every((id) => ids.has(id)))).toBe(true);
      },
    ),
  );
});

test("what the ontology does not have is not derived", () => {
  const ontology = readOntology(`
    directive @node(plural: String!) on OBJECT | INTERFACE
    directive @relationship(type: String!, direction: Direction!, properties: String, to: [String!], family: Boolean) on FIELD_DEFINITION
    enum Direction { OUT IN BOTH }
    "N" interface Node { "i" id: ID! }
    "E" interface Entity implements Node @node(plural: "entities") { "n" name: String! }
    "T" type Thing implements Entity @node(plural: "things") { "h" holds: [Thing!]! @relationship(type: "HOLDS", direction: OUT) }
  `);
  const edges = [edge("x", "HOLDS", "o"), edge("o", "OFFICE_OF", "y")];
  expect(applyRules({ nodes: [], edges }, ontology).records.edges).toHaveLength(2);
  expect(derived(edges)).toHaveLength(1);
});

test("a dossier's graph holds what follows from it, in the order of ids", async () => {
  const proof = "evidence: [{ source: article, row: 1 }]";
  const content = `
- { id: ask, type: Recommendation, name: An ask, ${proof}, relations: [{ CALLS_FOR: draft, aim: START, ${proof} }] }
- { extends: china, relations: [{ RECOMMENDS: ask, ${proof} }] }
`;
  const { records } = await compileValid({ "a.yaml": base, "b.yaml": content });
  expect(records.edges.map(({ id, evidence }) => [id, evidence.length])).toEqual([
    ["ask/CALLS_FOR/draft", 1],
    ["china/RECOMMENDED/draft", 1],
    ["china/RECOMMENDS/ask", 1],
  ]);
});
