import { edgeProperty, hop, ID, lookup, property } from "../support/plans.js";
import type { Case } from "./case.js";

const NAMED = [ID, property("name")];

export const lookupCases: readonly Case[] = [
  {
    title: "gives a node or null for each id, in the order asked for",
    plan: lookup(["bora", "nobody", "arda", "bora"], ["State"], NAMED),
    result: [
      { $type: "State", id: "bora", name: "Bora" },
      null,
      { $type: "State", id: "arda", name: "Arda" },
      { $type: "State", id: "bora", name: "Bora" },
    ],
  },
  {
    title: "does not find a node of another type",
    plan: lookup(["arda", "council"], ["Organization"], [ID]),
    result: [null, { $type: "Organization", id: "council" }],
  },
  {
    title: "finds nodes by a unique property",
    plan: { kind: "lookup", property: "iso3", values: ["QCY", "QQQ", "qcy"], types: ["State"], fields: [ID] },
    result: [{ $type: "State", id: "cyra" }, null, null],
  },
  {
    title: "finds nodes of several types by a unique property",
    plan: {
      kind: "lookup",
      property: "symbol",
      values: ["F/PV.1", "F/RES/4", "F/V/4", "Bora"],
      types: ["Meeting", "Resolution", "Vote"],
      fields: [ID],
    },
    result: [
      { $type: "Meeting", id: "sitting-1" },
      { $type: "Resolution", id: "text-4" },
      { $type: "Vote", id: "vote-4" },
      null,
    ],
  },
  {
    title: "reads fields only of the types they apply to",
    plan: lookup(
      ["arda", "sitting-1"],
      ["State", "Meeting"],
      [ID, { ...property("iso3"), on: ["State"] }, { ...property("symbol"), on: ["Meeting", "Vote"] }],
    ),
    result: [
      { $type: "State", id: "arda", iso3: "QAR" },
      { $type: "Meeting", id: "sitting-1", symbol: "F/PV.1" },
    ],
  },
  {
    title: "gives the edge of a to-one side: the preferred one, seen whatever it says",
    plan: lookup(
      ["vote-1", "vote-3", "vote-4", "vote-5"],
      ["Vote"],
      [
        {
          kind: "one",
          as: "takenAt",
          on: null,
          hop: hop(["TAKEN_AT"], "out"),
          fields: [edgeProperty("date"), { kind: "end", as: "node", end: "node", fields: [ID] }],
        },
      ],
    ),
    result: [
      { $type: "Vote", takenAt: { date: "2012-05-04", node: { $type: "Meeting", id: "sitting-1" } } },
      { $type: "Vote", takenAt: { date: null, node: { $type: "Meeting", id: "sitting-1" } } },
      { $type: "Vote", takenAt: null },
      { $type: "Vote", takenAt: null },
    ],
  },
  {
    title: "of several edges of a to-one side takes the best rank, then the first id",
    plan: lookup(
      ["vote-3", "arda"],
      ["Vote", "State"],
      [
        {
          kind: "one",
          as: "one",
          on: null,
          hop: hop(["TAKEN_AT", "CAST"], "out", { visible: { modalities: null, ranks: null } }),
          fields: [edgeProperty("id")],
        },
      ],
    ),
    result: [
      { $type: "Vote", one: { id: "vote-3/TAKEN_AT/sitting-1" } },
      { $type: "State", one: { id: "arda/CAST/vote-1" } },
    ],
  },
];
