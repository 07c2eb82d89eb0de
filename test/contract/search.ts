import type { Plan, SearchPlan } from "../../src/plan/plan.js";
import { compare, farNode, first, last, PAGE_INFO, ref, TOTAL } from "../support/plans.js";
import type { Case } from "./case.js";

const ANY = ["Office", "Organization", "Person", "Resolution", "State"];
const NODES = { kind: "edges", as: "edges", fields: [farNode()] } as const;

const MATCHED = {
  kind: "edges",
  as: "edges",
  fields: [{ kind: "matched", as: "matched" }, farNode()],
} as const;

function search(text: string, options: Partial<SearchPlan> = {}): Plan {
  return { kind: "search", text, types: ANY, where: null, page: first(10), parts: [NODES, TOTAL], ...options };
}

function found(...nodes: readonly (readonly [type: string, id: string])[]): object {
  return { edges: nodes.map(([$type, id]) => ({ node: { $type, id } })), totalCount: nodes.length };
}

export const searchCases: readonly Case[] = [
  {
    title: "ranks by field, then by length of the text, then by id; says which fields matched",
    plan: search("arda", {
      types: ["Office", "State"],
      parts: [
        {
          kind: "edges",
          as: "edges",
          fields: [{ kind: "cursor", as: "cursor" }, { kind: "matched", as: "matched" }, farNode()],
        },
      ],
    }),
    result: {
      edges: [
        { cursor: [0, 1, "arda"], matched: ["name", "aliases"], node: { $type: "State", id: "arda" } },
        { cursor: [0, 2, "arda-north"], matched: ["name"], node: { $type: "State", id: "arda-north" } },
        { cursor: [0, 3, "envoy"], matched: ["name"], node: { $type: "Office", id: "envoy" } },
      ],
    },
  },
  { title: "folds accents and case", plan: search("çYRÁ"), result: found(["State", "cyra"]) },
  { title: "folds compatible characters", plan: search("Fenn"), result: found(["State", "fenn"]) },
  {
    title: "wants every word, in any order, the last as a prefix",
    plan: search("marr il"),
    result: found(["Person", "ilo-marr"]),
  },
  { title: "takes only the last word as a prefix", plan: search("mar ilo"), result: found() },
  {
    title: "finds words in different fields of one node",
    plan: search("qar republic"),
    result: found(["State", "arda"]),
  },
  { title: "finds nothing for a text without words", plan: search(" … "), result: found() },
  {
    title: "filters",
    plan: search("dorn", { where: compare(ref("status", "enum"), "eq", "FAILED") }),
    result: found(["Resolution", "draft-2"]),
  },
  {
    title: "has pages",
    plan: search("dorn", { types: ["Resolution"], page: first(2, [0, 3, "text-3"]), parts: [NODES, TOTAL, PAGE_INFO] }),
    result: {
      edges: [{ node: { $type: "Resolution", id: "draft-1" } }, { node: { $type: "Resolution", id: "draft-2" } }],
      totalCount: 4,
      pageInfo: {
        hasNextPage: true,
        hasPreviousPage: true,
        startKey: [0, 4, "draft-1"],
        endKey: [0, 4, "draft-2"],
      },
    },
  },
  {
    title: "has pages backwards",
    plan: search("dorn", { types: ["Resolution"], page: last(1), parts: [NODES] }),
    result: { edges: [{ node: { $type: "Resolution", id: "series-6" } }] },
  },
  {
    title: "finds a summary and a statement's text",
    plan: search("fixture rapp", { types: ["Person", "Statement"], parts: [MATCHED] }),
    result: { edges: [{ matched: ["summary"], node: { $type: "Person", id: "una-vey" } }] },
  },
  {
    title: "finds words that are quoted for a node or for what it did, after all that it says itself",
    plan: search("none happened of it", { types: ["State", "Statement"], parts: [MATCHED] }),
    result: {
      edges: [
        { matched: ["text"], node: { $type: "Statement", id: "denial" } },
        { matched: ["quotes"], node: { $type: "State", id: "dorn" } },
      ],
    },
  },
  {
    title: "finds a quoted phrase with the subject of its edge, not with the object",
    plan: search("stood in the way"),
    result: found(["State", "bora"]),
  },
];
