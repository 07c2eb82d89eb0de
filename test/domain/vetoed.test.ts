import { describe, expect, test } from "vitest";

import type { EdgeRecord, NodeRecord } from "../../src/graph/record.js";
import { derived, edge, node, violations } from "./support.js";

const permanent = { properties: { kind: "permanent member" } };
const against = { date: "2023-08-30", properties: { position: "NO" } };

/** A vote of the Council on a draft that was not adopted: ten in favour, and what a test says. */
function draft(status = "VETOED", vote: NodeRecord["properties"] = {}): readonly NodeRecord[] {
  return [
    node("draft", "Resolution", { status }),
    node("vote", "Vote", { kind: "SUBSTANTIVE", date: "2023-08-30", tally: { yes: 10 }, ...vote }),
  ];
}

const frame: readonly EdgeRecord[] = [
  edge("vote", "ON", "draft"),
  edge("draft", "FOR_DECISION_BY", "council"),
  edge("russia", "MEMBER_OF", "council", permanent),
  edge("china", "MEMBER_OF", "council", permanent),
  edge("gabon", "MEMBER_OF", "council", { properties: { kind: "non-permanent member" } }),
];

function vetoes(edges: readonly EdgeRecord[], nodes: readonly NodeRecord[]): readonly string[] {
  return derived(edges, nodes)
    .filter(({ type }) => type === "VETOED")
    .map(({ id }) => id);
}

describe("a permanent member's vote against", () => {
  test("vetoes a text that had the majority, with the evidence of vote, text, body and seat", () => {
    expect(derived([...frame, edge("russia", "CAST", "vote", against)], draft())).toEqual([
      {
        id: "russia/VETOED/draft",
        type: "VETOED",
        subject: "russia",
        object: "draft",
        date: "2023-08-30",
        modality: "ACTUAL",
        rank: "NORMAL",
        properties: { form: "VETO" },
        basis: [],
        evidence: [
          { source: "article", section: "draft FOR_DECISION_BY council" },
          { source: "article", section: "russia CAST vote" },
          { source: "article", section: "russia MEMBER_OF council" },
          { source: "article", section: "vote ON draft" },
        ],
        derivedFrom: ["draft/FOR_DECISION_BY/council", "russia/CAST/vote", "russia/MEMBER_OF/council", "vote/ON/draft"],
      },
    ]);
  });

  test("vetoes together with another's", () => {
    const votes = ["russia", "china", "gabon"].map((state) => edge(state, "CAST", "vote", against));
    expect(vetoes([...frame, ...votes], draft())).toEqual(["china/VETOED/draft", "russia/VETOED/draft"]);
  });

  test.each([
    ["an abstention", { properties: { position: "ABSTAIN" } }, draft(), 0],
    ["a text that was adopted all the same", {}, draft("ADOPTED"), 0],
    ["a text of which no source says what became", {}, draft().slice(1), 0],
    ["a text whose source says only that it failed", {}, draft("FAILED"), 1],
    ["a procedural vote", {}, draft("VETOED", { kind: "PROCEDURAL" }), 0],
    ["a vote on an amendment", {}, draft("VETOED", { kind: "AMENDMENT" }), 0],
    ["a vote against that did not happen", { modality: "DID_NOT_HAPPEN" as const }, draft(), 0],
    ["a vote against that the editors do not believe", { rank: "DEPRECATED" as const }, draft(), 0],
  ])("is judged by what was voted on: %s", (_, change, nodes, count) => {
    const cast = edge("russia", "CAST", "vote", { ...against, ...change });
    expect(vetoes([...frame, cast], nodes)).toHaveLength(count);
  });

  test.each([
    ["1965-12-31", 7, 1],
    ["1965-12-31", 6, 0],
    ["1966-01-01", 8, 0],
    ["1966-01-01", 9, 1],
    ["1965", 7, 1],
    ["1966", 8, 0],
    ["2023-08-30", 8, 0],
    ["2023-08-30", 9, 1],
  ])("counts where the majority required then was there: %s with %i in favour", (date, yes, count) => {
    const cast = edge("russia", "CAST", "vote", { ...against, date });
    expect(vetoes([...frame, cast], draft("FAILED", { date, tally: { yes } }))).toHaveLength(count);
  });

  test("counts the recorded votes in favour where no source gives their number", () => {
    const yes = Array.from({ length: 9 }, (_, i) =>
      edge(`state-${i}`, "CAST", "vote", { properties: { position: "YES" } }),
    );
    const uncounted = [
      node("draft", "Resolution", { status: "NOT_ADOPTED" }),
      node("vote", "Vote", { kind: "SUBSTANTIVE" }),
    ];
    const cast = edge("russia", "CAST", "vote", against);
    expect(vetoes([...frame, cast, ...yes], uncounted)).toEqual(["russia/VETOED/draft"]);
    expect(vetoes([...frame, cast, ...yes.slice(1)], uncounted)).toEqual([]);
  });

  test.each([
    ["republic-of-china", "1971-10-24", 1],
    ["republic-of-china", "1971-10-26", 0],
    ["people-s-republic", "1971-10-24", 0],
    ["people-s-republic", "1972-08-25", 1],
  ])("counts while it holds the seat: %s on %s", (state, date, count) => {
    const seats = [
      edge("republic-of-china", "MEMBER_OF", "council", { ...permanent, from: "1945-10-24", until: "1971-10-25" }),
      edge("people-s-republic", "MEMBER_OF", "council", { ...permanent, from: "1971-10-25" }),
    ];
    const cast = edge(state, "CAST", "vote", { ...against, date });
    expect(vetoes([...frame, ...seats, cast], draft("VETOED", { date }))).toHaveLength(count);
  });

  test("adds nothing to a veto that a source states, unless the source dates it otherwise", () => {
    const cast = edge("russia", "CAST", "vote", against);
    const stated = (date: string): EdgeRecord =>
      edge("russia", "VETOED", "draft", { date, properties: { form: "VETO" } });
    expect(vetoes([...frame, cast, stated("2023-08")], draft())).toEqual([]);
    expect(vetoes([...frame, cast, stated("2023-07")], draft())).toEqual(["russia/VETOED/draft/2023-08-30"]);
  });

  test("leaves no room for another way of blocking the same text", () => {
    const threat = edge("russia", "BLOCKED", "draft", { modality: "THREATENED", properties: { form: "VETO" } });
    const cast = edge("russia", "CAST", "vote", against);
    expect(violations([...frame, cast, threat], draft())).toEqual([
      {
        id: "russia/BLOCKED/draft",
        message: "russia also has VETOED draft, which says how it was blocked; write one of the two",
      },
    ]);
  });
});
