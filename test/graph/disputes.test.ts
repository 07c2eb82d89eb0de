import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { agree } from "../../src/graph/agreement.js";
import { claimDisputes, rivalClaims } from "../../src/graph/disputes.js";
import type { Claim, NodeRecord, PropertyValue } from "../../src/graph/record.js";
import type { Rank } from "../../src/ontology/model.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";

const ontology = await loadOntology(ontologyPath);
const own = [{ source: "article", paragraph: 1 }];

function claim(property: string, value: PropertyValue, rank: Rank = "NORMAL"): Claim {
  return { property, value, rank, evidence: [{ source: "register", row: 1 }] };
}

function vote(properties: NodeRecord["properties"], ...claims: readonly Claim[]): NodeRecord {
  return { id: "v", type: "Vote", properties, aliases: [], basis: [], evidence: own, claims };
}

function definition(type: string, name: string) {
  const found = ontology.types.get(type)?.properties.find((property) => property.name === name);
  if (found === undefined) throw new Error(`${type} has no ${name}`);
  return found;
}

describe("agreement in substance", () => {
  it.each([
    ["a day within its month", "Vote", "date", "2014-12", "2014-12-18", true],
    ["two days of one month", "Vote", "date", "2014-12-17", "2014-12-18", false],
    ["a month and a year that does not hold it", "Vote", "date", "2013", "2014-12", false],
    ["one name in two spellings", "Vote", "name", "Kim Jong-un", "KIM JONG UN", true],
    ["two names", "Vote", "name", "Kim Jong Un", "Kim Kong Un", false],
    ["texts without words", "Vote", "name", "—", "…", false],
    ["a symbol in another spelling", "Vote", "symbol", "A/RES/1", "A-RES-1", false],
    ["tallies where one counts no absences", "Vote", "tally", { yes: 1, no: 2 }, { yes: 1, no: 2, absent: 3 }, true],
    ["tallies that differ in one count", "Vote", "tally", { yes: 1, no: 2 }, { yes: 1, no: 3 }, false],
    ["kinds", "Vote", "kind", "PROCEDURAL", "SUBSTANTIVE", false],
    [
      "lists in another order",
      "Vote",
      "sameAs",
      ["https://a.example", "https://b.example"],
      ["https://b.example", "https://a.example"],
      true,
    ],
    [
      "a list and a part of it",
      "Vote",
      "sameAs",
      ["https://a.example", "https://b.example"],
      ["https://a.example"],
      false,
    ],
    ["truth values", "Vote", "identified", true, false, false],
  ] as const)("%s", (_what, type, name, a, b, expected) => {
    const property = definition(type, name);
    expect(agree(a, b, property, ontology)).toBe(expected);
    expect(agree(b, a, property, ontology)).toBe(expected);
  });
});

describe("the claims about a property", () => {
  it("have the node's own value among them, with the node's evidence", () => {
    const rival = claim("date", "2015");
    expect(rivalClaims(vote({ date: "2014" }, rival), "date")).toEqual([
      rival,
      { property: "date", value: "2014", rank: "NORMAL", evidence: own },
    ]);
  });

  it("do not have it twice, nor where there is no claim", () => {
    const same = claim("tally", { yes: 1, no: 2 });
    expect(rivalClaims(vote({ tally: { no: 2, yes: 1 } }, same), "tally")).toEqual([same]);
    expect(rivalClaims(vote({ date: "2014" }), "date")).toEqual([]);
  });
});

describe("a dispute", () => {
  const settled = (...claims: readonly Claim[]): boolean | undefined =>
    claimDisputes(vote({ date: "2014-01-01" }, ...claims), ontology)[0]?.settled;

  it("is not settled where nobody has ranked the values", () => {
    expect(settled(claim("date", "2015"))).toBe(false);
  });

  it("is settled where one is preferred or all others are deprecated", () => {
    expect(settled(claim("date", "2015", "PREFERRED"))).toBe(true);
    expect(settled(claim("date", "2015", "DEPRECATED"))).toBe(true);
    expect(settled(claim("date", "2015", "DEPRECATED"), claim("date", "2016"))).toBe(false);
  });

  it("is none where all agree, even by way of a value that lies within no other", () => {
    expect(
      claimDisputes(vote({ date: "2014" }, claim("date", "2014-02"), claim("date", "2014-02-17")), ontology),
    ).toEqual([]);
    expect(
      claimDisputes(vote({ date: "2014" }, claim("date", "2014-02"), claim("date", "2014-03")), ontology),
    ).toHaveLength(1);
  });
});

describe("a property whose value changes in the course of time", () => {
  const disputes = (property: string, ...claims: readonly Claim[]) =>
    claimDisputes({ ...vote({}, ...claims), type: "Resolution" }, ontology).map(({ settled }) => ({
      property,
      settled,
    }));

  it("is not in dispute between what it was and what it has become", () => {
    expect(disputes("status", claim("status", "PENDING"), claim("status", "ADOPTED", "PREFERRED"))).toEqual([]);
    expect(
      disputes(
        "status",
        claim("status", "PROPOSED"),
        claim("status", "PENDING"),
        claim("status", "VETOED", "PREFERRED"),
      ),
    ).toEqual([]);
  });

  it("is in dispute where nobody has said which value is the latest, and where one was never so", () => {
    expect(disputes("status", claim("status", "PENDING"), claim("status", "ADOPTED"))).toEqual([
      { property: "status", settled: false },
    ]);
    expect(
      disputes("status", claim("status", "FAILED", "DEPRECATED"), claim("status", "ADOPTED", "PREFERRED")),
    ).toEqual([{ property: "status", settled: true }]);
  });

  it("is told from one whose value does not change", () => {
    expect(disputes("symbol", claim("symbol", "A/1"), claim("symbol", "A/2", "PREFERRED"))).toEqual([
      { property: "symbol", settled: true },
    ]);
  });
});

it("is found exactly where a naive look at every pair of values finds a difference", () => {
  const tally = fc.record(
    { yes: fc.integer({ min: 0, max: 2 }), no: fc.integer({ min: 0, max: 2 }) },
    { requiredKeys: [] },
  );
  const rank = fc.constantFrom<Rank>("PREFERRED", "NORMAL", "DEPRECATED");
  const claims = fc.array(fc.record({ value: tally, rank }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.option(tally), claims, (value, given) => {
      const node = vote(
        value === null ? {} : { tally: value },
        ...given.map((one) => claim("tally", one.value, one.rank)),
      );
      const values =
        given.length === 0 || value === null
          ? given.map((one) => one.value)
          : [value, ...given.map((one) => one.value)];
      const clash = (key: "yes" | "no"): boolean =>
        new Set(values.map((one) => one[key]).filter((count) => count !== undefined)).size > 1;
      expect(claimDisputes(node, ontology).map(({ property }) => property)).toEqual(
        clash("yes") || clash("no") ? ["tally"] : [],
      );
    }),
  );
});
