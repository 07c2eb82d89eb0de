import { describe, expect, test } from "vitest";

import type { PropertyValue } from "../../src/graph/record.js";
import { base, compileValid, problemsOf } from "./support.js";

const proof = "evidence: [{ source: article, row: 1 }]";

async function valueOf(type: string, property: string, written: string): Promise<PropertyValue | undefined> {
  const node = `- { id: x, type: ${type}, name: X, ${property}: ${written}, ${proof} }`;
  const { records } = await compileValid({ "a.yaml": base, "b.yaml": node });
  return records.nodes.find((record) => record.id === "x")?.properties[property];
}

describe("the declared type decides what a scalar is, with quotation marks or without", () => {
  test.each<[string, string, string, PropertyValue]>([
    ["State", "iso2", "NO", "NO"],
    ["State", "iso2", "'NO'", "NO"],
    ["State", "m49", "408", "408"],
    ["State", "m49", '"008"', "008"],
    ["State", "m49", "008", "008"],
    ["State", "iso3", "null", "null"],
    ["Resolution", "date", "2014", "2014"],
    ["Resolution", "date", "2014-02", "2014-02"],
    ["Resolution", "date", "2014-02-17", "2014-02-17"],
    ["Resolution", "date", "'2014-02-17'", "2014-02-17"],
    ["Resolution", "symbol", "1e3", "1e3"],
    ["Resolution", "series", "true", true],
    ["Topic", "identified", "false", false],
    ["Topic", "sameAs", "[https://example.org/a?b=c#d]", ["https://example.org/a?b=c#d"]],
    ["Vote", "tally", "{ yes: 13, no: 0 }", { yes: 13, no: 0 }],
    [
      "Statement",
      "quantity",
      "{ min: -1.5e3, unit: people, approximate: true }",
      { min: -1500, unit: "people", approximate: true },
    ],
  ])("%s.%s: %s", async (type, property, written, expected) => {
    expect(await valueOf(type, property, written)).toEqual(expected);
  });

  test("on edges, too", async () => {
    const vote = `- { id: v, type: Vote, name: V, ${proof} }`;
    const cast = `- { extends: china, relations: [{ CAST: v, position: NO, ${proof} }] }`;
    const { records } = await compileValid({ "a.yaml": base, "b.yaml": `${vote}\n${cast}` });
    expect(records.edges.map((edge) => edge.properties)).toEqual([{ position: "NO" }]);
  });
});

describe("a value of another type is refused", () => {
  test.each([
    ["Topic", "identified", "yes", '"identified" is "yes"; write true or false'],
    ["Topic", "identified", "", '"identified" is nothing; write true or false'],
    ["Topic", "summary", "[a]", '"summary" is a list; write a text'],
    ["Topic", "sameAs", "https://example.org/", '"sameAs" is a list; found "https://example.org/"'],
    [
      "Topic",
      "sameAs",
      "[example.org]",
      '"sameAs" is "example.org"; write a full address such as https://example.org/page',
    ],
    [
      "Topic",
      "sameAs",
      "['javascript:alert(1)']",
      '"sameAs" is "javascript:alert(1)"; write a full address such as https://example.org/page',
    ],
    ["Vote", "tally", "{ yes: 1.5 }", '"yes" is "1.5"; write a whole number'],
    ["Vote", "tally", "{ yes: 08 }", '"yes" is "08"; write a whole number'],
    ["Vote", "tally", "{ yes: 2147483648 }", '"yes" is "2147483648"; write a whole number'],
    ["Vote", "tally", "{ yess: 1 }", 'unknown key "yess" of "tally"; did you mean "yes"?'],
    ["Vote", "tally", "13", 'expected a map with yes, no, abstain, absent for "tally", found "13"'],
    ["Statement", "quantity", "{ min: 0x10, unit: u }", '"min" is "0x10"; write a number'],
    ["Statement", "quantity", "{ min: 1 }", '"quantity" has no "unit"; add it'],
    ["Topic", "kind", "THEMES", '"kind" is "THEMES", which is no TopicKind; did you mean "THEME"?'],
    ["Topic", "kind", "x", '"kind" is "x", which is no TopicKind; expected THEME or AGENDA_ITEM'],
    [
      "Resolution",
      "date",
      "2014-13",
      '"date" is "2014-13", which is not a date; write yyyy, yyyy-mm or yyyy-mm-dd, a day of the calendar',
    ],
  ])("%s.%s: %s", async (type, property, written, expected) => {
    const problems = await problemsOf(`- id: x\n  type: ${type}\n  name: X\n  ${property}: ${written}\n  ${proof}\n`);
    expect(problems.map((problem) => problem.replace(/^a\/b\.yaml:4:\d+: /, ""))).toEqual([expected]);
  });
});
