import type { EdgeFilter } from "../../src/plan/filter.js";
import type { Plan } from "../../src/plan/plan.js";
import {
  compare,
  EDGE_ID,
  EVERYTHING,
  first,
  last,
  ID,
  OMITTED,
  order,
  PAGE_INFO,
  ref,
  SHOWN,
  TOTAL,
} from "../support/plans.js";
import type { LinkOptions } from "../support/plans.js";
import type { Case } from "./case.js";

const FAMILY = ["VETOED", "BLOCKED"];
const IDS = { kind: "nodes", as: "nodes", fields: [EDGE_ID] } as const;

function links(relationships: readonly string[], options: LinkOptions = {}): Plan {
  const parts = [IDS, TOTAL, PAGE_INFO];
  return { kind: "links", relationships, visible: SHOWN, where: null, order: [], page: first(100), parts, ...options };
}

/** All edges of the family that satisfy a filter, whatever they say, in order of id. */
function where(title: string, filter: EdgeFilter, ids: readonly string[]): Case {
  return {
    title,
    plan: {
      kind: "links",
      relationships: FAMILY,
      visible: EVERYTHING,
      where: filter,
      order: [],
      page: first(100),
      parts: [IDS],
    },
    result: { nodes: ids.map((id) => ({ id })) },
  };
}

const ALL = [
  "arda-north/BLOCKED/inquiry",
  "arda/VETOED/draft-1",
  "bora/BLOCKED/draft-2",
  "bora/VETOED/draft-1",
  "coastal-group/BLOCKED/inquiry",
  "cyra/BLOCKED/referral",
  "cyra/BLOCKED/referral/a",
  "cyra/BLOCKED/referral/c",
];

function page(ids: readonly string[], next: boolean, previous: boolean): object {
  return {
    nodes: ids.map((id) => ({ id })),
    totalCount: 8,
    pageInfo: {
      hasNextPage: next,
      hasPreviousPage: previous,
      startKey: ids[0] === undefined ? null : [ids[0]],
      endKey: ids.length === 0 ? null : [ids.at(-1)],
    },
  };
}

export const linkCases: readonly Case[] = [
  {
    title: "no relationships, no edges",
    plan: {
      kind: "links",
      relationships: [],
      visible: SHOWN,
      where: compare(ref("modality", "enum"), "exists", true),
      order: [],
      page: first(100),
      parts: [IDS, TOTAL, PAGE_INFO, OMITTED],
    },
    result: { ...page([], false, false), totalCount: 0, omitted: [] },
  },
  { title: "every visible edge by id", plan: links(FAMILY), result: page(ALL, false, false) },
  {
    title: "a page after a cursor",
    plan: links(FAMILY, { page: first(3, ["arda/VETOED/draft-1"]) }),
    result: page(ALL.slice(2, 5), true, true),
  },
  {
    title: "a page before a cursor whose edge is not there any more",
    plan: links(FAMILY, { page: last(3, ["cyra/BLOCKED/referral/b1"]) }),
    result: page(ALL.slice(4, 7), true, true),
  },
  {
    title: "a page after a cursor whose subject is not there any more",
    plan: links(FAMILY, { page: first(1, ["arda-south/BLOCKED/inquiry"]) }),
    result: page(["arda/VETOED/draft-1"], true, true),
  },
  {
    title: "ordered by date downwards, missing ones last",
    plan: links(FAMILY, { order: [order("edge", ref("date", "date"), "desc")], page: first(3) }),
    result: {
      nodes: [{ id: "cyra/BLOCKED/referral" }, { id: "cyra/BLOCKED/referral/a" }, { id: "cyra/BLOCKED/referral/c" }],
      totalCount: 8,
      pageInfo: {
        hasNextPage: true,
        hasPreviousPage: false,
        startKey: ["2014-02-17", "cyra/BLOCKED/referral"],
        endKey: ["2014", "cyra/BLOCKED/referral/c"],
      },
    },
  },
  {
    title: "omitted by modality and rank, in order of declaration; ends and the edge itself",
    plan: {
      kind: "links",
      relationships: ["BLOCKED"],
      visible: SHOWN,
      where: { kind: "end", end: "object", node: compare(ref("id", "id"), "in", ["referral", "inquiry"]) },
      order: [],
      page: first(1),
      parts: [
        {
          kind: "edges",
          as: "edges",
          fields: [
            { kind: "cursor", as: "cursor" },
            {
              kind: "self",
              as: "node",
              fields: [
                EDGE_ID,
                { kind: "end", as: "subject", end: "subject", fields: [ID] },
                { kind: "end", as: "object", end: "object", fields: [ID] },
              ],
            },
          ],
        },
        OMITTED,
      ],
    },
    result: {
      edges: [
        {
          cursor: ["arda-north/BLOCKED/inquiry"],
          node: {
            id: "arda-north/BLOCKED/inquiry",
            subject: { $type: "State", id: "arda-north" },
            object: { $type: "Organization", id: "inquiry" },
          },
        },
      ],
      omitted: [
        { modality: "ACTUAL", rank: "DEPRECATED", count: 1 },
        { modality: "PLANNED", rank: "NORMAL", count: 1 },
        { modality: "CALLED_FOR", rank: "NORMAL", count: 1 },
      ],
    },
  },
  where("by id", compare(ref("id", "id"), "startsWith", "arda/"), ["arda/VETOED/draft-1"]),
  where("by type", compare(ref("type", "enum"), "eq", "VETOED"), ["arda/VETOED/draft-1", "bora/VETOED/draft-1"]),
  where("by key", compare(ref("key", "string"), "in", ["a", "b"]), [
    "cyra/BLOCKED/referral/a",
    "cyra/BLOCKED/referral/b",
  ]),
  where("by modality", compare(ref("modality", "enum"), "in", ["DENIED", "THREATENED"]), [
    "bora/BLOCKED/series-6",
    "bora/BLOCKED/text-5",
  ]),
  where("by rank", compare(ref("rank", "enum"), "eq", "PREFERRED"), ["bora/VETOED/draft-1", "cyra/BLOCKED/referral/c"]),
  where("by date", compare(ref("date", "date"), "lt", "2013"), ["arda/VETOED/draft-1", "bora/VETOED/draft-1"]),
  where("by an end's id", compare(ref("object", "id"), "eq", "draft-1"), [
    "arda/VETOED/draft-1",
    "bora/VETOED/draft-1",
  ]),
  where("by source", compare(ref("sources", "id", true), "eq", "leaflet"), ["arda-north/BLOCKED/inquiry"]),
  {
    title: "by corroboration and by whether they are derived",
    plan: links(["CAST", "RECOMMENDED"], {
      where: {
        kind: "or",
        of: [
          {
            kind: "and",
            of: [compare(ref("corroboration", "int"), "gt", 1), compare(ref("subject", "id"), "eq", "dorn")],
          },
          compare(ref("derived", "boolean"), "eq", true),
        ],
      },
    }),
    result: {
      nodes: [
        { id: "dorn/CAST/vote-1" },
        { id: "report-1/RECOMMENDED/referral" },
        { id: "una-vey/RECOMMENDED/referral" },
      ],
      totalCount: 3,
      pageInfo: {
        hasNextPage: false,
        hasPreviousPage: false,
        startKey: ["dorn/CAST/vote-1"],
        endKey: ["una-vey/RECOMMENDED/referral"],
      },
    },
  },
];
