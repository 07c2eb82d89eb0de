import type { MatchField } from "../../src/plan/match.js";
import { FIGURES, MEETINGS, PAIRS, WITH, matches, matchPlan } from "../support/matches.js";
import { compare, EVERYTHING, first, ID, last, PAGE_INFO, ref, TOTAL } from "../support/plans.js";
import type { Case } from "./case.js";

const YEAR: MatchField = { kind: "value", as: "year", name: "year" };

function nodes(...fields: readonly MatchField[]) {
  return [{ kind: "nodes", as: "nodes", fields } as const];
}

/** A state by its id, and how it compares: shared, same, partly, opposite, score. */
function row(id: string, shared: number, same: number, partly: number, opposite: number, score: number): object {
  return { with: { $type: "State", id }, shared, same, partly, opposite, score };
}

function meeting(at: string, of: string, other: string): object {
  return { at, of: { id: of }, with: { id: other } };
}

const withCyra = compare(ref("id", "id"), "eq", "cyra");

export const matchCases: readonly Case[] = [
  {
    title: "rank the others by how far they agree, the closest first, ties by id",
    plan: matchPlan(),
    result: {
      nodes: [
        row("dorn", 1, 1, 0, 0, 1),
        row("elva", 3, 3, 0, 0, 1),
        row("cyra", 3, 0, 2, 1, 1 / 3),
        row("arda-north", 3, 0, 1, 2, 0.5 / 3),
        row("bora", 2, 0, 0, 2, 0),
      ],
      totalCount: 5,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startKey: [1, "dorn"], endKey: [0, "bora"] },
    },
  },
  {
    title: "put the furthest first, among those that share enough",
    plan: matchPlan({ direction: "asc", least: 2, parts: [...nodes(WITH), TOTAL] }),
    result: {
      nodes: ["bora", "arda-north", "cyra", "elva"].map((id) => ({ with: { $type: "State", id } })),
      totalCount: 4,
    },
  },
  {
    title: "page both ways",
    plan: matchPlan({ page: first(1, [1, "dorn"]), parts: [...nodes(WITH), PAGE_INFO] }),
    result: {
      nodes: [{ with: { $type: "State", id: "elva" } }],
      pageInfo: { hasNextPage: true, hasPreviousPage: true, startKey: [1, "elva"], endKey: [1, "elva"] },
    },
  },
  {
    title: "page from the end",
    plan: matchPlan({ page: last(1, [0, "bora"]), parts: nodes(WITH) }),
    result: { nodes: [{ with: { $type: "State", id: "arda-north" } }] },
  },
  {
    title: "count every pair of values, those that no scale has too",
    plan: matchPlan({ with: withCyra, parts: nodes(WITH, PAIRS) }),
    result: {
      nodes: [
        {
          with: { $type: "State", id: "cyra" },
          pairs: [
            { of: "ABSENT", with: "YES", count: 2 },
            { of: "NO", with: "ABSTAIN", count: 2 },
            { of: "YES", with: "NO", count: 1 },
          ],
        },
      ],
    },
  },
  {
    title: "tell the years apart, what has no date last",
    plan: matchPlan({ with: withCyra, parts: nodes({ kind: "years", as: "years", fields: [YEAR, ...FIGURES] }) }),
    result: {
      nodes: [
        {
          years: [
            { year: 2012, shared: 2, same: 0, partly: 1, opposite: 1, score: 0.25 },
            { year: 2013, shared: 0, same: 0, partly: 0, opposite: 0, score: null },
            { year: null, shared: 1, same: 0, partly: 1, opposite: 0, score: 0.5 },
          ],
        },
      ],
    },
  },
  {
    title: "list what is behind a figure, with both edges, by date",
    plan: matchPlan({
      with: withCyra,
      parts: nodes(matches({ as: "shared", parts: [TOTAL] }), matches({ figure: "partly" })),
    }),
    result: {
      nodes: [
        {
          shared: { totalCount: 3 },
          matches: {
            edges: [
              meeting("vote-2", "arda/CAST/vote-2", "cyra/CAST/vote-2"),
              meeting("vote-5", "arda/CAST/vote-5", "cyra/CAST/vote-5"),
            ].map((one) => ({ ...one, at: { $type: "Vote", id: (one as { at: string }).at } })),
            totalCount: 2,
          },
        },
      ],
    },
  },
  {
    title: "list what is behind a pair of values, in pages",
    plan: matchPlan({
      with: withCyra,
      parts: nodes(
        matches({
          of: "ABSENT",
          page: first(1),
          parts: [{ kind: "nodes", as: "nodes", fields: [ID] }, TOTAL, PAGE_INFO],
        }),
        matches({
          as: "after",
          of: "ABSENT",
          with: "YES",
          page: first(1, [80_480_406, "vote-3"]),
          parts: [
            {
              kind: "edges",
              as: "edges",
              fields: [
                { kind: "cursor", as: "cursor" },
                { kind: "end", as: "at", fields: [ID] },
              ],
            },
          ],
        }),
      ),
    }),
    result: {
      nodes: [
        {
          matches: {
            nodes: [{ $type: "Vote", id: "vote-3" }],
            totalCount: 2,
            pageInfo: {
              hasNextPage: true,
              hasPreviousPage: false,
              startKey: [80_480_406, "vote-3"],
              endKey: [80_480_406, "vote-3"],
            },
          },
          after: { edges: [{ cursor: [80_520_405, "vote-4"], at: { $type: "Vote", id: "vote-4" } }] },
        },
      ],
    },
  },
  {
    title: "list matches of one year",
    plan: matchPlan({
      with: withCyra,
      parts: nodes({ kind: "years", as: "years", fields: [YEAR, matches({ parts: MEETINGS.slice(1) })] }),
    }),
    result: {
      nodes: [
        {
          years: [
            { year: 2012, matches: { totalCount: 2 } },
            { year: 2013, matches: { totalCount: 0 } },
            { year: null, matches: { totalCount: 1 } },
          ],
        },
      ],
    },
  },
  {
    title: "count only where a filter lets them meet",
    plan: matchPlan({
      where: compare(ref("kind", "enum"), "eq", "SUBSTANTIVE"),
      visible: EVERYTHING,
      parts: nodes(WITH, { kind: "value", as: "shared", name: "shared" }),
    }),
    result: {
      nodes: [
        ["dorn", 1],
        ["elva", 2],
        ["arda-north", 2],
        ["cyra", 2],
        ["bora", 1],
      ].map(([id, shared]) => ({ with: { $type: "State", id }, shared })),
    },
  },
  {
    title: "compare the objects of edges by their subjects",
    plan: matchPlan({
      end: "object",
      of: "vote-1",
      types: ["Vote"],
      with: compare(ref("id", "id"), "eq", "vote-2"),
      parts: nodes(...FIGURES, matches({ figure: "opposite", parts: [{ kind: "nodes", as: "nodes", fields: [ID] }] })),
    }),
    result: {
      nodes: [
        {
          shared: 4,
          same: 0,
          partly: 2,
          opposite: 2,
          score: 0.25,
          matches: {
            nodes: [
              { $type: "State", id: "arda" },
              { $type: "State", id: "elva" },
            ],
          },
        },
      ],
    },
  },
  { title: "of a node that does not exist are null", plan: matchPlan({ of: "nobody" }), result: null },
];
