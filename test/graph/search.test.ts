import { describe, expect, it } from "vitest";

import { rankMatch, searchFields, searchTexts, tokenise } from "../../src/graph/search.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";

const ontology = await loadOntology(ontologyPath);

describe("tokens", () => {
  it.each([
    ["Dag Hammarskjöld", ["dag", "hammarskjold"]],
    ["Côte d’Ivoire", ["cote", "divoire"]],
    ["A/RES/69/188", ["a", "res", "69", "188"]],
    ["Ｋｉｍ Jong-Un", ["kim", "jong", "un"]],
    ["조선민주주의인민공화국", ["조선민주주의인민공화국".normalize("NFKD")]],
    ["— …", []],
  ])("of %s are %j", (text, tokens) => {
    expect(tokenise(text)).toEqual(tokens);
  });
});

describe("ranking", () => {
  const texts = [
    { field: "name", text: "Commission of Inquiry on Human Rights" },
    { field: "aliases", text: "COI" },
    { field: "summary", text: "A commission that the Council set up in 2013" },
  ];

  it("needs every token, the last as a prefix", () => {
    expect(rankMatch(tokenise("commission inq"), texts)?.matched).toEqual(["name", "summary"]);
    expect(rankMatch(tokenise("commission xyz"), texts)).toBeNull();
    expect(rankMatch(tokenise("comm inquiry"), texts)).toBeNull();
    expect(rankMatch([], texts)).toBeNull();
  });

  it("prefers the field that comes first, then the shorter text", () => {
    expect(rankMatch(tokenise("commission"), texts)?.rank).toEqual([0, 6]);
    expect(rankMatch(tokenise("coi"), texts)?.rank).toEqual([1, 1]);
  });

  it("puts tokens scattered over fields last", () => {
    expect(rankMatch(tokenise("coi 2013"), texts)?.rank[0]).toBe(3);
  });
});

it("searches the name, the aliases and every full-text property of a type", () => {
  expect(searchFields(ontology, "State")).toEqual(["name", "aliases", "summary", "iso2", "iso3"]);
  const node = {
    id: "arda",
    type: "State",
    properties: { name: "Arda", identified: true, sameAs: [], iso3: "ARD" },
    aliases: [{ text: "The Realm", kind: "NAME", evidence: [] } as const],
    basis: [],
    evidence: [],
    claims: [],
  };
  expect(searchTexts(node, ontology, ["a word of a source"])).toEqual([
    { field: "name", text: "Arda" },
    { field: "aliases", text: "The Realm" },
    { field: "iso3", text: "ARD" },
    { field: "quotes", text: "a word of a source" },
  ]);
});
