import type { MatchField, MatchPlan, MeetingPart } from "../../src/plan/match.js";
import { EDGE_ID, first, ID, PAGE_INFO, SHOWN, TOTAL } from "./plans.js";

/** The scale by which votes are compared: abstaining is half way. */
export const SCALE: MatchPlan["scale"] = ["YES", "NO", "ABSTAIN"].flatMap((of) =>
  ["YES", "NO", "ABSTAIN"].map((other) => ({
    of,
    with: other,
    agreement: of === other ? 1 : of === "ABSTAIN" || other === "ABSTAIN" ? 0.5 : 0,
  })),
);

export const FIGURES: readonly MatchField[] = (["shared", "same", "partly", "opposite", "score"] as const).map(
  (name) => ({ kind: "value", as: name, name }),
);
export const WITH: MatchField = { kind: "with", as: "with", fields: [ID] };
export const PAIRS: MatchField = { kind: "pairs", as: "pairs" };

/** Each match with the node where edges meet and both edges. */
export const MEETINGS: readonly MeetingPart[] = [
  {
    kind: "edges",
    as: "edges",
    fields: [
      { kind: "end", as: "at", fields: [ID] },
      { kind: "link", as: "of", link: "of", fields: [EDGE_ID] },
      { kind: "link", as: "with", link: "with", fields: [EDGE_ID] },
    ],
  },
  TOTAL,
];

export function matches(more: Partial<Extract<MatchField, { kind: "matches" }>> = {}): MatchField {
  return {
    kind: "matches",
    as: "matches",
    figure: null,
    of: null,
    with: null,
    page: first(100),
    parts: MEETINGS,
    ...more,
  };
}

/** Compares a state of the fixture with all others, unless told otherwise. */
export function matchPlan(more: Partial<MatchPlan> = {}): MatchPlan {
  return {
    kind: "match",
    relationships: ["CAST"],
    property: "position",
    end: "subject",
    visible: SHOWN,
    of: "arda",
    types: ["State"],
    with: null,
    where: null,
    date: "date",
    scale: SCALE,
    least: 1,
    direction: "desc",
    page: first(100),
    parts: [{ kind: "nodes", as: "nodes", fields: [WITH, ...FIGURES] }, TOTAL, PAGE_INFO],
    ...more,
  };
}
