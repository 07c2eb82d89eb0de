import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";

import { readXml, XML_LIMITS } from "../../../src/import/xml/read.js";
import type { XmlHandler } from "../../../src/import/xml/read.js";
import { buildGraph } from "../../../src/graph/graph.js";
import { edgesOf, importFiles, nodeOf, ontology } from "../support/read.js";
import { assembly, count, draft, importOf } from "./samples.js";

describe("a draft that the Security Council did not adopt", () => {
  test("becomes a text with its sponsors, its vote and the members that vetoed it", async () => {
    const { records, remarks } = await importOf("unxml", draft());
    expect(nodeOf(records, "sc-draft-2036-71")).toMatchObject({
      properties: {
        name: "Draft resolution [on rivers & seas]",
        draftSymbol: "S/2036/71",
        status: "VETOED",
        date: "2036-03-06",
      },
      evidence: [{ source: "register", symbol: "S/2036/71", section: "outcome" }],
    });
    expect(records.edges.map(({ id }) => id)).toEqual([
      "bosnia-and-herzegovina/SPONSORED/sc-draft-2036-71",
      "china/CAST/sc-vote-2036-71",
      "china/VETOED/sc-draft-2036-71",
      "france/CAST/sc-vote-2036-71",
      "france/SPONSORED/sc-draft-2036-71",
      "japan/CAST/sc-vote-2036-71",
      "japan/SPONSORED/sc-draft-2036-71",
      "norway/SPONSORED/sc-draft-2036-71",
      "russia/CAST/sc-vote-2036-71",
      "russia/VETOED/sc-draft-2036-71",
      "sc-agenda-item-rivers/ON_AGENDA_OF/un-security-council",
      "sc-draft-2036-71/ABOUT/sc-agenda-item-rivers",
      "sc-draft-2036-71/ABOUT/topic-rivers",
      "sc-draft-2036-71/FOR_DECISION_BY/un-security-council",
      "sc-vote-2036-71/ON/sc-draft-2036-71",
      "sc-vote-2036-71/TAKEN_AT/sc-meeting-9901",
      "sc-vote-2036-71/TAKEN_BY/un-security-council",
      "un-security-council/PARTICIPATED_IN/sc-meeting-9901",
    ]);
    expect(edgesOf(records, "VETOED").map(({ date, properties }) => [date, properties])).toEqual([
      ["2036-03-06", { form: "VETO" }],
      ["2036-03-06", { form: "VETO" }],
    ]);
    expect(nodeOf(records, "sc-vote-2036-71").claims.map(({ value }) => value)).toEqual([
      { yes: 9, no: 2, abstain: 0 },
      { yes: 2, no: 2, abstain: 0 },
    ]);
    expect(remarks).toEqual(["note 1: its results of the vote differ (S/2036/71)"]);
    expect(() => buildGraph(records, ontology)).not.toThrow();
  });

  test.each([
    [
      "veto",
      "the negative vote of a permanent member of the Security Council (United States).",
      "VETOED",
      ["united-states"],
    ],
    ["notAdopted", "having failed to obtain the required number of votes", "FAILED", []],
    ["notAdopted", "", "NOT_ADOPTED", []],
  ])("is what its outcome says: %s, %s", async (outcome, by, status, members) => {
    const { records } = await importOf("unxml", draft({ outcome, by }));
    expect(nodeOf(records, "sc-draft-2036-71").properties["status"]).toBe(status);
    expect(edgesOf(records, "VETOED").map(({ subject }) => subject)).toEqual(members);
  });

  test("may have no votes in its markup", async () => {
    const result = await importOf("unxml", draft({ voting: "<voting/>" }));
    expect(result.records.nodes.filter(({ type }) => type === "Vote")).toEqual([]);
    expect(edgesOf(result.records, "VETOED")).toHaveLength(2);
    expect(result.remarks).toEqual(["note 1: it does not say who voted how (S/2036/71)"]);
  });

  test("may list a member twice: the position that its counts bear out is the member's", async () => {
    const voting = `<voting>${count("inFavour", ["FRANCE", "JAPAN", "CHINA"], "02")}${count("against", ["RUSSIAN FEDERATION"])}${count("abstaining", ["CHINA"])}</voting>`;
    const { records } = await importOf("unxml", draft({ voting, by: "" }));
    expect(
      edgesOf(records, "CAST")
        .filter(({ subject }) => subject === "china")
        .map(({ properties, rank }) => [properties["position"], rank]),
    ).toEqual([
      ["ABSTAIN", "NORMAL"],
      ["YES", "DEPRECATED"],
    ]);
  });

  test.each([
    ["its symbol is neither that of a resolution nor of a draft (S/PV.9901)", { symbol: "S/PV.9901" }],
    ["it does not say what became of it (S/2036/71)", { outcome: "postponed" }],
    ["its symbol and its outcome do not fit (S/2036/71: adopted)", { outcome: "adopted" }],
  ])("is left out where its head is not one: %s", async (reason, changes) => {
    const { records, remarks } = await importOf("unxml", draft(changes));
    expect(remarks).toEqual([`skipped 1: ${reason}`]);
    expect(records.nodes.filter(({ type }) => type === "Resolution")).toEqual([]);
  });
});

describe("a resolution as a text", () => {
  const text = `<akomaNtoso><statement name="resolution"><meta><identification><FRBRWork>
    <FRBRdate date="2036-03-03" name="adoption"/></FRBRWork></identification>
    <workflow><step date="2036-02-01" outcome="draftResolution" as="A/C.3/90/L.4" by="France and Egypt"/>
    <step date="0001-01-01" outcome="recommendedForAdoption" as="A/90/55" refersTo="7" by=""/>
    <step date="2036-03-09" outcome="adopted" as="A/90/PV.12" by=""/></workflow>
    <analysis><parliamentary><voting outcome="adoptedWithoutVote"><quorum value=""/></voting></parliamentary></analysis></meta>
    <coverPage><docNumber refersTo="#symbol">A/RES/90/1</docNumber></coverPage>
    <preface><docTitle>Resolution adopted by the General Assembly on 3 March 2036</docTitle>
    <docTitle refersTo="#resolutionTitle">Rights
      of <i>rivers</i></docTitle></preface></statement></akomaNtoso>`;

  test("is read with its draft, its committee and its meeting", async () => {
    const { records } = await importOf("unxml", text);
    expect(nodeOf(records, "ga-resolution-90-1").properties).toMatchObject({
      name: "Rights of rivers",
      draftSymbol: "A/C.3/90/L.4",
      adoptionType: "WITHOUT_VOTE",
      date: "2036-03-03",
    });
    expect(edgesOf(records, "ADOPTED").map(({ subject, evidence: [proof] }) => [subject, proof?.wording])).toEqual([
      ["third-committee", "It comes before the Assembly in the committee's report, A/90/55, para. 7."],
      ["un-general-assembly", undefined],
    ]);
  });

  test("prefers the date that two places of its head give", async () => {
    const { records } = await importOf("unxml", text);
    expect(nodeOf(records, "ga-resolution-90-1").claims.map(({ value, rank }) => [value, rank])).toEqual([
      ["2036-03-03", "PREFERRED"],
      ["2036-03-09", "DEPRECATED"],
    ]);
  });

  test("is one text with the register's record of it", async () => {
    const without = assembly({
      adoption_type: "Without a vote",
      MS_in_favour: [],
      MS_against: [],
      MS_abstaining: [],
      MS_in_favour_count: "",
      MS_against_count: "",
      MS_abstaining_count: "",
    });
    const manifest = `- importer: unxml-json
  files: { records: records.json }
  source: { id: register, name: Register }
- importer: unxml
  files: { texts: text.xml }
  source: { id: register, name: Register }`;
    const { records } = await importFiles({ "records.json": without, "text.xml": text, "manifest.yaml": manifest });
    expect(records.nodes.filter(({ type }) => type === "Resolution").map(({ id }) => id)).toEqual([
      "ga-resolution-90-1",
    ]);
    expect(nodeOf(records, "ga-resolution-90-1").evidence).toHaveLength(2);
  });
});

describe("XML that is bad, or means harm,", () => {
  const bomb = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
  test.each([
    ["entities that grow", draft({ head: bomb, symbol: "&b;" }), "it has a DOCTYPE"],
    [
      "an external entity",
      draft({ head: `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>\n`, symbol: "&f;" }),
      "it has a DOCTYPE",
    ],
    [
      "an external document type",
      draft({ head: `<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">` }),
      "it has a DOCTYPE",
    ],
    ["an entity of nobody", draft({ symbol: "&b;" }), "not well-formed XML"],
    ["an end that is missing", draft().slice(0, 1500), "is the file cut short?"],
    ["ends that cross", "<a><b></a></b>", "not well-formed XML"],
    ["two roots", "<a/><b/>", "not well-formed XML"],
    ["text alone", "S/2036/71", "not well-formed XML"],
    ["nothing", "", "it holds no XML element"],
    ["elements nested without end", "<a>".repeat(100_000), "more nested elements than the 64"],
    [
      "attributes without end",
      `<a ${Array.from({ length: 100_000 }, (_, i) => `b${i}=""`).join(" ")}/>`,
      "more attributes",
    ],
    ["elements without end", `<a>${"<b/>".repeat(300_000)}</a>`, "more elements than the 200000"],
    ["an attribute without end", `<a b="${"c".repeat(5_000_000)}"/>`, "not well-formed XML"],
  ])("is refused by file and line: %s", async (_, text, message) => {
    const { errors, records } = await importOf("unxml", text);
    expect(errors.map(({ file }) => file)).toEqual(["text.xml"]);
    expect(errors[0]?.message).toContain(message);
    expect(errors[0]?.line).toBeGreaterThan(0);
    expect(records).toEqual({ nodes: [], edges: [] });
  });

  test("names the line on which it breaks", async () => {
    const { errors } = await importOf("unxml", "<a>\n<b>\n</c>\n</a>");
    expect(errors[0]?.line).toBe(3);
  });

  test("is read no further than its limit of characters", async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<string> {
      yield "<a>";
      for (;;) {
        given += 100_000;
        yield await Promise.resolve("b".repeat(100_000));
      }
    }
    const nobody: XmlHandler = { open: () => undefined, text: () => undefined, close: () => undefined };
    await expect(readXml(endless(), "endless.xml", nobody)).rejects.toThrow("more characters than the 32000000");
    expect(given).toBeLessThanOrEqual(XML_LIMITS.characters + 100_000);
  });

  test("is none with a byte order mark, Windows line ends, a declaration, or in a gzip", async () => {
    const plain = await importOf("unxml", draft());
    const declared = `\ufeff<?xml version="1.0" encoding="UTF-8"?>\r\n${draft().replaceAll("\n", "\r\n")}`;
    for (const file of [declared, gzipSync(declared)]) {
      const result = await importOf("unxml", file);
      expect(result.errors).toEqual([]);
      expect(result.records).toEqual(plain.records);
    }
  });

  test("is refused whole: what other files say is not imported either", async () => {
    const { records, errors } = await importOf("unxml", draft(), { "z.xml": "<a>" });
    expect(errors.map(({ file }) => file)).toEqual(["z.xml"]);
    expect(records).toEqual({ nodes: [], edges: [] });
  });
});
