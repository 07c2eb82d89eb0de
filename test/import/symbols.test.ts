import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readDay } from "../../src/import/dates.js";
import { agendaItemId, draftId, meetingId, resolutionId, topicId, voteId } from "../../src/import/ids.js";
import { adopterOf, draftSymbol, normaliseSymbol } from "../../src/import/symbols.js";

describe("a symbol", () => {
  test.each([
    ["S/RES/1285 (2000)", "S/RES/1285(2000)"],
    ["S/RES/1522(2004)", "S/RES/1522(2004)"],
    ["R/69/188", "A/RES/69/188"],
    ["R/31/6A", "A/RES/31/6 A"],
    ["A/RES/75/254 A-C", "A/RES/75/254 A-C"],
    ["ESS/10/2", "A/RES/ES-10/2"],
    ["SS/9/1", "A/RES/S-9/1"],
    ["A/75/PV.48  (Resumption 1)", "A/75/PV.48 (Resumption 1)"],
    ["S/PV.4129(Resumption1)", "S/PV.4129 (Resumption 1)"],
    ["S/PV9024", "S/PV.9024"],
    ["A/ES-10/L.31 /Rev.1\u00a0", "A/ES-10/L.31/Rev.1"],
    ["A/75/L101", "A/75/L.101"],
  ])("has one spelling: %s", (written, symbol) => {
    expect(normaliseSymbol(written)).toBe(symbol);
    expect(normaliseSymbol(symbol)).toBe(symbol);
  });

  test.each([
    ["A/RES/69/188", "GENERAL_ASSEMBLY"],
    ["A/RES/75/254 A-C", "GENERAL_ASSEMBLY"],
    ["A/RES/ES-11/1", "GENERAL_ASSEMBLY"],
    ["A/RES/2758(XXVI)", "GENERAL_ASSEMBLY"],
    ["S/RES/1718(2006)", "SECURITY_COUNCIL"],
    ["A/HRC/RES/55/21", "HUMAN_RIGHTS_COUNCIL"],
    ["A/69/188", null],
    ["S/2014/348", null],
    ["E/RES/2020/1", null],
    ["", null],
  ])("says who adopted the resolution: %s", (symbol, organ) => {
    expect(adopterOf(symbol)).toBe(organ);
  });

  test.each([
    ["A/74/L.5", "A/74/L.5"],
    ["A/74/L.5 and A/74/L.5/Add.1", "A/74/L.5"],
    ["A/76/L.1 (and as amended in A/76/L.2)", "A/76/L.1"],
    ["A/76/L.1/Rev.1 and A/76/L.1/Rev.1/Add.1 (as amended in A/76/L.2, A/76/L.3 and A/76/L.4)", "A/76/L.1/Rev.1"],
    ["A/C.3/75/L.30", "A/C.3/75/L.30"],
    ["S/2014/348", "S/2014/348"],
    ["A/74/399/Add.3, para. 39", null],
    ["A/74/L.5 and A/74/L.6", null],
    ["", null],
  ])("is a draft's where it names just one: %s", (text, draft) => {
    expect(draftSymbol(text)).toBe(draft);
  });

  test("gives ids in the manner of dossiers", () => {
    expect([
      resolutionId("A/RES/69/188"),
      resolutionId("S/RES/1718(2006)"),
      resolutionId("A/HRC/RES/55/21"),
      draftId("S/2024/255"),
      meetingId("S/PV.9591"),
      meetingId("A/75/PV.48 (Resumption 1)"),
      voteId("A/RES/74/166"),
      voteId("A/RES/74/166", "rcid 77"),
      topicId("HUMAN RIGHTS"),
      agendaItemId("SECURITY_COUNCIL", "The situation in Côte d’Ivoire"),
    ]).toEqual([
      "ga-resolution-69-188",
      "sc-resolution-1718-2006",
      "hrc-resolution-55-21",
      "sc-draft-2024-255",
      "sc-meeting-9591",
      "ga-meeting-75-48-resumption-1",
      "ga-vote-74-166",
      "ga-vote-74-166-rcid-77",
      "topic-human-rights",
      "sc-agenda-item-the-situation-in-cote-divoire",
    ]);
  });

  test("of its own has an id of its own", () => {
    const number = fc.integer({ min: 1, max: 9999 });
    const symbol = fc.oneof(
      fc.tuple(number, number).map(([session, n]) => `A/RES/${session}/${n}`),
      fc.tuple(number, number).map(([session, n]) => `A/HRC/RES/${session}/${n}`),
      fc.tuple(number, number).map(([n, year]) => `S/RES/${n}(${year + 1000})`),
    );
    fc.assert(
      fc.property(symbol, symbol, (a, b) => {
        expect(resolutionId(a) === resolutionId(b)).toBe(a === b);
        expect(resolutionId(a)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});

describe("a day", () => {
  test.each([
    ["18 December 2019", "2019-12-18"],
    ["3\u00a0April\u00a02023", "2023-04-03"],
    [" 2019-12-18 00:00:00", "2019-12-18"],
    ["2019-12-18", "2019-12-18"],
    ["19 November 2004 in Nairobi", "2004-11-19"],
    ["31 April 2019", null],
    ["December 2019", null],
    ["0001-01-01 12:30:00", null],
    ["", null],
  ])("is read however files write it: %s", (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});
