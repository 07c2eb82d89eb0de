import {
  compare,
  EDGE_ID,
  edgeProperty,
  EVERYTHING,
  expand,
  farNode,
  first,
  hop,
  lookup,
  NODES,
  OMITTED,
  order,
  ref,
  TOTAL,
} from "../support/plans.js";
import type { Case } from "./case.js";

const EDGES = { kind: "edges", as: "edges", fields: [EDGE_ID, farNode()] } as const;
const RELATIONS = ["HAS_RELATIONS_WITH"];

export const expandCases: readonly Case[] = [
  {
    title: "a family reads all of its relationship types, and omitted counts what is not shown",
    plan: lookup(["bora"], ["State"], [expand("blocked", hop(["VETOED", "BLOCKED"], "out"), [EDGES, TOTAL, OMITTED])]),
    result: [
      {
        $type: "State",
        blocked: {
          edges: [
            { id: "bora/BLOCKED/draft-2", node: { $type: "Resolution", id: "draft-2" } },
            { id: "bora/VETOED/draft-1", node: { $type: "Resolution", id: "draft-1" } },
          ],
          totalCount: 2,
          omitted: ["POSSIBLE", "PLANNED", "EXPECTED", "CALLED_FOR", "THREATENED", "DENIED", "DID_NOT_HAPPEN"].map(
            (modality) => ({ modality, rank: "NORMAL", count: 1 }),
          ),
        },
      },
    ],
  },
  {
    title: "omitted counts only what the filters let through, by rank too",
    plan: lookup(
      ["referral"],
      ["Referral"],
      [
        expand("blockedBy", hop(["BLOCKED"], "in", { edge: compare(ref("form", "enum"), "eq", "NOT_STATED") }), [
          TOTAL,
          OMITTED,
        ]),
        expand("byBora", hop(["BLOCKED"], "in"), [TOTAL, OMITTED], { where: compare(ref("id", "id"), "eq", "bora") }),
      ],
    ),
    result: [
      {
        $type: "Referral",
        blockedBy: { totalCount: 2, omitted: [{ modality: "ACTUAL", rank: "DEPRECATED", count: 1 }] },
        byBora: { totalCount: 0, omitted: [{ modality: "PLANNED", rank: "NORMAL", count: 1 }] },
      },
    ],
  },
  {
    title: "parallel edges are told apart, and each leads to the same node",
    plan: lookup(
      ["cyra"],
      ["State"],
      [
        expand("blocked", hop(["BLOCKED"], "out", { visible: EVERYTHING }), [
          {
            kind: "edges",
            as: "edges",
            fields: [edgeProperty("key"), edgeProperty("date"), edgeProperty("rank"), farNode()],
          },
        ]),
      ],
    ),
    result: [
      {
        $type: "State",
        blocked: {
          edges: [
            { key: null, date: "2014-02-17", rank: "NORMAL", node: { $type: "Referral", id: "referral" } },
            { key: "a", date: "2014-02", rank: "NORMAL", node: { $type: "Referral", id: "referral" } },
            { key: "b", date: "2014-02-17", rank: "DEPRECATED", node: { $type: "Referral", id: "referral" } },
            { key: "c", date: "2014", rank: "PREFERRED", node: { $type: "Referral", id: "referral" } },
          ],
        },
      },
    ],
  },
  {
    title: "a symmetric relationship is read from both ends, a self-loop once",
    plan: lookup(["arda", "bora"], ["State"], [expand("relations", hop(RELATIONS, "both"), [EDGES, TOTAL])]),
    result: [
      {
        $type: "State",
        relations: {
          edges: [
            { id: "arda/HAS_RELATIONS_WITH/arda", node: { $type: "State", id: "arda" } },
            { id: "arda/HAS_RELATIONS_WITH/bora", node: { $type: "State", id: "bora" } },
            { id: "bora/HAS_RELATIONS_WITH/arda", node: { $type: "State", id: "bora" } },
            { id: "cyra/HAS_RELATIONS_WITH/arda", node: { $type: "State", id: "cyra" } },
          ],
          totalCount: 4,
        },
      },
      {
        $type: "State",
        relations: {
          edges: [
            { id: "arda/HAS_RELATIONS_WITH/bora", node: { $type: "State", id: "arda" } },
            { id: "bora/HAS_RELATIONS_WITH/arda", node: { $type: "State", id: "arda" } },
          ],
          totalCount: 2,
        },
      },
    ],
  },
  {
    title: "a self-loop in one direction leads back",
    plan: lookup(
      ["remark"],
      ["Statement"],
      [expand("about", hop(["ABOUT"], "out"), [EDGES]), expand("subjectOf", hop(["ABOUT"], "in"), [EDGES])],
    ),
    result: [
      {
        $type: "Statement",
        about: { edges: [{ id: "remark/ABOUT/remark", node: { $type: "Statement", id: "remark" } }] },
        subjectOf: { edges: [{ id: "remark/ABOUT/remark", node: { $type: "Statement", id: "remark" } }] },
      },
    ],
  },
  {
    title: "nests, with filters and orders at each level, and ends of the edge",
    plan: lookup(
      ["dorn"],
      ["State"],
      [
        expand("concernedBy", hop(["CONCERNS"], "in"), [
          {
            kind: "nodes",
            as: "nodes",
            fields: [
              { kind: "property", as: "name", name: "name", on: null },
              expand(
                "blockedBy",
                hop(["VETOED", "BLOCKED"], "in"),
                [
                  {
                    kind: "edges",
                    as: "edges",
                    fields: [
                      edgeProperty("date"),
                      { kind: "end", as: "subject", end: "subject", fields: [] },
                      {
                        kind: "end",
                        as: "object",
                        end: "object",
                        fields: [expand("askedBy", hop(["RECOMMENDED"], "in"), [NODES])],
                      },
                    ],
                  },
                  TOTAL,
                ],
                { page: first(1), order: [order("edge", ref("date", "date"), "desc")] },
              ),
            ],
          },
        ]),
      ],
    ),
    result: [
      {
        $type: "State",
        concernedBy: {
          nodes: [
            {
              $type: "Referral",
              name: "Referral of Dorn",
              blockedBy: {
                edges: [
                  {
                    date: "2014-02-17",
                    subject: { $type: "State" },
                    object: {
                      $type: "Referral",
                      askedBy: {
                        nodes: [
                          { $type: "Report", id: "report-1" },
                          { $type: "Person", id: "una-vey" },
                        ],
                      },
                    },
                  },
                ],
                totalCount: 3,
              },
            },
            { $type: "Measure", name: "Sanctions on Dorn", blockedBy: { edges: [], totalCount: 0 } },
          ],
        },
      },
    ],
  },
  {
    title: "an edge filter over its sources, own lists and ends",
    plan: lookup(
      ["dorn", "rights"],
      ["State", "Topic"],
      [
        expand("mentions", hop(["MENTIONS"], "in", { edge: compare(ref("paragraphs", "int", true), "gt", 10) }), [
          EDGES,
        ]),
        expand("about", hop(["ABOUT"], "in", { edge: compare(ref("sources", "id", true), "eq", "leaflet") }), [EDGES]),
      ],
    ),
    result: [
      {
        $type: "State",
        mentions: { edges: [{ id: "chronicle/MENTIONS/dorn", node: { $type: "Source", id: "chronicle" } }] },
        about: { edges: [] },
      },
      {
        $type: "Topic",
        mentions: { edges: [] },
        about: { edges: [{ id: "finding/ABOUT/rights", node: { $type: "Statement", id: "finding" } }] },
      },
    ],
  },
  {
    title: "no relationships, no edges, whichever way",
    plan: lookup(
      ["arda"],
      ["State"],
      (["out", "in", "both"] as const).map((direction) =>
        expand(direction, hop([], direction), [EDGES, TOTAL, OMITTED]),
      ),
    ),
    result: [
      {
        $type: "State",
        out: { edges: [], totalCount: 0, omitted: [] },
        in: { edges: [], totalCount: 0, omitted: [] },
        both: { edges: [], totalCount: 0, omitted: [] },
      },
    ],
  },
  {
    title: "no relationships, no single edge",
    plan: lookup(["arda"], ["State"], [{ kind: "one", as: "one", on: null, hop: hop([], "out"), fields: [EDGE_ID] }]),
    result: [{ $type: "State", one: null }],
  },
];
