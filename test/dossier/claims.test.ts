import { describe, expect, test } from "vitest";

import type { NodeRecord } from "../../src/graph/record.js";
import { base, compileValid, problemsOf } from "./support.js";

const own = [{ source: "article", row: 1 }];

async function nodeWith(date: string, ...claims: readonly string[]): Promise<NodeRecord | undefined> {
  const proven = claims.map((claim) => `{ property: date, ${claim}, evidence: [{ source: article, row: 2 }] }`);
  const node = `- { id: x, type: Report, name: X, ${date} evidence: [{ source: article, row: 1 }], claims: [${proven.join(", ")}] }`;
  const { records } = await compileValid({ "base.yaml": base, "b.yaml": node });
  return records.nodes.find((record) => record.id === "x");
}

describe("which value is read", () => {
  test("the node's own beside claims of rank NORMAL and DEPRECATED, among which it is kept", async () => {
    const node = await nodeWith("date: 2014,", "value: 2015", "value: 2016, rank: DEPRECATED, reason: misprint");
    expect(node?.properties["date"]).toBe("2014");
    expect(node?.claims.map(({ value, rank, reason }) => [value, rank, reason])).toEqual([
      ["2014", "NORMAL", undefined],
      ["2015", "NORMAL", undefined],
      ["2016", "DEPRECATED", "misprint"],
    ]);
  });

  test("the preferred claim before the node's own, which is kept as a claim with the node's evidence", async () => {
    const node = await nodeWith("date: 2014,", "value: 2015, rank: PREFERRED, reason: the record says so");
    expect(node?.properties["date"]).toBe("2015");
    expect(node?.claims).toEqual([
      {
        property: "date",
        value: "2015",
        rank: "PREFERRED",
        reason: "the record says so",
        evidence: [{ source: "article", row: 2 }],
      },
      { property: "date", value: "2014", rank: "NORMAL", evidence: own },
    ]);
  });

  test("a preferred claim that says what the node says adds no rival", async () => {
    expect((await nodeWith("date: 2014,", "value: 2014, rank: PREFERRED"))?.claims).toHaveLength(1);
  });

  test("the claims' where they agree and the node says nothing", async () => {
    expect((await nodeWith("", "value: 2015", "value: 2015, reason: r"))?.properties["date"]).toBe("2015");
  });

  test("none where they do not agree, or are deprecated", async () => {
    expect((await nodeWith("", "value: 2015", "value: 2016"))?.properties).not.toHaveProperty("date");
    expect((await nodeWith("", "value: 2015, rank: DEPRECATED"))?.properties).not.toHaveProperty("date");
  });
});

test("a claim's value is checked like a property's", async () => {
  const node = `- { id: x, type: Report, name: X, evidence: [{ source: article, row: 1 }], claims: [{ property: date, value: soon, evidence: [{ source: article, row: 1 }] }] }`;
  expect(await problemsOf(node)).toEqual([
    'a/b.yaml:1:110: "date" is "soon", which is not a date; write yyyy, yyyy-mm or yyyy-mm-dd, a day of the calendar',
  ]);
});
