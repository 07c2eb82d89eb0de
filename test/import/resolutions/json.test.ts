import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";

import { buildGraph } from "../../../src/graph/graph.js";
import { edgesOf, nodeOf, ontology } from "../support/read.js";
import { assembly, council, importOf, rights } from "./samples.js";
import type { Result } from "./samples.js";

function positions({ records }: Pick<Result, "records">): readonly string[] {
  return edgesOf(records, "CAST").map(({ subject, key, rank, properties: { position } }) => {
    const cast = typeof position === "string" ? position : "without a position";
    return `${subject}${key === undefined ? "" : `/${key}`} ${cast}${rank === "NORMAL" ? "" : ` ${rank}`}`;
  });
}

describe("a resolution of the General Assembly", () => {
  test("becomes a text, a meeting, a vote and what they have to do with each other", async () => {
    const result = await importOf("unxml-json", assembly());
    const evidence = [{ source: "register", symbol: "A/RES/90/1", row: 1, section: "records.json" }];
    expect(nodeOf(result.records, "ga-resolution-90-1")).toMatchObject({
      properties: {
        name: "Rights of rivers",
        symbol: "A/RES/90/1",
        status: "ADOPTED",
        adoptionType: "RECORDED_VOTE",
        date: "2036-03-03",
      },
      evidence,
      claims: [],
    });
    expect(nodeOf(result.records, "ga-vote-90-1").properties).toMatchObject({
      date: "2036-03-03",
      kind: "SUBSTANTIVE",
      tally: { yes: 3, no: 1, abstain: 1 },
    });
    expect(nodeOf(result.records, "ga-meeting-90-12").properties["symbol"]).toBe("A/90/PV.12");
    expect(positions(result)).toEqual(["china NO", "cote-divoire YES", "france YES", "namibia ABSTAIN", "turkiye YES"]);
    expect(edgesOf(result.records, "CAST").every(({ date }) => date === "2036-03-03")).toBe(true);
    expect(result.records.edges.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "un-general-assembly/ADOPTED/ga-resolution-90-1",
        "third-committee/ADOPTED/ga-resolution-90-1",
        "third-committee/PART_OF/un-general-assembly",
        "ga-vote-90-1/ON/ga-resolution-90-1",
        "ga-vote-90-1/TAKEN_AT/ga-meeting-90-12",
        "ga-vote-90-1/TAKEN_BY/un-general-assembly",
        "un-general-assembly/PARTICIPATED_IN/ga-meeting-90-12",
        "ga-resolution-90-1/ABOUT/ga-agenda-item-rivers",
        "ga-resolution-90-1/ABOUT/topic-rivers",
        "ga-resolution-90-1/ABOUT/egypt",
        "france/SPONSORED/ga-resolution-90-1",
        "egypt/SPONSORED/ga-resolution-90-1",
      ]),
    );
    expect(edgesOf(result.records, "SPONSORED").map(({ evidence: [proof] }) => proof?.wording)).toEqual([
      "On behalf of the GROUP OF 77 AND CHINA.",
      undefined,
    ]);
    expect(result.remarks).toEqual([]);
    expect(() => buildGraph(result.records, ontology)).not.toThrow();
  });

  test.each([
    ["31 December 2035", "2035-12-31"],
    ["1\u00a0January\u00a02036", "2036-01-01"],
    ["2036-02-29 00:00:00", "2036-02-29"],
  ])("is dated however its file writes it: %s", async (written, date) => {
    const { records } = await importOf("unxml-json", assembly({ adoption_date: written }));
    expect(nodeOf(records, "ga-resolution-90-1").properties["date"]).toBe(date);
  });

  test("without a vote has none", async () => {
    const changes = {
      adoption_type: "Without a vote",
      MS_in_favour: [],
      MS_against: [],
      MS_abstaining: [],
      MS_in_favour_count: "N.A.",
      MS_against_count: "N.A.",
      MS_abstaining_count: "N.A.",
    };
    const { records } = await importOf("unxml-json", assembly(changes));
    expect(nodeOf(records, "ga-resolution-90-1").properties["adoptionType"]).toBe("WITHOUT_VOTE");
    expect(records.nodes.filter(({ type }) => type === "Vote")).toEqual([]);
  });

  test("with a result and no names has the result", async () => {
    const none = { MS_in_favour: [], MS_against: [], MS_abstaining: [] };
    const result = await importOf("unxml-json", assembly({ ...none, symbol: "A/RES/90/1 A-C" }));
    expect(nodeOf(result.records, "ga-vote-90-1-a-c").properties["tally"]).toEqual({ yes: 3, no: 1, abstain: 1 });
    expect(positions(result)).toEqual([]);
  });

  test("is the text that a dossier has under its symbol", async () => {
    const dossier = {
      id: "the-river-resolution",
      type: "Resolution",
      properties: { name: "The river resolution", symbol: "A/RES/90/1", sameAs: [], identified: true, date: "2036" },
      aliases: [],
      basis: [],
      evidence: [],
      claims: [],
    };
    const { records } = await importOf("unxml-json", assembly(), {}, { nodes: [dossier], edges: [] });
    const node = nodeOf(records, "the-river-resolution");
    expect(node.properties).toMatchObject({ name: "The river resolution", date: "2036-03-03", status: "ADOPTED" });
    expect(node.aliases.map(({ text }) => text)).toEqual(["Rights of rivers"]);
    expect(edgesOf(records, "ON").map(({ object }) => object)).toEqual(["the-river-resolution"]);
    expect(records.nodes.some(({ id }) => id === "ga-resolution-90-1")).toBe(false);
  });
});

describe("a vote that its record tells in several ways", () => {
  test("of which two agree is read as they say, and the third stands beside it, deprecated", async () => {
    const result = await importOf("unxml-json", council({ MS_in_favour_count: "15", MS_abstaining_count: "0" }));
    const vote = nodeOf(result.records, "sc-vote-3000-2036");
    expect(vote.properties["tally"]).toEqual({ yes: 2, no: 0, abstain: 1 });
    expect(vote.claims.map(({ value, rank, reason }) => [value, rank, reason])).toEqual([
      [{ yes: 2, no: 0, abstain: 1 }, "PREFERRED", "So say the lists and the words on its adoption of the record."],
      [
        { yes: 15, no: 0, abstain: 0 },
        "DEPRECATED",
        "So say the counts of the record, against the lists and the words on its adoption.",
      ],
    ]);
    expect(result.remarks).toEqual(["note 1: its results of the vote differ (S/RES/3000(2036))"]);
  });

  test("of which one stands against one is read by its lists, and nobody has decided", async () => {
    const { records } = await importOf("unxml-json", assembly({ MS_abstaining_count: "2" }));
    const vote = nodeOf(records, "ga-vote-90-1");
    expect(vote.properties["tally"]).toEqual({ yes: 3, no: 1, abstain: 1 });
    expect(vote.claims.map(({ rank }) => rank)).toEqual(["NORMAL", "NORMAL"]);
  });

  test("does not lose an absence that only its words tell of", async () => {
    const { records } = await importOf("unxml-json", council({ adoption_type: "Adopted (2-0-0, 1 absent)" }));
    const vote = nodeOf(records, "sc-vote-3000-2036");
    expect(vote.properties["tally"]).toEqual({ yes: 2, no: 0, abstain: 1 });
    expect(vote.claims.map(({ value }) => value)).toContainEqual({ yes: 2, no: 0, abstain: 0, absent: 1 });
    expect(positions({ records })).not.toContain("china ABSENT");
  });

  test("counts a state once that one list has twice", async () => {
    const twice = ["FRANCE", "TURKEY", "FRANCE", "TÜRKIYE"];
    const result = await importOf("unxml-json", assembly({ MS_in_favour: twice, MS_in_favour_count: "2" }));
    expect(nodeOf(result.records, "ga-vote-90-1").properties["tally"]).toEqual({ yes: 2, no: 1, abstain: 1 });
    expect(nodeOf(result.records, "ga-vote-90-1").claims).toEqual([]);
    expect(result.remarks).toEqual(["note 1: a list that has states twice (A/RES/90/1: 2 of them)"]);
  });

  test("takes a state that stands on two lists for the one that the counts bear out", async () => {
    const result = await importOf(
      "unxml-json",
      assembly({ MS_abstaining: ["NAMIBIA", "FRANCE"], MS_abstaining_count: "2", MS_in_favour_count: "2" }),
    );
    expect(positions(result)).toContain("france ABSTAIN");
    expect(positions(result)).toContain("france/listed-yes YES DEPRECATED");
    expect(nodeOf(result.records, "ga-vote-90-1").properties["tally"]).toEqual({ yes: 2, no: 1, abstain: 2 });
    expect(result.remarks).toEqual(["note 1: a state on two lists (A/RES/90/1: france)"]);
  });

  test("leaves a state on two lists where the counts do not tell", async () => {
    const result = await importOf(
      "unxml-json",
      assembly({ MS_abstaining: ["NAMIBIA", "FRANCE"], MS_abstaining_count: "9" }),
    );
    expect(positions(result)).toEqual(
      expect.arrayContaining(["france/listed-abstain ABSTAIN", "france/listed-yes YES"]),
    );
  });

  test("keeps apart what the words and the result say of how it was adopted", async () => {
    const { records } = await importOf(
      "unxml-json",
      council({ adoption_type: "Adopted without vote, 9900th meeting" }),
    );
    const text = nodeOf(records, "sc-resolution-3000-2036");
    expect(text.properties["adoptionType"]).toBe("WITHOUT_VOTE");
    expect(text.claims.map(({ value }) => value)).toEqual(expect.arrayContaining(["WITHOUT_VOTE", "RECORDED_VOTE"]));
  });
});

describe("a resolution of the Security Council", () => {
  test.each([
    ["Adopted unanimously, 9900th meeting", "UNANIMOUS"],
    ["Adopted unanimoulsy", "UNANIMOUS"],
    ["Adopted non-unanimously", "RECORDED_VOTE"],
    ["Adopted 2-0-1; voting by mail", "RECORDED_VOTE"],
    ["", "RECORDED_VOTE"],
  ])("is adopted as its words say: %s", async (words, adoption) => {
    const { records } = await importOf("unxml-json", council({ adoption_type: words }));
    expect(nodeOf(records, "sc-resolution-3000-2036").properties["adoptionType"]).toBe(adoption);
  });

  test("has its symbol without the space, its draft, and its item on the agenda", async () => {
    const { records } = await importOf("unxml-json", council());
    expect(nodeOf(records, "sc-resolution-3000-2036").properties).toMatchObject({
      symbol: "S/RES/3000(2036)",
      draftSymbol: "S/2036/70",
    });
    expect(nodeOf(records, "sc-agenda-item-rivers").properties["name"]).toBe(
      "Rivers (item on the Security Council's agenda)",
    );
  });

  test("was adopted at the meeting that most of its fields name", async () => {
    const result = await importOf("unxml-json", council({ outcome_letter: "S/PV.9800" }));
    expect(edgesOf(result.records, "TAKEN_AT").map(({ object }) => object)).toEqual(["sc-meeting-9900"]);
    expect(nodeOf(result.records, "sc-meeting-9900").basis).toMatchObject([{ of: "symbol", basis: "RESOLVED" }]);
    expect(result.remarks).toEqual([
      "note 1: its fields give different meetings (S/RES/3000(2036) gives its meeting as 9800 and as 9900)",
    ]);
  });

  test("was adopted at none where the vote was by mail", async () => {
    const mail = { outcome_letter: "S/2036/72", adoption_meeting: "Voting by mail", document_title: "" };
    const { records } = await importOf("unxml-json", council(mail));
    expect(records.nodes.filter(({ type }) => type === "Meeting")).toEqual([]);
  });

  test("is of the year in its symbol where its date says another", async () => {
    const result = await importOf("unxml-json", council({ adoption_date: "4 March 2034" }));
    const text = nodeOf(result.records, "sc-resolution-3000-2036");
    expect(text.properties["date"]).toBe("2036");
    expect(text.claims.map(({ value, rank }) => [value, rank])).toEqual([
      ["2036", "PREFERRED"],
      ["2034-03-04", "DEPRECATED"],
    ]);
  });

  test("leaves out a draft that is another's", async () => {
    const result = await importOf("unxml-json", `${council()}\n${council({ symbol: "S/RES/3001 (2036)" })}`);
    expect(nodeOf(result.records, "sc-resolution-3001-2036").properties).not.toHaveProperty("draftSymbol");
    expect(result.remarks).toEqual([
      "note 2: its draft is that of another text: it is left out (S/RES/3001(2036): S/2036/70)",
    ]);
  });
});

describe("a list of names", () => {
  test.each([
    [["CÔTE.", "D'IVOIRE"], ["cote-divoire"]],
    [["CHILE,FRANCE"], ["chile", "france"]],
    [["MAURITANIA AND UNITED REPUBLIC OF TANZANIA"], ["mauritania", "tanzania"]],
    [["BOSNIA AND HERZEGOVINA"], ["bosnia-and-herzegovina"]],
    [
      ["GE RMANY", "CHILEs", "THE NIGER", " FRANCE\u00a0"],
      ["chile", "france", "germany", "niger"],
    ],
  ])("is read with the breaks that files have: %j", async (names, states) => {
    const result = await importOf("unxml-json", assembly({ sponsors: names, additional_sponsors: [] }));
    expect(edgesOf(result.records, "SPONSORED").map(({ subject }) => subject)).toEqual(states);
    expect(result.remarks).toEqual([]);
  });

  test("is not guessed at: who is no state known is told", async () => {
    const changes = {
      sponsors: ["SUBMITTED BY THE CHAIR", "NAMBIA"],
      MS_in_favour: ["RURITANIA"],
      MS_in_favour_count: "1",
    };
    const result = await importOf("unxml-json", assembly(changes));
    expect(result.remarks).toEqual([
      "note 1: a sponsor that is no state known: left out (A/RES/90/1: SUBMITTED BY THE CHAIR)",
      "note 1: a sponsor that is no state known: left out (A/RES/90/1: NAMBIA)",
      "note 1: a voter that is no state known: left out (A/RES/90/1: RURITANIA)",
    ]);
    expect(nodeOf(result.records, "ga-vote-90-1").properties["tally"]).toEqual({ yes: 1, no: 1, abstain: 1 });
  });
});

describe("a file of the Human Rights Council", () => {
  test("has its records in quotation marks, on one line or broken after a mark", async () => {
    const second = rights({ symbol: "A/HRC/RES/90/3", draft_resolution: "A/HRC/90/L.4" });
    const result = await importOf("unxml-json", `"${rights()}"\n"\n${second}"\n`);
    expect(result.records.nodes.filter(({ type }) => type === "Resolution").map(({ id }) => id)).toEqual([
      "hrc-resolution-90-2",
      "hrc-resolution-90-3",
    ]);
    expect(result.remarks).toEqual(["skipped 2: it holds no record, only a quotation mark"]);
    expect(nodeOf(result.records, "hrc-meeting-90-5").properties).not.toHaveProperty("symbol");
  });

  test("may have a text twice, which is one text with two evidences", async () => {
    const result = await importOf("unxml-json", `${rights()}\n${rights()}`);
    expect(nodeOf(result.records, "hrc-resolution-90-2").evidence.map(({ row }) => row)).toEqual([1, 2]);
    expect(nodeOf(result.records, "hrc-resolution-90-2").claims).toEqual([]);
    expect(result.remarks).toEqual(["note 2: another line is on the same text (A/HRC/RES/90/2)"]);
  });
});

describe("bad input", () => {
  test.each([
    [
      "a line cut off",
      `${assembly()}\n${assembly().slice(0, 200)}`,
      2,
      "this line is not a JSON object; it seems to be cut off",
    ],
    ["no JSON", "symbol,title\nA/RES/90/1,Rivers", 1, "this line is not a JSON object"],
    ["a list", "[]", 1, "this is no record of a resolution"],
    ["other keys", `{"name":"Rivers"}`, 1, 'this is no record of a resolution: "symbol"'],
    ["a list that is none", assembly({ sponsors: "FRANCE" }), 1, 'this is no record of a resolution: "sponsors"'],
    [
      "a name that is none",
      assembly({ MS_in_favour: [null] }),
      1,
      'this is no record of a resolution: "MS_in_favour.0"',
    ],
  ])("is told by file and line, and nothing of it is imported: %s", async (_, text, line, message) => {
    const { errors, records } = await importOf("unxml-json", text);
    expect(errors.map((error) => [error.file, error.line])).toEqual([["records.json", line]]);
    expect(errors[0]?.message).toContain(message);
    expect(records).toEqual({ nodes: [], edges: [] });
  });

  test.each([
    [{ symbol: "A/90/55" }, "its symbol is that of no resolution (A/90/55)"],
    [{ adoption_date: "31 February 2036" }, 'its date of adoption is no date (A/RES/90/1: "31 February 2036")'],
  ])("of one record leaves out that record alone: %j", async (changes, remark) => {
    const result = await importOf("unxml-json", `${assembly(changes)}\n${rights()}`);
    expect(result.remarks).toEqual([`skipped 1: ${remark}`]);
    expect(result.files[0]).toMatchObject({ read: 2, kept: 1 });
  });

  test.each([
    ["a byte order mark", `\ufeff${assembly()}`],
    ["Windows line ends", `${assembly()}\r\n`],
    ["a gzip", gzipSync(assembly())],
  ])("is none: %s", async (_, file) => {
    const { records, errors, remarks } = await importOf("unxml-json", file);
    expect({ errors, remarks }).toEqual({ errors: [], remarks: [] });
    const plain = await importOf("unxml-json", assembly());
    expect(records).toEqual(plain.records);
  });
});

test("importing twice, or in another order of lines, gives the same texts", async () => {
  const lines = [assembly(), council(), rights()];
  const ids = async (text: string): Promise<readonly string[]> => {
    const { records } = await importOf("unxml-json", text);
    return [...records.nodes, ...records.edges].map(({ id }) => id);
  };
  expect(await ids([...lines].reverse().join("\n"))).toEqual(await ids(lines.join("\n")));
  expect((await importOf("unxml-json", lines.join("\n"))).records).toEqual(
    (await importOf("unxml-json", lines.join("\n"))).records,
  );
});

test("a name of thousands of words is no name, and takes no time to tell", async () => {
  const { remarks } = await importOf(
    "unxml-json",
    assembly({ sponsors: ["a b ".repeat(500_000), ", on behalf of ".repeat(50_000) + "(("] }),
  );
  expect(remarks).toHaveLength(2);
  for (const remark of remarks) {
    expect(remark).toContain("a sponsor that is no state known: left out");
    expect(remark.length).toBeLessThan(700);
  }
});

test("a field that nobody knows is told of, unless it is empty, however deep it is", async () => {
  const spelled = { MS_in_favor: ["CHAD"], SDGs: ["6"], notes: "", links: [] };
  const { remarks } = await importOf("unxml-json", assembly(spelled));
  expect(remarks).toEqual([expect.stringContaining("a field that is not known: it is not read")]);
  expect(remarks[0]).toContain("MS_in_favor");
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  const nested = await importOf("unxml-json", `${assembly().slice(0, -1)},"deep":${deep}}`);
  expect(nested.remarks).toEqual([expect.stringContaining("deep")]);
});
