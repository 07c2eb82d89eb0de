import type { GroupKey } from "../../src/plan/plan.js";
import { compare, EVERYTHING, expand, first, hop, lookup, property, ref, scan, TOTAL } from "../support/plans.js";
import type { Case } from "./case.js";

const by = (
  on: "node" | "edge",
  name: string,
  type: "string" | "enum" | "date" | "int" | "boolean",
  list = false,
): GroupKey => ({
  kind: "property",
  on,
  property: ref(name, type, list),
});

function groups(keys: readonly GroupKey[], count = 25) {
  return {
    kind: "groups",
    as: "groups",
    by: keys,
    first: count,
    subject: [property("id")],
    object: [property("name")],
  } as const;
}

function group(key: readonly (string | null)[], count: number, ends: object = {}): object {
  return { key, count, subject: null, object: null, ...ends };
}

export const groupCases: readonly Case[] = [
  {
    title: "by a property of the nodes: the largest first, ties by key, missing ones last",
    plan: scan(["Resolution"], [groups([by("node", "status", "enum")])]),
    result: {
      groups: {
        totalCount: 4,
        groups: [group(["ADOPTED"], 3), group(["FAILED"], 1), group(["PENDING"], 1), group(["VETOED"], 1)],
      },
    },
  },
  {
    title: "whatever the page, under the filter; at most so many groups of all",
    plan: scan(["Vote"], [groups([by("node", "kind", "enum")], 2), TOTAL], {
      page: first(1),
      where: compare(ref("id", "id"), "gt", "vote-1"),
    }),
    result: { groups: { totalCount: 4, groups: [group(["PARAGRAPH"], 1), group(["PROCEDURAL"], 1)] }, totalCount: 4 },
  },
  {
    title: "values as texts, missing ones as null",
    plan: scan(["Vote"], [groups([by("node", "tally.yes", "int"), by("node", "identified", "boolean")])]),
    result: {
      groups: {
        totalCount: 4,
        groups: [group([null, "true"], 2), group(["3", "true"], 1), group(["5", "true"], 1), group(["7", "true"], 1)],
      },
    },
  },
  {
    title: "by year, and by date as recorded",
    plan: scan(
      ["Vote"],
      [
        groups([{ kind: "year", on: "node", property: ref("date", "date") }]),
        { ...groups([by("node", "date", "date")]), as: "dates" },
      ],
    ),
    result: {
      groups: { totalCount: 3, groups: [group(["2012"], 3), group(["2013"], 1), group([null], 1)] },
      dates: {
        totalCount: 4,
        groups: [group(["2012-05-04"], 2), group(["2012"], 1), group(["2013-01"], 1), group([null], 1)],
      },
    },
  },
  {
    title: "a list by each member, an empty one as missing",
    plan: lookup(
      ["chronicle", "register"],
      ["Source"],
      [expand("mentions", hop(["MENTIONS"], "out"), [groups([by("edge", "paragraphs", "int", true)])])],
    ),
    result: [
      {
        $type: "Source",
        mentions: { groups: { totalCount: 3, groups: [group(["3"], 2), group(["17"], 1), group(["4"], 1)] } },
      },
      { $type: "Source", mentions: { groups: { totalCount: 1, groups: [group([null], 1)] } } },
    ],
  },
  {
    title: "a hop by the edge and by the far node",
    plan: lookup(
      ["arda"],
      ["State"],
      [expand("cast", hop(["CAST"], "out"), [groups([by("node", "kind", "enum"), by("edge", "position", "enum")])])],
    ),
    result: [
      {
        $type: "State",
        cast: {
          groups: {
            totalCount: 5,
            groups: [
              group(["PARAGRAPH", "NO"], 1),
              group(["PROCEDURAL", "ABSENT"], 1),
              group(["SUBSTANTIVE", "NO"], 1),
              group(["SUBSTANTIVE", "YES"], 1),
              group([null, "ABSENT"], 1),
            ],
          },
        },
      },
    ],
  },
  {
    title: "links by end, with the node at that end",
    plan: {
      kind: "links",
      relationships: ["VETOED", "BLOCKED"],
      visible: EVERYTHING,
      where: compare(ref("modality", "enum"), "eq", "ACTUAL"),
      order: [],
      page: first(1),
      parts: [groups([{ kind: "end", end: "subject" }, by("edge", "form", "enum"), { kind: "end", end: "object" }], 2)],
    },
    result: {
      groups: {
        totalCount: 7,
        groups: [
          group(["cyra", "NOT_STATED", "referral"], 3, {
            subject: { $type: "State", id: "cyra" },
            object: { $type: "Referral", name: "Referral of Dorn" },
          }),
          group(["arda", "VETO", "draft-1"], 1, {
            subject: { $type: "State", id: "arda" },
            object: { $type: "Resolution", name: "First draft on Dorn" },
          }),
        ],
      },
    },
  },
];
