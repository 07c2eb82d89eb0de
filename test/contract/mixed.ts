import type { NodeFilter } from "../../src/plan/filter.js";
import { compare, hop, NODES, order, ref, scan } from "../support/plans.js";
import type { Case } from "./case.js";

const TYPES = ["Organization", "Event", "Vote"];
const KIND = ref("kind", "string");

/** A filter over nodes of types of which some have the property, as an enum or as a text, and the nodes that satisfy it. */
function of(title: string, where: NodeFilter, nodes: readonly (readonly [type: string, id: string])[]): Case {
  return {
    title,
    plan: scan(TYPES, [NODES], { where }),
    result: { nodes: nodes.map(([type, id]) => ({ $type: type, id })) },
  };
}

const organizations = (ids: readonly string[]): (readonly [string, string])[] => ids.map((id) => ["Organization", id]);

/** What is asked of nodes of several types that only some of them have. */
export const mixedCases: readonly Case[] = [
  of("an enum of one type and a text of another compare alike", compare(KIND, "in", ["ORGAN", "storm", "PARAGRAPH"]), [
    ...organizations(["assembly", "council"]),
    ["Event", "storm"],
    ["Vote", "vote-5"],
  ]),
  of("a type without the property compares false", compare(ref("status", "enum"), "eq", "PROPOSED"), [
    ["Organization", "inquiry"],
  ]),
  of(
    "and its complement holds",
    {
      kind: "and",
      of: [
        { kind: "not", of: compare(ref("status", "enum"), "eq", "ACTIVE") },
        compare(ref("id", "id"), "lt", "storm"),
      ],
    },
    [
      ["Organization", "court"],
      ["Organization", "inquiry"],
      ["Event", "march"],
    ],
  ),
  of(
    "of a relationship that it cannot have, it has none",
    {
      kind: "and",
      of: [
        { kind: "quantified", quantifier: "none", hop: hop(["MEMBER_OF"], "in"), node: null },
        compare(ref("id", "id"), "lt", "storm"),
      ],
    },
    [...organizations(["assembly", "court", "inquiry"]), ["Event", "march"]],
  ),
  {
    title: "sorts what lacks the property last",
    plan: scan(["Organization", "Event"], [NODES], { order: [order("node", KIND)] }),
    result: {
      nodes: [
        { $type: "Organization", id: "court" },
        { $type: "Organization", id: "inquiry" },
        { $type: "Organization", id: "assembly" },
        { $type: "Organization", id: "council" },
        { $type: "Event", id: "march" },
        { $type: "Event", id: "storm" },
      ],
    },
  },
  {
    title: "groups by an enum of one type and a text of another",
    plan: scan(
      ["Organization", "Event"],
      [
        {
          kind: "groups",
          as: "groups",
          by: [
            { kind: "property", on: "node", property: ref("type", "enum") },
            { kind: "property", on: "node", property: KIND },
          ],
          first: 2,
          subject: [],
          object: [],
        },
      ],
    ),
    result: {
      groups: {
        totalCount: 5,
        groups: [
          { key: ["Organization", "ORGAN"], count: 2, subject: null, object: null },
          { key: ["Event", "protest"], count: 1, subject: null, object: null },
        ],
      },
    },
  },
];
