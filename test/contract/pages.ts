import type { Key, Page } from "../../src/plan/plan.js";
import {
  compare,
  edgeProperty,
  expand,
  first,
  hop,
  last,
  lookup,
  NODES,
  order,
  PAGE_INFO,
  ref,
  scan,
  TOTAL,
} from "../support/plans.js";
import type { Case } from "./case.js";

const BY_DATE = [order("node", ref("date", "date"))];

interface Expected {
  readonly next: boolean;
  readonly previous: boolean;
  readonly keys: readonly Key[];
}

/** A page of the votes by date: vote-3 (2012), vote-1 and vote-2 (2012-05-04), vote-4 (2013-01), vote-5 (none). */
function votes(title: string, page: Page, { next, previous, keys }: Expected): Case {
  return {
    title,
    plan: scan(["Vote"], [NODES, TOTAL, PAGE_INFO], { order: BY_DATE, page }),
    result: {
      nodes: keys.map((key) => ({ $type: "Vote", id: key.at(-1) })),
      totalCount: 5,
      pageInfo: {
        hasNextPage: next,
        hasPreviousPage: previous,
        startKey: keys[0] ?? null,
        endKey: keys.at(-1) ?? null,
      },
    },
  };
}

const K1: Key = ["2012-05-04", "vote-1"];
const K2: Key = ["2012-05-04", "vote-2"];
const K3: Key = ["2012", "vote-3"];
const K4: Key = ["2013-01", "vote-4"];
const K5: Key = [null, "vote-5"];

export const pageCases: readonly Case[] = [
  votes("the first page", first(2), { next: true, previous: false, keys: [K3, K1] }),
  votes("the page after a cursor", first(2, K1), { next: true, previous: true, keys: [K2, K4] }),
  votes("the last page forwards, into missing values", first(2, K4), { next: false, previous: true, keys: [K5] }),
  votes("the page after a missing value", first(2, K5), { next: false, previous: true, keys: [] }),
  votes("the last page", last(2), { next: false, previous: true, keys: [K4, K5] }),
  votes("the page before a cursor", last(2, K4), { next: true, previous: true, keys: [K1, K2] }),
  votes("the first page backwards", last(3, K2), { next: true, previous: false, keys: [K3, K1] }),
  votes(
    "a page between two cursors",
    { first: 9, last: null, after: K3, before: K4 },
    { next: true, previous: true, keys: [K1, K2] },
  ),
  votes(
    "the end of what lies between two cursors",
    { first: null, last: 1, after: K3, before: K4 },
    { next: true, previous: true, keys: [K2] },
  ),
  votes("a page of nothing", first(0), { next: true, previous: false, keys: [] }),
  votes("a cursor whose element is not there any more", first(2, ["2012-05-04", "vote-1a"]), {
    next: true,
    previous: true,
    keys: [K2, K4],
  }),
  votes("a cursor whose value is not there any more", last(2, ["2012-11", "vote-9"]), {
    next: true,
    previous: true,
    keys: [K1, K2],
  }),
  {
    title: "pages by id alone",
    plan: scan(["State"], [NODES, PAGE_INFO], { page: first(2, ["b"]) }),
    result: {
      nodes: [
        { $type: "State", id: "bora" },
        { $type: "State", id: "cyra" },
      ],
      pageInfo: { hasNextPage: true, hasPreviousPage: true, startKey: ["bora"], endKey: ["cyra"] },
    },
  },
  {
    title: "pages by id backwards, across types",
    plan: scan(["State", "Place"], [NODES, PAGE_INFO], { page: last(2, ["camp"]) }),
    result: {
      nodes: [
        { $type: "State", id: "arda-north" },
        { $type: "State", id: "bora" },
      ],
      pageInfo: { hasNextPage: true, hasPreviousPage: true, startKey: ["arda-north"], endKey: ["bora"] },
    },
  },
  {
    title: "what a filter leaves out counts neither for pages nor in total",
    plan: scan(["State"], [NODES, TOTAL, PAGE_INFO], {
      page: first(2),
      where: compare(ref("name", "string"), "startsWith", "Arda"),
    }),
    result: {
      nodes: [
        { $type: "State", id: "arda" },
        { $type: "State", id: "arda-north" },
      ],
      totalCount: 2,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startKey: ["arda"], endKey: ["arda-north"] },
    },
  },
  {
    title: "every parent has its own page of a hop, from a cursor by edge",
    plan: lookup(
      ["arda", "fenn"],
      ["State"],
      [
        expand(
          "cast",
          hop(["CAST"], "out"),
          [
            { kind: "edges", as: "edges", fields: [{ kind: "cursor", as: "cursor" }, edgeProperty("position")] },
            PAGE_INFO,
          ],
          { page: first(2, ["ABSENT", "arda/CAST/vote-4"]), order: [order("edge", ref("position", "enum"))] },
        ),
      ],
    ),
    result: [
      {
        $type: "State",
        cast: {
          edges: [
            { cursor: ["NO", "arda/CAST/vote-2"], position: "NO" },
            { cursor: ["NO", "arda/CAST/vote-5"], position: "NO" },
          ],
          pageInfo: {
            hasNextPage: true,
            hasPreviousPage: true,
            startKey: ["NO", "arda/CAST/vote-2"],
            endKey: ["NO", "arda/CAST/vote-5"],
          },
        },
      },
      {
        $type: "State",
        cast: { edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startKey: null, endKey: null } },
      },
    ],
  },
];
