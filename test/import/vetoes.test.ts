import { expect, test } from "vitest";

import type { EdgeRecord, NodeRecord } from "../../src/graph/record.js";
import { edgesOf, importFiles, nodeOf } from "./support/read.js";

const HEADER =
  "year,date,month,draft,meeting_record,agenda_item,crisis_topic,region,member_veto1,member_veto2,member_veto3,single_veto,China,France,Russia,USSR,USA,UK";
const ROWS = [
  "1946,8/29/1946,8,S/PV.57,S/PV.57,Application for Membership Narnia,Admission,Europe,USSR,,,1,0,0,0,1,0,0",
  "1946,8/29/1946,8,S/PV.57,S/PV.57,Application for Membership Narnia,Admission,Europe,USSR,,,1,0,0,0,1,0,0",
  "1947,9/15/1947,9,S/552,S/PV.202,The Greek question preliminary,Greek Civil War,Europe,USSR,,,1,0,0,0,1,0,0",
  '1947,9/15/1947,9,"S/552, S/PV.202",S/PV.202,The Greek question,Greek Civil War,Europe,USSR,,,1,0,0,0,1,0,0',
  '1956,10/30/1956,10,S/3710 (as amended),S/PV.749,"A letter, dated",Canal,Middle East,France,UK,,0,0,1,0,0,0,1',
  '2011,10/4/2011,10,S/2011/612,"S/2011/660\nS/2011/661",Middle East,Syria,Middle East,China,Russia,,0,0,0,0,0,0,0',
  "2012,13/45/2012,1,S/2012/1,S/PV.1,Nowhere,Nowhere,General,USA,,,1,0,0,0,0,1,0",
  "2012,1/1/2012,1,S/2012/2,S/PV.1,Nowhere,Nowhere,General,Narnia,,,1,0,0,0,0,1,0",
];
const FILES = {
  "manifest.yaml":
    "- importer: vetoes\n  files: { vetoes: vetoes.csv }\n  source: { id: list, name: List of vetoes, covers: [] }\n",
  "vetoes.csv": `${[HEADER, ...ROWS].join("\n")}\n`,
};

test("every vote is one of the Security Council, as each row of its list proves", async () => {
  const { records } = await importFiles(FILES);
  const votes = records.nodes.filter(({ type }) => type === "Vote");
  const bodies = edgesOf(records, "TAKEN_BY").map(({ subject, ...edge }) => [subject, edge] as const);
  expect(bodies).toHaveLength(6);
  expect(Object.fromEntries(bodies)).toMatchObject(
    Object.fromEntries(
      votes.map(({ id, properties: { date }, evidence }) => [id, { object: "un-security-council", date, evidence }]),
    ),
  );
});

test("vetoes stand against the draft, at the meeting, under the item, each with the row that tells of it", async () => {
  const { records } = await importFiles(FILES);
  expect(edgesOf(records, "VETOED").map(({ id, date, evidence }) => [id, date, evidence[0]?.row])).toEqual([
    ["china/VETOED/sc-draft-2011-612", "2011-10-04", 6],
    ["france/VETOED/sc-draft-3710", "1956-10-30", 5],
    ["russia/VETOED/sc-draft-1946-08-29-application-for-membership-narnia", "1946-08-29", 1],
    ["russia/VETOED/sc-draft-1946-08-29-application-for-membership-narnia-2", "1946-08-29", 2],
    ["russia/VETOED/sc-draft-2011-612", "2011-10-04", 6],
    ["russia/VETOED/sc-draft-552", "1947-09-15", 4],
    ["russia/VETOED/sc-draft-552/preliminary-question", "1947-09-15", 3],
    ["united-kingdom/VETOED/sc-draft-3710", "1956-10-30", 5],
  ]);
  expect(nodeOf(records, "sc-draft-3710").properties).toMatchObject({ draftSymbol: "S/3710", status: "VETOED" });
  expect(
    nodeOf(records, "sc-draft-1946-08-29-application-for-membership-narnia").properties["draftSymbol"],
  ).toBeUndefined();
  expect(edgesOf(records, "CAST").every(({ properties }) => properties["position"] === "NO")).toBe(true);
  expect(edgesOf(records, "TAKEN_AT").map(({ object }) => object)).not.toContain("sc-meeting-2011-660");
  const about = edgesOf(records, "ABOUT").filter(({ subject }) => subject === "sc-draft-2011-612");
  expect(about.map(({ object }) => object)).toEqual(["sc-agenda-item-middle-east", "syria"]);
});

test("a vote on what sort of question it is decides no text, and has no kind", async () => {
  const { records } = await importFiles(FILES);
  expect(nodeOf(records, "sc-vote-552-preliminary-question").properties["kind"]).toBeUndefined();
  expect(nodeOf(records, "sc-vote-552").properties["kind"]).toBe("SUBSTANTIVE");
});

test("rows that cannot be used are reported, and what contradicts itself is noted", async () => {
  const { files } = await importFiles(FILES);
  const [file] = files;
  expect(file).toMatchObject({ read: 8, kept: 6 });
  expect(file?.skipped.map(({ reason, first }) => [reason, first[0]?.line, first[0]?.detail])).toEqual([
    ["the date is none", 9, "13/45/2012"],
    ["who is named is no permanent member", 10, "Narnia"],
  ]);
  expect(file?.notes.map(({ reason, count }) => [reason, count])).toEqual([
    ["the draft has no symbol here: the text stands by its day and item", 2],
    ["there is no meeting here: none is said to have taken the vote", 1],
    ["the members named are not those marked: the names are taken", 1],
  ]);
  expect(file?.notes.at(-1)?.first[0]?.detail).toBe("row 6: China, Russia by name, none by mark");
});

test("a draft, a meeting and a vote that the dossiers have keep their ids, and gain what the list proves", async () => {
  const proof = [{ source: "article", paragraph: 1 }];
  const node = (id: string, type: string, properties: NodeRecord["properties"]): NodeRecord => ({
    id,
    type,
    properties: { name: id, identified: true, sameAs: [], ...properties },
    aliases: [],
    basis: [],
    evidence: type === "Source" ? [] : proof,
    claims: [],
  });
  const on: EdgeRecord = {
    id: "my-vote/ON/my-draft",
    type: "ON",
    subject: "my-vote",
    object: "my-draft",
    modality: "ACTUAL",
    rank: "NORMAL",
    properties: {},
    basis: [],
    evidence: proof,
  };
  const dossiers = {
    nodes: [
      node("article", "Source", { covers: [] }),
      node("my-draft", "Resolution", { draftSymbol: "S/2011/612", date: "2011-10-05" }),
      node("my-meeting", "Meeting", { symbol: "S/PV.749" }),
      node("my-vote", "Vote", { kind: "SUBSTANTIVE", date: "2011-10" }),
    ],
    edges: [on],
  };
  const { records } = await importFiles(FILES, dossiers);
  expect(edgesOf(records, "VETOED").map(({ object }) => object)).toContain("my-draft");
  expect(edgesOf(records, "TAKEN_AT").map(({ object }) => object)).toContain("my-meeting");
  expect(edgesOf(records, "ON").find(({ id }) => id === on.id)?.evidence).toEqual([
    ...proof,
    { source: "list", symbol: "S/2011/612", row: 6 },
  ]);
  const draft = nodeOf(records, "my-draft");
  expect(draft.properties).toMatchObject({ name: "my-draft", status: "VETOED", date: "2011-10-05" });
  expect(draft.claims.map(({ property, value, evidence }) => [property, value, evidence[0]?.source])).toEqual([
    ["date", "2011-10-05", "article"],
    ["date", "2011-10-04", "list"],
  ]);
  expect(nodeOf(records, "my-vote").properties["date"]).toBe("2011-10-04");
});
