import type { DisputeField, DisputePart, DisputesPlan, Plan } from "../../src/plan/plan.js";
import { compare, edgeProperty, first, ID, last, PAGE_INFO, ref, SHOWN, TOTAL } from "../support/plans.js";
import type { Case } from "./case.js";

const VALUES = ["id", "property", "settled"] as const;
const FIELDS: readonly DisputeField[] = [
  ...VALUES.map((name) => ({ kind: "value", as: name, name }) as const),
  { kind: "end", as: "node", end: "node", fields: [ID] },
  { kind: "end", as: "other", end: "other", fields: [ID] },
  {
    kind: "claims",
    as: "claims",
    fields: [
      { kind: "value", as: "value", name: "value" },
      { kind: "value", as: "rank", name: "rank" },
      { kind: "value", as: "reason", name: "reason" },
      { kind: "records", as: "evidence", name: "evidence", fields: [{ kind: "value", as: "at", name: "citation" }] },
    ],
  },
  { kind: "link", as: "link", fields: [edgeProperty("id"), edgeProperty("reason")] },
];
const IDS: DisputePart = { kind: "nodes", as: "nodes", fields: [{ kind: "value", as: "id", name: "id" }] };

function disputes(options: Partial<DisputesPlan> = {}): Plan {
  return {
    kind: "disputes",
    relationships: ["CONTRADICTS"],
    visible: SHOWN,
    where: null,
    property: null,
    settled: null,
    page: first(10),
    parts: [IDS, TOTAL],
    ...options,
  };
}

function ids(...found: readonly string[]): object {
  return { nodes: found.map((id) => ({ id })), totalCount: found.length };
}

export const disputeCases: readonly Case[] = [
  {
    title: "are properties whose claims differ, and edges whose ends contradict each other",
    plan: disputes({ parts: [{ kind: "nodes", as: "nodes", fields: FIELDS }] }),
    result: {
      nodes: [
        {
          id: "arda/name",
          property: "name",
          settled: true,
          node: { $type: "State", id: "arda" },
          other: null,
          claims: [
            {
              value: '"Arda"',
              rank: "PREFERRED",
              reason: "Its own usage.",
              evidence: [{ at: "The Arda Chronicle (2014-02), para. 3" }],
            },
            {
              value: '"Ardda"',
              rank: "DEPRECATED",
              reason: null,
              evidence: [{ at: "A leaflet without a date, p. 2" }],
            },
          ],
          link: null,
        },
        {
          id: "denial/CONTRADICTS/finding",
          property: null,
          settled: false,
          node: { $type: "Statement", id: "denial" },
          other: { $type: "Statement", id: "finding" },
          claims: [],
          link: { id: "denial/CONTRADICTS/finding", reason: "One denies what the other finds." },
        },
      ],
    },
  },
  { title: "of one property", plan: disputes({ property: "name" }), result: ids("arda/name") },
  { title: "of a property that nobody disputes", plan: disputes({ property: "date" }), result: ids() },
  { title: "that are decided", plan: disputes({ settled: true }), result: ids("arda/name") },
  { title: "that are not", plan: disputes({ settled: false }), result: ids("denial/CONTRADICTS/finding") },
  {
    title: "about a node, at either end of an edge",
    plan: disputes({
      where: compare(ref("id", "id"), "in", ["finding", "bora"]),
      parts: [{ kind: "nodes", as: "nodes", fields: FIELDS.filter(({ kind }) => kind === "end") }],
    }),
    result: { nodes: [{ node: { $type: "Statement", id: "finding" }, other: { $type: "Statement", id: "denial" } }] },
  },
  {
    title: "without edges of a modality that is not seen",
    plan: disputes({ visible: { modalities: ["DENIED"], ranks: null } }),
    result: ids("arda/name"),
  },
  {
    title: "in pages, both ways",
    plan: disputes({
      page: first(1),
      parts: [
        PAGE_INFO,
        {
          kind: "edges",
          as: "edges",
          fields: [
            { kind: "cursor", as: "cursor" },
            { kind: "self", as: "node", fields: [{ kind: "value", as: "id", name: "id" }] },
          ],
        },
      ],
    }),
    result: {
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startKey: ["arda/name"], endKey: ["arda/name"] },
      edges: [{ cursor: ["arda/name"], node: { id: "arda/name" } }],
    },
  },
  {
    title: "after a cursor",
    plan: disputes({ page: first(5, ["arda/name"]), parts: [IDS, TOTAL, PAGE_INFO] }),
    result: {
      nodes: [{ id: "denial/CONTRADICTS/finding" }],
      totalCount: 2,
      pageInfo: {
        hasNextPage: false,
        hasPreviousPage: true,
        startKey: ["denial/CONTRADICTS/finding"],
        endKey: ["denial/CONTRADICTS/finding"],
      },
    },
  },
  {
    title: "from the end",
    plan: disputes({ page: last(1, ["denial/CONTRADICTS/finding"]), parts: [IDS, PAGE_INFO] }),
    result: {
      nodes: [{ id: "arda/name" }],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startKey: ["arda/name"], endKey: ["arda/name"] },
    },
  },
];
