import { describe, expect, test } from "vitest";

import type { EdgeRecord, NodeRecord } from "../../src/graph/record.js";
import { base, compileValid, problemsOf } from "./support.js";

const proof = (row: number): string => `evidence: [{ source: article, row: ${row} }]`;

async function edgesOf(...relations: readonly string[]): Promise<readonly EdgeRecord[]> {
  const items = relations.map((relation) => `- extends: china\n  relations:\n    - ${relation}\n`);
  const { records } = await compileValid({ "base.yaml": base, "b.yaml": items.join("") });
  return records.edges;
}

async function conflictOf(first: string, second: string): Promise<readonly string[]> {
  return problemsOf(`- extends: china\n  relations:\n    - ${first}\n    - ${second}\n`);
}

describe("accounts of one edge", () => {
  test("that agree are one edge with the evidence of all, each once, in the order of sources and places", async () => {
    const [edge, ...others] = await edgesOf(
      `{ SPONSORED: draft, ${proof(10)} }`,
      `{ SPONSORED: draft, ${proof(9)} }`,
      `{ SPONSORED: draft, ${proof(10)} }`,
    );
    expect(others).toEqual([]);
    expect(edge?.evidence).toEqual([
      { source: "article", row: 9 },
      { source: "article", row: 10 },
    ]);
  });

  test("with compatible dates have the most precise, and what is noted about that one", async () => {
    const [edge] = await edgesOf(
      `{ SPONSORED: draft, ${proof(1)} }`,
      `{ SPONSORED: draft, date: 2014-02-17, basis: { date: { is: RESOLVED, reason: from the heading } }, ${proof(2)} }`,
      `{ SPONSORED: draft, date: 2014, basis: { date: { is: INFERRED, reason: from the context } }, ${proof(3)} }`,
      `{ SPONSORED: draft, date: 2014-02, ${proof(4)} }`,
    );
    expect(edge?.date).toBe("2014-02-17");
    expect(edge?.basis).toEqual([{ of: "date", basis: "RESOLVED", reason: "from the heading" }]);
  });

  test.each([
    ["date", "date: 2014", "date: 2015"],
    ["date", "date: 2014", "from: 2014"],
    ["date", "date: 2014-02", "date: 2014-03"],
    ["date", "from: 2016", "until: 2015"],
    ["modality", "modality: PLANNED", "modality: ACTUAL"],
    ["rank", "rank: DEPRECATED", "rank: NORMAL"],
    [
      "basis",
      "date: 2014, basis: { date: { is: RESOLVED, reason: a } }",
      "date: 2014, basis: { date: { is: RESOLVED, reason: b } }",
    ],
  ])("that differ in %s need a key: %s, %s", async (name, a, b) => {
    expect(
      await conflictOf(`{ SPONSORED: draft, ${a}, ${proof(1)} }`, `{ SPONSORED: draft, ${b}, ${proof(2)} }`),
    ).toEqual([
      `a/b.yaml:4:7: SPONSORED draft of china is also written at a/b.yaml:3:7, with another ${name}; make them agree, or give one of them a key`,
    ]);
    const keyed = `{ SPONSORED: draft, key: second, ${b}, ${proof(2)} }`;
    expect(await conflictOf(`{ SPONSORED: draft, ${a}, ${proof(1)} }`, keyed)).toEqual([]);
  });

  test("that differ in a property need a key, which is a part of the id", async () => {
    const first = `{ BLOCKED: draft, form: OPPOSITION, ${proof(1)} }`;
    expect(await conflictOf(first, `{ BLOCKED: draft, form: ABSTENTION, ${proof(1)} }`)).toEqual([
      "a/b.yaml:4:7: BLOCKED draft of china is also written at a/b.yaml:3:7, with another form; make them agree, or give one of them a key",
    ]);
    const edges = await edgesOf(first, `{ BLOCKED: draft, key: first-committee, form: ABSTENTION, ${proof(1)} }`);
    expect(edges.map((edge) => [edge.id, edge.key])).toEqual([
      ["china/BLOCKED/draft", undefined],
      ["china/BLOCKED/draft/first-committee", "first-committee"],
    ]);
  });
});

test("a symmetric edge is the same from either side, with its notes turned too", async () => {
  const content = `
- extends: russia
  relations:
    - { HAS_RELATIONS_WITH: china, kind: ally, basis: { subject: { is: INFERRED, reason: r } }, ${proof(1)} }
- extends: china
  relations:
    - { HAS_RELATIONS_WITH: russia, kind: ally, ${proof(2)} }
`;
  const { records } = await compileValid({ "base.yaml": base, "b.yaml": content });
  expect(records.edges).toEqual([
    {
      id: "china/HAS_RELATIONS_WITH/russia",
      type: "HAS_RELATIONS_WITH",
      subject: "china",
      object: "russia",
      modality: "ACTUAL",
      rank: "NORMAL",
      properties: { kind: "ally" },
      basis: [{ of: "object", basis: "INFERRED", reason: "r" }],
      evidence: [
        { source: "article", row: 1 },
        { source: "article", row: 2 },
      ],
    },
  ]);
});

test("an extension adds aliases, claims and relations to a node of another dossier, and proves nothing else of it", async () => {
  const extension = `
- extends: china
  aliases: [{ text: PRC, kind: ACRONYM, from: 1949, ${proof(3)} }]
  claims: [{ property: iso3, value: CHN, ${proof(4)} }]
  relations: [{ SPONSORED: draft, ${proof(5)} }]
`;
  const { records } = await compileValid({ "z/base.yaml": base, "a/b.yaml": extension });
  expect(records.nodes.find((node) => node.id === "china")).toEqual({
    id: "china",
    type: "State",
    properties: { name: "China", iso3: "CHN", identified: true, sameAs: [] },
    aliases: [{ text: "PRC", kind: "ACRONYM", from: "1949", evidence: [{ source: "article", row: 3 }] }],
    basis: [],
    evidence: [{ source: "article", paragraph: 1 }],
    claims: [{ property: "iso3", value: "CHN", rank: "NORMAL", evidence: [{ source: "article", row: 4 }] }],
  });
  expect(records.edges.map((edge) => edge.id)).toEqual(["china/SPONSORED/draft"]);
});

describe("the evidence of an extension", () => {
  const definition =
    "- { id: x, type: Report, name: X, date: 2014, summary: S, evidence: [{ source: article, row: 1 }] }\n";
  const claim = (value: string): string =>
    `- { extends: x, claims: [{ property: date, value: ${value}, rank: PREFERRED, reason: r, ${proof(2)} }] }\n`;

  async function nodeWith(extension: string, first = definition): Promise<NodeRecord | undefined> {
    const { records } = await compileValid({ "base.yaml": base, "a.yaml": first, "b.yaml": extension });
    return records.nodes.find((node) => node.id === "x");
  }

  test("proves what it says, and not the value that it contradicts", async () => {
    const node = await nodeWith(claim("2015"));
    expect(node?.evidence).toEqual([{ source: "article", row: 1 }]);
    expect(node?.claims.map(({ value, evidence }) => [value, evidence])).toEqual([
      ["2015", [{ source: "article", row: 2 }]],
      ["2014", [{ source: "article", row: 1 }]],
    ]);
  });

  test("proves the value that it bears out together with the node's own", async () => {
    const node = await nodeWith(claim("2014"));
    expect(node?.evidence).toEqual([{ source: "article", row: 1 }]);
    expect(node?.claims.map(({ value, evidence }) => [value, evidence])).toEqual([
      [
        "2014",
        [
          { source: "article", row: 1 },
          { source: "article", row: 2 },
        ],
      ],
    ]);
  });

  test("leaves a value that the definition proves separately to what it says", async () => {
    const separate = `- { id: x, type: Report, name: X, date: 2014, evidence: [{ source: article, row: 1 }], claims: [{ property: date, value: 2014, ${proof(3)} }] }\n`;
    const node = await nodeWith(claim("2014"), separate);
    expect(node?.claims.flatMap(({ evidence }) => evidence.map(({ row }) => row))).toEqual([2, 3]);
  });
});
