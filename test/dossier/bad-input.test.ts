import { describe, expect, test } from "vitest";

import { compile, problemsOf, problemsOfRelation } from "./support.js";

const proof = "evidence: [{ source: article, paragraph: 1 }]";

describe("a node", () => {
  test.each([
    [
      "of unknown type",
      `- { id: x, type: Resoluton, name: X, ${proof} }`,
      ['a/b.yaml:1:18: unknown type "Resoluton"; did you mean "Resolution"?'],
    ],
    [
      "of an interface",
      `- { id: x, type: Utterance, name: X, ${proof} }`,
      ['a/b.yaml:1:18: "Utterance" is an interface; expected Recommendation or Statement'],
    ],
    ["without a type", `- { id: x, name: X, ${proof} }`, ["a/b.yaml:1:3: a node has no type; add type: …"]],
    ["without an id", `- { type: Topic, name: X, ${proof} }`, ["a/b.yaml:1:3: a node has no id; add id: …"]],
    [
      "whose id is no slug",
      `- { id: Kim_Jong, type: Person, name: X, ${proof} }`,
      ['a/b.yaml:1:9: "id" is "Kim_Jong"; write lower-case letters and digits joined by hyphens, such as a-res-69-188'],
    ],
    [
      "with an unknown property",
      `- { id: x, type: State, name: X, is03: XXX, ${proof} }`,
      ['a/b.yaml:1:34: unknown key "is03" of State; did you mean "iso3"?'],
    ],
    [
      "without a required property",
      `- { id: x, type: State, ${proof} }`,
      ['a/b.yaml:1:3: State "x" has no "name"; add it'],
    ],
    [
      "without evidence",
      `- { id: x, type: State, name: X }`,
      ['a/b.yaml:1:3: State "x" has no evidence; add evidence: [{ source: …, paragraph: … }]'],
    ],
    [
      "with an empty list of evidence",
      `- { id: x, type: State, name: X, evidence: [] }`,
      ['a/b.yaml:1:3: State "x" has no evidence; add evidence: [{ source: …, paragraph: … }]'],
    ],
    [
      "with the id of another",
      `- { id: china, type: State, name: X, ${proof} }`,
      [
        'a/base.yaml:3:3: the id "china" is given twice; first at a/b.yaml:1:3; to add to that node write extends: china',
      ],
    ],
    [
      "with the unique value of another",
      `- { id: x, type: State, name: X, iso3: CHN, ${proof} }\n- { id: y, type: State, name: Y, iso3: CHN, ${proof} }`,
      ['a/b.yaml:2:3: "y" has the same "iso3" ("CHN") as "x" at a/b.yaml:1:3; it is unique to one State'],
    ],
    [
      "with an alias that nothing proves",
      `- { id: x, type: State, name: X, aliases: [{ text: Y, kind: NAME }], ${proof} }`,
      ["a/b.yaml:1:44: the alias has no evidence; add evidence: [{ source: …, paragraph: … }]"],
    ],
    [
      "with an alias of unknown kind",
      `- { id: x, type: State, name: X, aliases: [{ text: Y, kind: ACRONIM, ${proof} }], ${proof} }`,
      ['a/b.yaml:1:55: unknown kind "ACRONIM"; did you mean "ACRONYM"?'],
    ],
    [
      "with a claim that nothing proves",
      `- { id: x, type: State, name: X, claims: [{ property: name, value: Y }], ${proof} }`,
      ["a/b.yaml:1:43: the claim has no evidence; add evidence: [{ source: …, paragraph: … }]"],
    ],
    [
      "with a claim on an unknown property",
      `- { id: x, type: State, name: X, claims: [{ property: nam, value: Y, ${proof} }], ${proof} }`,
      ['a/b.yaml:1:45: State has no property "nam"; did you mean "name"?'],
    ],
    [
      "with two preferred values",
      `- { id: x, type: State, name: X, ${proof}, claims: [{ property: name, value: Y, rank: PREFERRED, ${proof} }, { property: name, value: Z, rank: PREFERRED, ${proof} }] }`,
      ['a/b.yaml:1:184: "name" of "x" has more than one PREFERRED value; prefer one'],
    ],
    [
      "with the basis of an unknown property",
      `- { id: x, type: State, name: X, basis: { nmae: { is: INFERRED, reason: r } }, ${proof} }`,
      ['a/b.yaml:1:43: basis of unknown property "nmae"; did you mean "name"?'],
    ],
    [
      "with a basis without reason",
      `- { id: x, type: State, name: X, basis: { name: { is: INFERRED } }, ${proof} }`,
      ['a/b.yaml:1:49: the basis of "name" has no reason; add reason: …'],
    ],
    [
      "that extends nothing",
      `- { extends: chna }`,
      ['a/b.yaml:1:14: extends unknown node "chna"; did you mean "china"?'],
    ],
    [
      "that is extended by a property",
      `- { extends: china, iso3: CHN }`,
      ['a/b.yaml:1:21: extends adds aliases, claims and relations; write "iso3" where the node is defined'],
    ],
    [
      "that is extended by evidence, which would seem to prove all that the node's own dossier says",
      `- { extends: china, ${proof} }`,
      [
        "a/b.yaml:1:21: extends has no evidence of its own: each alias, claim and relation has; for a source that gives a value of the node as well, write a claim",
      ],
    ],
    ["that is a text", `- china`, ['a/b.yaml:1:3: expected a node with id or extends, found "china"']],
  ])("%s", async (_, content, expected) => {
    expect(await problemsOf(content)).toEqual(expected);
  });

  test("is in a list", async () => {
    expect(await problemsOf("id: x\ntype: State\n")).toEqual([
      "a/b.yaml:1:1: a dossier file is a list of nodes; begin each with - id: or - extends:",
    ]);
  });
});

describe("a relation", () => {
  test.each([
    [
      "of unknown type",
      `{ SPONSORD: draft, ${proof} }`,
      'a/b.yaml:3:9: unknown relationship "SPONSORD"; did you mean "SPONSORED"?',
    ],
    [
      "without a type",
      `{ ${proof} }`,
      "a/b.yaml:3:7: a relation names its relationship and object, such as SPONSORED: some-id",
    ],
    [
      "of two types",
      `{ SPONSORED: draft, BLOCKED: draft, ${proof} }`,
      "a/b.yaml:3:27: a relation has one relationship; write BLOCKED as another relation",
    ],
    [
      "that only the build makes",
      `{ RECOMMENDED: draft, ${proof} }`,
      "a/b.yaml:3:9: RECOMMENDED is derived when the graph is built; leave it out and write what it follows from",
    ],
    [
      "with the wrong domain",
      `{ ESTABLISHED: draft, ${proof} }`,
      "a/b.yaml:3:7: State cannot be the subject of ESTABLISHED; allowed: Organization or Resolution",
    ],
    [
      "with the wrong range",
      `{ SPONSORED: russia, ${proof} }`,
      "a/b.yaml:3:7: SPONSORED of a State cannot have the object type State; allowed: Resolution",
    ],
    [
      "with the wrong range among many",
      `{ BLOCKED: russia, form: OPPOSITION, ${proof} }`,
      "a/b.yaml:3:7: BLOCKED of a State cannot have the object type State; allowed: Goal",
    ],
    ["to nothing", `{ SPONSORED: drft, ${proof} }`, 'a/b.yaml:3:20: unknown id "drft"; did you mean "draft"?'],
    [
      "with an unknown property",
      `{ SPONSORED: draft, form: VETO, ${proof} }`,
      'a/b.yaml:3:27: unknown key "form" of SPONSORED; did you mean "from"?',
    ],
    ["without a required property", `{ BLOCKED: draft, ${proof} }`, 'a/b.yaml:3:7: BLOCKED has no "form"; add it'],
    [
      "with an unknown enum value",
      `{ BLOCKED: draft, form: OPOSITION, ${proof} }`,
      'a/b.yaml:3:31: "form" is "OPOSITION", which is no BlockingForm; did you mean "OPPOSITION"?',
    ],
    [
      "without evidence",
      `{ SPONSORED: draft }`,
      "a/b.yaml:3:7: SPONSORED has no evidence; add evidence: [{ source: …, paragraph: … }]",
    ],
    [
      "of unknown modality",
      `{ SPONSORED: draft, modality: MAYBE, ${proof} }`,
      'a/b.yaml:3:27: unknown modality "MAYBE"; expected ACTUAL, POSSIBLE, PLANNED, EXPECTED, CALLED_FOR, THREATENED, DENIED or DID_NOT_HAPPEN',
    ],
    [
      "of unknown rank",
      `{ SPONSORED: draft, rank: PREFERED, ${proof} }`,
      'a/b.yaml:3:27: unknown rank "PREFERED"; did you mean "PREFERRED"?',
    ],
    [
      "on no day of the calendar",
      `{ SPONSORED: draft, date: 2015-02-29, ${proof} }`,
      'a/b.yaml:3:27: "date" is "2015-02-29", which is not a date; write yyyy, yyyy-mm or yyyy-mm-dd, a day of the calendar',
    ],
    [
      "on a date in another form",
      `{ SPONSORED: draft, date: 17 Feb 2014, ${proof} }`,
      'a/b.yaml:3:27: "date" is "17 Feb 2014", which is not a date; write yyyy, yyyy-mm or yyyy-mm-dd, a day of the calendar',
    ],
    [
      "until before it began",
      `{ SPONSORED: draft, from: 2015-03, until: 2015-02, ${proof} }`,
      'a/b.yaml:3:42: "until" (2015-02) is before "from" (2015-03)',
    ],
    [
      "both at once and in a span",
      `{ SPONSORED: draft, date: 2015, until: 2016, ${proof} }`,
      "a/b.yaml:3:27: SPONSORED has both a date and from or until; give one or the other",
    ],
    [
      "with a basis that is stated",
      `{ SPONSORED: draft, basis: { date: { reason: r } }, ${proof} }`,
      'a/b.yaml:3:42: the basis of "date" does not say what it is; add is: RESOLVED, INFERRED or EXTERNAL',
    ],
    [
      "with a basis of nothing it has",
      `{ SPONSORED: draft, basis: { form: { is: INFERRED, reason: r } }, ${proof} }`,
      'a/b.yaml:3:36: basis of unknown property "form"; did you mean "from"?',
    ],
  ])("%s", async (_, relation, expected) => {
    expect(await problemsOfRelation(relation)).toEqual([expected]);
  });

  test("that a subject has at most once, twice", async () => {
    const content = `
- { id: m1, type: Meeting, name: M1, ${proof} }
- { id: m2, type: Meeting, name: M2, ${proof} }
- { id: v, type: Vote, name: V, ${proof}, relations: [{ TAKEN_AT: m1, ${proof} }, { TAKEN_AT: m2, ${proof} }] }
`;
    expect(await problemsOf(content)).toEqual([
      'a/b.yaml:4:157: "v" has TAKEN_AT m1 already, at a/b.yaml:4:92; a node has at most one, so give the other the rank DEPRECATED',
    ]);
    expect(await problemsOf(content.replace("TAKEN_AT: m2,", "TAKEN_AT: m2, rank: DEPRECATED,"))).toEqual([]);
    expect(await problemsOf(content.replace("TAKEN_AT: m2,", "TAKEN_AT: m2, modality: PLANNED,"))).toEqual([]);
  });
});

describe("an evidence", () => {
  const evidence = (content: string): Promise<readonly string[]> =>
    problemsOfRelation(`{ SPONSORED: draft, evidence: [${content}] }`);

  test.each([
    ["without a source", "{ paragraph: 1 }", "a/b.yaml:3:38: an evidence names its source; add source: …"],
    [
      "from an unknown source",
      "{ source: artcle, paragraph: 1 }",
      'a/b.yaml:3:48: unknown id "artcle"; did you mean "article"?',
    ],
    [
      "from what is no source",
      "{ source: china, paragraph: 1 }",
      'a/b.yaml:3:48: "china" is a State; "source" names a Source',
    ],
    [
      "from nowhere in its source",
      "{ source: article }",
      "a/b.yaml:3:38: an evidence says where in its source; add one of paragraph, row, page, symbol, section",
    ],
    [
      "at no paragraph",
      "{ source: article, paragraph: 0 }",
      'a/b.yaml:3:68: "paragraph" is "0"; write a whole number from 1',
    ],
    [
      "with an unknown key",
      "{ source: article, paragraf: 1, row: 2 }",
      'a/b.yaml:3:57: unknown key "paragraf" of an evidence; did you mean "paragraph"?',
    ],
    [
      "with twelve words quoted",
      "{ source: article, row: 1, quote: a b c d e f g h i j k l }",
      "a/b.yaml:3:65: the quote has 12 words; quote at most 11 and put the rest in your own words as wording",
    ],
    ["with nothing quoted", '{ source: article, row: 1, quote: " " }', 'a/b.yaml:3:65: "quote" is a text; found " "'],
    [
      "with a quote cut at a comma",
      "{ source: article, row: 1, quote: here, and there }",
      'a/b.yaml:3:78: unknown key "and there" of an evidence; a text with a comma inside { } needs quotation marks around it',
    ],
    [
      "attributed to nobody known",
      "{ source: article, row: 1, attributedTo: [chna] }",
      'a/b.yaml:3:80: unknown id "chna"; did you mean "china"?',
    ],
    [
      "attributed to what cannot speak",
      "{ source: article, row: 1, attributedTo: [draft] }",
      'a/b.yaml:3:80: "draft" is a Resolution; "attributedTo" names an Actor',
    ],
    [
      "reported by what cannot report",
      "{ source: article, row: 1, reportedBy: [draft] }",
      'a/b.yaml:3:78: "draft" is a Resolution; "reportedBy" names an Actor or a Source',
    ],
    [
      "attributed without a list",
      "{ source: article, row: 1, attributedTo: china }",
      'a/b.yaml:3:65: "attributedTo" is a list; found "china"',
    ],
  ])("%s", async (_, content, expected) => {
    expect(await evidence(content)).toEqual([expected]);
  });

  test("with eleven words quoted, relayed by a source, is sound", async () => {
    expect(await evidence("{ source: article, row: 1, quote: a b c d e f g h i j k, reportedBy: [article] }")).toEqual(
      [],
    );
  });
});

test("everything wrong is reported at once, by file and line, and no file hides another's mistakes", async () => {
  const { problems } = await compile({
    "b/z.yaml": "- { id: x, type: Topic, name: X }\n- { id: y, type: Topik, name: Y, evidence: [] }\n",
    "a/z.yaml": "- [\n",
    "a/a.yml": "",
  });
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
    "a/a.yml:1",
    "a/z.yaml:2",
    "b/z.yaml:1",
    "b/z.yaml:2",
    "b/z.yaml:2",
  ]);
});
