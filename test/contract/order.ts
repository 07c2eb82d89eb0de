import type { Order } from "../../src/plan/plan.js";
import { EDGE_ID, expand, farNode, first, hop, lookup, NODES, order, ref, scan } from "../support/plans.js";
import type { Case } from "./case.js";

function scanned(title: string, type: string, by: readonly Order[], ids: readonly string[]): Case {
  return {
    title,
    plan: scan([type], [NODES], { order: by }),
    result: { nodes: ids.map((id) => ({ $type: type, id })) },
  };
}

const DATE = ref("date", "date");
const NAME = ref("name", "string");

export const orderCases: readonly Case[] = [
  scanned("without an order, by id", "State", [], ["arda", "arda-north", "bora", "cyra", "dorn", "elva", "fenn"]),
  {
    title: "without an order, by id across types",
    plan: scan(["State", "Place", "Group"], [NODES], { page: first(5) }),
    result: {
      nodes: [
        { $type: "State", id: "arda" },
        { $type: "State", id: "arda-north" },
        { $type: "State", id: "bora" },
        { $type: "Place", id: "camp" },
        { $type: "Group", id: "coastal-group" },
      ],
    },
  },
  scanned(
    "texts by code point, not by UTF-16 unit",
    "State",
    [order("node", NAME)],
    ["arda", "arda-north", "bora", "cyra", "elva", "dorn", "fenn"],
  ),
  scanned(
    "texts downwards",
    "State",
    [order("node", NAME, "desc")],
    ["fenn", "dorn", "elva", "cyra", "bora", "arda-north", "arda"],
  ),
  scanned(
    "dates by first day, then by last day; missing ones last; ties by id",
    "Vote",
    [order("node", DATE)],
    ["vote-3", "vote-1", "vote-2", "vote-4", "vote-5"],
  ),
  scanned(
    "missing values last downwards too, and ties still by id upwards",
    "Vote",
    [order("node", DATE, "desc")],
    ["vote-4", "vote-1", "vote-2", "vote-3", "vote-5"],
  ),
  scanned(
    "imprecise dates by the first day they may mean",
    "Resolution",
    [order("node", DATE)],
    ["text-3", "draft-2", "draft-1", "text-4", "series-6", "text-5"],
  ),
  scanned(
    "several keys, an enum by its name",
    "Vote",
    [order("node", ref("kind", "enum"), "desc"), order("node", ref("tally.yes", "int"))],
    ["vote-2", "vote-1", "vote-3", "vote-5", "vote-4"],
  ),
  scanned(
    "a boolean, false first",
    "State",
    [order("node", ref("identified", "boolean"))],
    ["fenn", "arda", "arda-north", "bora", "cyra", "dorn", "elva"],
  ),
  scanned(
    "ids downwards",
    "Vote",
    [order("node", ref("id", "id"), "desc")],
    ["vote-5", "vote-4", "vote-3", "vote-2", "vote-1"],
  ),
  {
    title: "edges of a hop by id, which is not the order of the far nodes",
    plan: lookup(
      ["inquiry"],
      ["Organization"],
      [expand("blockedBy", hop(["BLOCKED"], "in"), [{ kind: "edges", as: "edges", fields: [EDGE_ID] }])],
    ),
    result: [
      {
        $type: "Organization",
        blockedBy: { edges: [{ id: "arda-north/BLOCKED/inquiry" }, { id: "coastal-group/BLOCKED/inquiry" }] },
      },
    ],
  },
  {
    title: "edge ids as texts: arda-north/… before arda/…, a key after none",
    plan: lookup(
      ["vote-2", "referral"],
      ["Vote", "Referral"],
      [
        expand("in", hop(["CAST", "BLOCKED"], "in"), [{ kind: "edges", as: "edges", fields: [EDGE_ID] }], {
          page: first(3),
        }),
      ],
    ),
    result: [
      {
        $type: "Vote",
        in: { edges: [{ id: "arda-north/CAST/vote-2" }, { id: "arda/CAST/vote-2" }, { id: "bora/CAST/vote-2" }] },
      },
      {
        $type: "Referral",
        in: {
          edges: [
            { id: "cyra/BLOCKED/referral" },
            { id: "cyra/BLOCKED/referral/a" },
            { id: "cyra/BLOCKED/referral/c" },
          ],
        },
      },
    ],
  },
  {
    title: "a hop by a property of the edge, then of the far node",
    plan: lookup(
      ["arda"],
      ["State"],
      [
        expand("cast", hop(["CAST"], "out"), [{ kind: "edges", as: "edges", fields: [farNode()] }], {
          order: [order("edge", ref("position", "enum")), order("node", DATE, "desc")],
        }),
      ],
    ),
    result: [
      {
        $type: "State",
        cast: {
          edges: ["vote-4", "vote-3", "vote-2", "vote-5", "vote-1"].map((id) => ({ node: { $type: "Vote", id } })),
        },
      },
    ],
  },
];
