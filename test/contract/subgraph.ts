import type { SubgraphPlan } from "../../src/plan/plan.js";
import { compare, EDGE_ID, EVERYTHING, ID, ref, SHOWN } from "../support/plans.js";
import type { Case } from "./case.js";

interface Expected {
  readonly nodes: readonly (readonly [type: string, id: string])[];
  readonly links: readonly string[];
  readonly total: readonly [nodes: number, links: number];
  readonly truncated?: boolean;
}

function around(title: string, plan: Partial<SubgraphPlan> & Pick<SubgraphPlan, "from">, expected: Expected): Case {
  return {
    title,
    plan: {
      kind: "subgraph",
      depth: 1,
      relationships: ["CONCERNS", "SENT_TO"],
      visible: SHOWN,
      edge: null,
      known: [],
      first: 100,
      nodeFields: [ID],
      linkFields: [EDGE_ID],
      ...plan,
    },
    result: {
      nodes: expected.nodes.map(([$type, id]) => ({ $type, id })),
      links: expected.links.map((id) => ({ id })),
      truncated: expected.truncated ?? false,
      total: { nodes: expected.total[0], links: expected.total[1] },
    },
  };
}

const DORN = ["State", "dorn"] as const;
const REFERRAL = ["Referral", "referral"] as const;
const SANCTIONS = ["Measure", "sanctions"] as const;

export const subgraphCases: readonly Case[] = [
  around(
    "the node and its neighbours, nearest first, then by id",
    { from: ["dorn"] },
    {
      nodes: [DORN, REFERRAL, SANCTIONS],
      links: ["referral/CONCERNS/dorn", "sanctions/CONCERNS/dorn"],
      total: [3, 2],
    },
  ),
  around(
    "further out, over every modality",
    { from: ["dorn"], depth: 2, visible: EVERYTHING },
    {
      nodes: [DORN, REFERRAL, SANCTIONS, ["Organization", "court"]],
      links: ["referral/CONCERNS/dorn", "referral/SENT_TO/court", "sanctions/CONCERNS/dorn"],
      total: [4, 3],
    },
  ),
  around(
    "leaves out what is known, and shows edges to it",
    { from: ["dorn"], known: ["dorn", "referral/CONCERNS/dorn"] },
    {
      nodes: [REFERRAL, SANCTIONS],
      links: ["sanctions/CONCERNS/dorn"],
      total: [3, 2],
    },
  ),
  around(
    "at most so many nodes, with the edges among them and the true total",
    { from: ["dorn"], first: 2 },
    {
      nodes: [DORN, REFERRAL],
      links: ["referral/CONCERNS/dorn"],
      total: [3, 2],
      truncated: true,
    },
  ),
  around(
    "edges between neighbours",
    { from: ["council"], relationships: ["MEMBER_OF", "HAS_RELATIONS_WITH"] },
    {
      nodes: [
        ["Organization", "council"],
        ["State", "arda"],
        ["State", "bora"],
        ["State", "cyra"],
      ],
      links: [
        "arda/HAS_RELATIONS_WITH/arda",
        "arda/HAS_RELATIONS_WITH/bora",
        "arda/MEMBER_OF/council",
        "bora/HAS_RELATIONS_WITH/arda",
        "bora/MEMBER_OF/council",
        "cyra/HAS_RELATIONS_WITH/arda",
        "cyra/MEMBER_OF/council",
      ],
      total: [4, 7],
    },
  ),
  around(
    "depth 0: the nodes given and the edges among them; unknown ids are left out",
    { from: ["referral", "nobody", "dorn"], depth: 0 },
    {
      nodes: [DORN, REFERRAL],
      links: ["referral/CONCERNS/dorn"],
      total: [2, 1],
    },
  ),
  around(
    "an edge filter",
    { from: ["dorn"], edge: { kind: "end", end: "subject", node: compare(ref("type", "enum"), "eq", "Measure") } },
    { nodes: [DORN, SANCTIONS], links: ["sanctions/CONCERNS/dorn"], total: [2, 1] },
  ),
  around(
    "no relationships: the nodes given alone",
    { from: ["dorn", "referral"], relationships: [], depth: 2 },
    { nodes: [DORN, REFERRAL], links: [], total: [2, 0] },
  ),
  around("nothing around what does not exist", { from: ["nobody"] }, { nodes: [], links: [], total: [0, 0] }),
];
