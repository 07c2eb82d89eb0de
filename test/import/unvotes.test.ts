import { describe, expect, test } from "vitest";

import type { Remark } from "../../src/import/input/ledger.js";
import { readReference } from "../../src/import/unvotes/reference.js";
import { isTranscript, repairText, titleOf } from "../../src/import/unvotes/text.js";
import { edgesOf, importFiles, nodeOf } from "./support/read.js";
import type { Files } from "./support/read.js";

/** Roll calls that are invented, in the form of the register. */
const ROLL_CALLS = `rcid,session,importantvote,date,unres,amend,para,short,descr
11,26,0,1971-10-07,R/26/2758A,1,0,CHINA SEAT,"TO ADOPT \\AN AMENDMENT\\\\"
12,39,0,1984-12-05,R/39/6J,0,0,APARTHEID,Sporting events
13,39,0,1984-12-05,R/39/6J,0,1,APARTHEID,A paragraph
14,69,1,2014-12-18,R/69/900,,,,Situation of the rivers : resolution / adopted by the General Assembly
15,72,0,2017-12-11,R/72/901,,,,The President: We have heard the last speaker.
16,74,0,2019-12-18,A/RES/74/902,,,RIVERS,Rivers
`;
const VOTES = `rcid,country,country_code,vote
11,Taiwan,TW,no
11,Yugoslavia,YU,yes
12,Yemen Arab Republic,,abstain
12,Czechoslovakia,CS,yes
14,Yugoslavia,YU,yes
14,Namibia,NA,no
14,Ruritania,RT,yes
14,Namibia,NA,yes
14,France,DE,yes
14,France,FR,absent
99,France,FR,yes
14,France,FR,yes
16,Russia,RU,abstain
`;
const MANIFEST = `- importer: unvotes
  files: { rollCalls: calls.csv, votes: votes.csv, issues: issues.csv }
  source: { id: unvotes, name: Roll calls, covers: [{ relationships: [CAST], complete: false }] }
`;
const FILES: Files = {
  "manifest.yaml": MANIFEST,
  "calls.csv": ROLL_CALLS,
  "votes.csv": VOTES,
  "issues.csv": "rcid,short_name,issue\n14,ri,Rivers and lakes\n98,ri,Rivers and lakes\n",
};

describe("roll calls of the General Assembly", () => {
  test("are the General Assembly's, whether they name a resolution or not", async () => {
    const { records } = await importFiles(FILES);
    const bodies = edgesOf(records, "TAKEN_BY");
    expect(bodies.map(({ subject }) => subject)).toEqual(
      records.nodes.filter(({ type }) => type === "Vote").map(({ id }) => id),
    );
    expect(new Set(bodies.map(({ object }) => object))).toEqual(new Set(["un-general-assembly"]));
    expect(bodies.find(({ subject }) => subject === "ga-roll-call-11")).toMatchObject({
      date: "1971-10",
      evidence: [{ source: "unvotes", section: "un_roll_calls.csv rcid 11" }],
    });
  });

  test("of which two name the same text as a whole are two votes, the second told of as such", async () => {
    const remarks: Remark[] = [];
    const files = {
      ...FILES,
      "calls.csv": `${ROLL_CALLS}17,74,0,2019-12-19,A/RES/74/902,,,RIVERS,Rivers\n`,
      "votes.csv": `${VOTES}17,Russia,RU,no\n`,
    };
    const { records } = await importFiles(files, undefined, { onRemark: (_, remark) => remarks.push(remark) });
    expect(edgesOf(records, "CAST").filter(({ subject }) => subject === "russia")).toMatchObject([
      { object: "ga-roll-call-17", date: "2019-12-19", properties: { position: "NO" } },
      { object: "ga-vote-74-902", date: "2019-12-18", properties: { position: "ABSTAIN" } },
    ]);
    expect(nodeOf(records, "ga-roll-call-17").properties).not.toHaveProperty("kind");
    expect(nodeOf(records, "ga-resolution-74-902")).toMatchObject({ properties: { date: "2019-12-18" }, claims: [] });
    expect(remarks.filter(({ detail }) => detail === "rcid 17: A/RES/74/902")).toHaveLength(1);
  });

  test("with marks or sessions that nobody knows are not guessed at", async () => {
    const remarks: Remark[] = [];
    const files = {
      ...FILES,
      "calls.csv": `${ROLL_CALLS}17,74,0,2019-12-19,A/RES/74/903,TRUE,,RIVERS,Rivers\n18,last,0,2019-12-19,A/RES/74/904,,,RIVERS,Rivers\n`,
    };
    const { records } = await importFiles(files, undefined, { onRemark: (_, remark) => remarks.push(remark) });
    expect(nodeOf(records, "ga-roll-call-17").properties).not.toHaveProperty("kind");
    expect(records.nodes.some(({ id }) => id === "ga-vote-74-904")).toBe(false);
    expect(remarks.filter(({ line, file }) => file === "calls.csv" && line > 7).map(({ reason }) => reason)).toEqual([
      "amend or para is neither 0, 1 nor empty: on what it was is not known",
      "the session is no number",
    ]);
  });

  test("become votes with who cast them, counted from the list, nobody said to be absent", async () => {
    const { records } = await importFiles(FILES);
    expect(edgesOf(records, "CAST").map(({ id, date, properties }) => [id, date, properties["position"]])).toEqual([
      ["czechoslovakia/CAST/ga-vote-39-6-j", "1984-12", "YES"],
      ["france/CAST/ga-vote-69-900", "2014-12-18", "YES"],
      ["namibia/CAST/ga-vote-69-900", "2014-12-18", "NO"],
      ["republic-of-china/CAST/ga-roll-call-11", "1971-10", "NO"],
      ["russia/CAST/ga-vote-74-902", "2019-12-18", "ABSTAIN"],
      ["serbia/CAST/ga-vote-69-900", "2014-12-18", "YES"],
      ["yemen/CAST/ga-vote-39-6-j", "1984-12", "ABSTAIN"],
      ["yugoslavia/CAST/ga-roll-call-11", "1971-10", "YES"],
    ]);
    expect(nodeOf(records, "ga-vote-69-900")).toMatchObject({
      properties: { kind: "SUBSTANTIVE", date: "2014-12-18", tally: { yes: 2, no: 1, abstain: 0 } },
      basis: [{ of: "kind" }, { of: "tally", basis: "RESOLVED" }],
    });
  });

  test("prove each vote by the number of the roll call, which a corrected file keeps, and not by its row", async () => {
    const { records } = await importFiles(FILES);
    expect(edgesOf(records, "CAST").find(({ subject }) => subject === "serbia")?.evidence).toEqual([
      { source: "unvotes", symbol: "A/RES/69/900", section: "un_votes.csv rcid 14" },
    ]);
  });

  test("leave out and report what cannot be used, by line and reason", async () => {
    const remarks: Remark[] = [];
    const onRemark = (kind: string, remark: Remark): void => {
      if (kind === "skipped") remarks.push(remark);
    };
    const { files } = await importFiles(FILES, undefined, { onRemark });
    expect(remarks.map(({ file, line, reason, detail }) => `${file}:${line}: ${reason}: ${detail ?? ""}`)).toEqual([
      "issues.csv:3: there is no such roll call: rcid 98",
      "votes.csv:8: the state is not known: Ruritania (RT), 2014-12-18",
      "votes.csv:9: the state has a vote in this roll call already: Namibia, rcid 14",
      "votes.csv:10: the state is not known: France is not DE, 2014-12-18",
      "votes.csv:11: the vote is neither yes, no nor abstain: absent",
      "votes.csv:12: there is no such roll call: rcid 99",
    ]);
    expect(files.map(({ file, read, kept }) => [file, read, kept])).toEqual([
      ["calls.csv", 6, 6],
      ["votes.csv", 13, 8],
      ["issues.csv", 2, 1],
    ]);
  });

  test("stand on the resolution where its symbol is sure; kind, title and day only where the register says", async () => {
    const { records } = await importFiles(FILES);
    expect(edgesOf(records, "ON").map(({ id }) => id)).toEqual([
      "ga-roll-call-13/ON/ga-resolution-39-6-j",
      "ga-roll-call-15/ON/ga-resolution-72-901",
      "ga-vote-39-6-j/ON/ga-resolution-39-6-j",
      "ga-vote-69-900/ON/ga-resolution-69-900",
      "ga-vote-69-900/ON/topic-rivers-and-lakes",
      "ga-vote-74-902/ON/ga-resolution-74-902",
    ]);
    expect(nodeOf(records, "ga-resolution-69-900").properties).toMatchObject({
      name: "Situation of the rivers",
      symbol: "A/RES/69/900",
      status: "ADOPTED",
      date: "2014-12-18",
    });
    expect(nodeOf(records, "ga-resolution-39-6-j").properties).toMatchObject({
      symbol: "A/RES/39/6 J",
      date: "1984-12",
    });
    expect(nodeOf(records, "ga-resolution-72-901").properties["date"]).toBeUndefined();
    const kinds = ["ga-roll-call-11", "ga-roll-call-13", "ga-roll-call-15", "ga-vote-74-902"];
    expect(kinds.map((id) => nodeOf(records, id).properties["kind"])).toEqual([
      "AMENDMENT",
      "PARAGRAPH",
      undefined,
      "SUBSTANTIVE",
    ]);
  });

  test("say the same after a row moved", async () => {
    const [header = "", ...rows] = VOTES.trimEnd().split("\n");
    const moved = `${[header, ...rows.filter((row) => !/Ruritania|Namibia,NA,yes/.test(row)).toReversed()].join("\n")}\n`;
    const [first, second] = await Promise.all([importFiles(FILES), importFiles({ ...FILES, "votes.csv": moved })]);
    expect(second.records).toEqual(first.records);
  });
});

test.each([
  ["A/RES/74/19", "74", "A/RES/74/19", null],
  ["A/RES/ES-10/19", "72", "A/RES/ES-10/19", null],
  ["R/69/188", "69", "A/RES/69/188", null],
  ["R/31/6J", "31", "A/RES/31/6 J", null],
  ["R/42/209/A", "42", "A/RES/42/209 A", null],
  ["R/34/233/XII", "34", "A/RES/34/233", "XII"],
  ["R/34/233/I", "34", "A/RES/34/233", "I"],
  ["R/50/38B/VII", "50", "A/RES/50/38 B", "VII"],
])("%s of session %s is %s", (unres, session, symbol, section) => {
  expect(readReference(unres, session)).toEqual({ symbol, section });
});

test.each([
  ["R/1/66", "1"],
  ["R/30/3379", "30"],
  ["R/26/2758A", "26"],
  ["R/677/46", "67"],
  ["R/61/128AB", "61"],
  ["ESS/5/100", "22"],
  ["SS/5", "23"],
  ["", "20"],
])("%s of session %s is no symbol that is sure", (unres, session) => {
  expect(readReference(unres, session)).toBeNull();
});

describe("the register's texts", () => {
  test.each([
    ["the Assembly<90>s rules, _Rights of the child<d3>", "the Assembly’s rules, “Rights of the child”"],
    ['\\MEMBERS PRESENT AND VOTING\\\\, IN THE VOTE.\\""', '"MEMBERS PRESENT AND VOTING", IN THE VOTE."'],
    ["two  spaces", "two spaces"],
  ])("%s are repaired", (text, repaired) => {
    expect(repairText(text)).toBe(repaired);
  });

  test("tell a resolution's title from what was said in the meeting", () => {
    expect(titleOf("Jerusalem : resolution / adopted by the General Assembly")).toBe("Jerusalem");
    expect(titleOf("Jerusalem")).toBeNull();
    expect(isTranscript("The Acting President: I now put to the vote")).toBe(true);
    expect(isTranscript("The President (spoke in French): We have heard")).toBe(true);
    expect(isTranscript("The President's Trust Fund")).toBe(false);
  });
});
