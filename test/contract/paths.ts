import { expect } from "vitest";

import type { PathsPlan } from "../../src/plan/plan.js";
import { compare, EDGE_ID, EVERYTHING, ID, ref, SHOWN } from "../support/plans.js";
import type { Case } from "./case.js";

const ANYTHING = { ids: [], types: [], degree: null };
const POSTS = ["HOLDS", "OFFICE_OF", "MEMBER_OF"];
const ASKS = ["RECOMMENDS", "CALLS_FOR"];

/** The ids of the edges of each path found. */
function found(
  title: string,
  plan: Partial<PathsPlan> & Pick<PathsPlan, "from" | "to" | "relationships">,
  paths: readonly (readonly string[])[],
  truncated = false,
): Case {
  return {
    title,
    plan: {
      kind: "paths",
      visible: SHOWN,
      edge: null,
      avoid: ANYTHING,
      maxLength: 4,
      first: 10,
      nodeFields: [],
      linkFields: [EDGE_ID],
      ...plan,
    },
    result: {
      paths: paths.map((ids) => ({
        length: ids.length,
        nodes: Array.from({ length: ids.length + 1 }, () => ({ $type: expect.any(String) as unknown })),
        hops: ids.map((id) => ({ forward: expect.any(Boolean) as unknown, link: { id } })),
      })),
      truncated,
    },
  };
}

const ARDA_TO_BORA = ["vote-1", "vote-2", "vote-3", "vote-4", "vote-5"].map((vote) => [
  `arda/CAST/${vote}`,
  `bora/CAST/${vote}`,
]);

export const pathCases: readonly Case[] = [
  {
    title: "gives nodes and hops, and which way each edge points",
    plan: {
      kind: "paths",
      from: "una-vey",
      to: "ilo-marr",
      relationships: POSTS,
      visible: EVERYTHING,
      edge: null,
      avoid: ANYTHING,
      maxLength: 2,
      first: 10,
      nodeFields: [ID],
      linkFields: [EDGE_ID],
    },
    result: {
      paths: [
        {
          length: 2,
          nodes: [
            { $type: "Person", id: "una-vey" },
            { $type: "Office", id: "envoy" },
            { $type: "Person", id: "ilo-marr" },
          ],
          hops: [
            { forward: true, link: { id: "una-vey/HOLDS/envoy" } },
            { forward: false, link: { id: "ilo-marr/HOLDS/envoy" } },
          ],
        },
      ],
      truncated: false,
    },
  },
  found(
    "the shortest first, up to the length asked for",
    { from: "ilo-marr", to: "una-vey", relationships: POSTS, visible: EVERYTHING, maxLength: 5 },
    [
      ["ilo-marr/HOLDS/envoy", "una-vey/HOLDS/envoy"],
      [
        "ilo-marr/HOLDS/envoy",
        "envoy/OFFICE_OF/arda",
        "arda/MEMBER_OF/council",
        "rapporteur/OFFICE_OF/council",
        "una-vey/HOLDS/rapporteur",
      ],
    ],
  ),
  found("over what is visible alone", { from: "ilo-marr", to: "una-vey", relationships: POSTS, maxLength: 4 }, []),
  found(
    "parallel edges are paths of their own, ties by edge ids",
    { from: "una-vey", to: "referral", relationships: ASKS },
    [
      ["una-vey/RECOMMENDS/ask-1", "ask-1/CALLS_FOR/referral"],
      ["una-vey/RECOMMENDS/ask-1/again", "ask-1/CALLS_FOR/referral"],
    ],
  ),
  found(
    "an edge filter",
    {
      from: "una-vey",
      to: "referral",
      relationships: ASKS,
      edge: { kind: "not", of: compare(ref("date", "date"), "lt", "2014") },
    },
    [["una-vey/RECOMMENDS/ask-1/again", "ask-1/CALLS_FOR/referral"]],
  ),
  found(
    "at most so many, and says that there are more",
    { from: "una-vey", to: "referral", relationships: ASKS, first: 1 },
    [["una-vey/RECOMMENDS/ask-1", "ask-1/CALLS_FOR/referral"]],
    true,
  ),
  found(
    "avoids nodes and edges by id",
    {
      from: "arda",
      to: "bora",
      relationships: ["CAST"],
      maxLength: 2,
      avoid: { ...ANYTHING, ids: ["vote-1", "vote-3", "vote-4", "arda/CAST/vote-5", "arda", "bora"] },
    },
    [["arda/CAST/vote-2", "bora/CAST/vote-2"]],
  ),
  found(
    "avoids types",
    {
      from: "arda",
      to: "bora",
      relationships: ["CAST", "MEMBER_OF"],
      maxLength: 2,
      avoid: { ...ANYTHING, types: ["Vote", "State"] },
    },
    [["arda/MEMBER_OF/council", "bora/MEMBER_OF/council"]],
  ),
  found(
    "avoids hubs of more than so many edges",
    { from: "arda", to: "bora", relationships: ["CAST"], maxLength: 2, avoid: { ...ANYTHING, degree: 5 } },
    [],
  ),
  found(
    "passes through nodes of just so many edges",
    { from: "arda", to: "bora", relationships: ["CAST"], maxLength: 2, avoid: { ...ANYTHING, degree: 6 } },
    ARDA_TO_BORA,
  ),
  found("no relationships, no path", { from: "una-vey", to: "referral", relationships: [] }, []),
  found("no path from a node to itself", { from: "arda", to: "arda", relationships: ["HAS_RELATIONS_WITH"] }, []),
  {
    title: "null where an end does not exist",
    plan: {
      kind: "paths",
      from: "arda",
      to: "nobody",
      relationships: POSTS,
      visible: SHOWN,
      edge: null,
      avoid: ANYTHING,
      maxLength: 2,
      first: 10,
      nodeFields: [],
      linkFields: [],
    },
    result: null,
  },
];
