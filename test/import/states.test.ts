import { iso31661, iso31663 } from "iso-3166";
import { describe, expect, test } from "vitest";

import type { EdgeDraft, Identities, NodeDraft } from "../../src/import/importer.js";
import { repairEncoding } from "../../src/import/repair.js";
import { resolveStates } from "../../src/import/states/states.js";
import { FORMER_STATES, NO_STATES, OLD_CODES, OTHER_NAMES, SHORT_NAMES } from "../../src/import/states/table.js";

const fresh: Identities = {
  identify: (_type, _property, _value, otherwise) => otherwise,
  identifyNamed: (_type, _name, otherwise) => otherwise,
  identifyVote: (_proposal, _date, otherwise) => otherwise,
};

function resolver(identities = fresh) {
  const nodes: NodeDraft[] = [];
  const edges: EdgeDraft[] = [];
  const states = resolveStates(identities, { node: (draft) => nodes.push(draft), edge: (draft) => edges.push(draft) });
  return { ...states, nodes };
}

describe("a state", () => {
  test.each([
    ["FRANCE", "2020", "france"],
    ["BOLIVIA (PLURINATIONAL STATE OF)", "2020", "bolivia"],
    ["Iran", "2020", "iran"],
    ["UNITED KINGDOM", "2020", "united-kingdom"],
    ["United Kingdom of Great Britain and Northern Ireland", "2020", "united-kingdom"],
    ["DEMOCRATIC PEOPLE’S REPUBLIC OF KOREA", "2020", "north-korea"],
    ["The Philippines", "2020", "philippines"],
    ["GAMBIA (THE)", "2020", "gambia"],
    ["St. Kitts & Nevis", "2020", "saint-kitts-and-nevis"],
    ["CÔTE D’IVOIRE", "2020", "cote-divoire"],
    ["COTE D'IVOIRE", "2020", "cote-divoire"],
    ["CÃ”TE D'IVOIRE", "2020", "cote-divoire"],
    ["TÜRKÝYE", "2023", "turkiye"],
    ["TURKIYE", "2023", "turkiye"],
    ["Türkiye", "2023", "turkiye"],
  ])("called %s is known", (name, date, id) => {
    expect(resolver().byName(name, date)).toBe(id);
  });

  test.each([
    ["Burma", "1960", "myanmar"],
    ["Dahomey", "1965", "benin"],
    ["UPPER VOLTA", "1970", "burkina-faso"],
    ["Zaire", "1980", "democratic-republic-of-the-congo"],
    ["Swaziland", "2017", "eswatini"],
    ["The former Yugoslav Republic of Macedonia", "2010", "north-macedonia"],
    ["Democratic Kampuchea", "1980", "cambodia"],
    ["Byelorussian SSR", "1970", "belarus"],
    ["Ukrainian SSR", "1970", "ukraine"],
    ["USSR", "1970", "russia"],
    ["Federal Republic of Germany", "1980", "germany"],
    ["Yemen Arab Republic", "1980", "yemen"],
    ["United Arab Republic", "1965", "egypt"],
    ["Libyan Arab Jamahiriya", "2009", "libya"],
  ])("is one with what it was called before: %s in %s", (name, date, id) => {
    expect(resolver().byName(name, date)).toBe(id);
  });

  test.each([
    ["Yugoslavia", "1980", "yugoslavia"],
    ["Yugoslavia", "1995", null],
    ["Yugoslavia", "2001", "serbia"],
    ["Serbia and Montenegro", "2004", "serbia"],
    ["China", "1955", "republic-of-china"],
    ["China", "1971-10-25", "republic-of-china"],
    ["China", "1971-10-26", "china"],
    ["China", "1971", null],
    ["Czechoslovakia", "1968", "czechoslovakia"],
    ["Czechoslovakia", "1999", null],
    ["German Democratic Republic", "1990", "german-democratic-republic"],
    ["Zanzibar", "1963-12", "zanzibar"],
  ])("with a name that meant several, or that is no more, goes by the date: %s in %s", (name, date, id) => {
    expect(resolver().byName(name, date)).toBe(id);
  });

  test.each([["Ruritania"], ["Puerto Rico"], ["Korea"], [""], ["CHILEs"]])("is never guessed: %s", (name) => {
    expect(resolver().byName(name, "2000")).toBeNull();
  });

  test.each([
    ["NA", "1999", "namibia"],
    ["CS", "1980", "czechoslovakia"],
    ["CS", "2004", "serbia"],
    ["YU", "1980", "yugoslavia"],
    ["YU", "2014", null],
    ["SU", "1980", "russia"],
    ["DD", "1980", "german-democratic-republic"],
    ["YD", "1980", "democratic-yemen"],
    ["YE", "1992", "yemen"],
    ["TW", "1960", "republic-of-china"],
    ["TW", "1980", null],
    ["ZR", "1980", "democratic-republic-of-the-congo"],
    ["FRA", "2000", "france"],
    ["408", "2000", "north-korea"],
    ["PR", "2000", null],
    ["", "2000", null],
  ])("has codes: %s in %s", (code, date, id) => {
    expect(resolver().byCode(code, date)).toBe(id);
  });

  test("comes into the graph once, with codes, former names and what proves them", () => {
    const { byName, byCode, nodes } = resolver();
    byName("Burma", "1960");
    byCode("MM", "2000");
    expect(nodes.map(({ id }) => id)).toEqual([
      "iso-3166",
      "un-membership",
      "un-treaty-collection",
      "plenary-states",
      "myanmar",
    ]);
    expect(nodes.at(-1)).toMatchObject({
      type: "State",
      name: "Myanmar",
      properties: { iso2: "MM", iso3: "MMR", m49: "104" },
      aliases: [{ text: "Burma", kind: "FORMER", until: "1989-06-18" }, { text: "Myanmar (Burma)" }],
      evidence: [{ source: "iso-3166", section: "ISO 3166-1 MMR" }],
    });
  });

  test("of the dossiers is said more about, under its own id", () => {
    const known = {
      ...fresh,
      identify: (_t: string, _p: string, value: string, id: string) => (value === "FRA" ? "la-france" : id),
    };
    expect(resolver(known).byName("FRANCE", "2020")).toBe("la-france");
  });
});

test("the tables name what there is: 193 members, two observers, and nothing twice", () => {
  expect(iso31661.filter(({ alpha2 }) => !NO_STATES.has(alpha2))).toHaveLength(195);
  const keys = new Set([...iso31661.map(({ alpha3 }) => alpha3), ...FORMER_STATES.map(({ id }) => id)]);
  for (const { state } of [...OTHER_NAMES, ...OLD_CODES]) expect(keys, state).toContain(state);
  for (const iso3 of Object.keys(SHORT_NAMES)) expect(keys).toContain(iso3);
  const { byName } = resolver();
  for (const { name, until } of FORMER_STATES) expect(byName(name, until), name).not.toBeNull();
});

test("the codes of states and names that are no more are those of ISO 3166-3", () => {
  const withdrawn = iso31663.map(({ from }) => from);
  for (const { code } of OLD_CODES.filter(({ state }) => state !== "republic-of-china")) {
    expect(
      withdrawn.some(({ alpha2, alpha3 }) => alpha2 === code || alpha3 === code),
      code,
    ).toBe(true);
  }
  for (const { iso2, iso3, m49 } of FORMER_STATES.filter(({ iso3: code }) => code !== undefined)) {
    const found = withdrawn.find(({ alpha3 }) => alpha3 === iso3);
    expect(found).toMatchObject({ alpha2: iso2, ...(m49 === undefined ? {} : { numeric: m49 }) });
  }
});

test("every former name says what it rests on, and what nobody has checked says so", () => {
  const { byName, nodes } = resolver();
  for (const name of ["USSR", "Dahomey", "Ivory Coast", "Serbia and Montenegro", "Serbia"]) byName(name, "2005");
  const proofs = nodes.flatMap(({ aliases = [] }) =>
    aliases
      .filter(({ kind }) => kind === "FORMER")
      .map(({ text, evidence: [proof] }) => [text, proof?.source, proof?.symbol]),
  );
  expect(proofs).toEqual(
    expect.arrayContaining([
      ["USSR", "un-membership", undefined],
      ["Dahomey", "un-treaty-collection", undefined],
      ["Ivory Coast", "plenary-states", undefined],
      ["Yugoslavia", "un-membership", "A/RES/55/12"],
    ]),
  );
  const sources = new Set(nodes.filter(({ type }) => type === "Source").map(({ id }) => id));
  for (const [, source] of proofs) expect(sources).toContain(source);
});

describe("wrong encodings", () => {
  test.each([
    ["CÃ”TE D'IVOIRE", "CÔTE D'IVOIRE"],
    ["PeopleÃ¢Â€Â™s", "People’s"],
    ["CÔTE D'IVOIRE", "CÔTE D'IVOIRE"],
    ["naïve — “text”", "naïve — “text”"],
    ["plain", "plain"],
  ])("of %s are undone", (text, repaired) => {
    expect(repairEncoding(text)).toBe(repaired);
  });
});
