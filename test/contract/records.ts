import { expect } from "vitest";

import type { EdgeField, NodeField } from "../../src/plan/plan.js";
import { edgeProperty, EVERYTHING, expand, hop, ID, lookup, property } from "../support/plans.js";
import type { Case } from "./case.js";

const value = (name: string) => ({ kind: "value", as: name, name }) as const;
const EDGE_FACTS: readonly EdgeField[] = [
  "id",
  "type",
  "key",
  "date",
  "from",
  "until",
  "modality",
  "rank",
  "known",
  "corroboration",
  "derivedFrom",
].map((name) => edgeProperty(name));

function edges(relationship: string, fields: readonly EdgeField[]): NodeField {
  return expand("hop", hop([relationship], "out", { visible: EVERYTHING }), [{ kind: "edges", as: "edges", fields }]);
}

export const recordCases: readonly Case[] = [
  {
    title: "gives null for a property that is missing and [] for a list that is",
    plan: lookup(
      ["fenn"],
      ["State"],
      [property("iso3"), property("summary"), property("sameAs"), property("identified")],
    ),
    result: [{ $type: "State", iso3: null, summary: null, sameAs: [], identified: false }],
  },
  {
    title: "gives a property that the type does not have as null",
    plan: lookup(["camp"], ["Place"], [property("iso3")]),
    result: [{ $type: "Place", iso3: null }],
  },
  {
    title: "gives lists in the order recorded, dates as precise as recorded, and the type",
    plan: lookup(["cyra", "vote-3"], ["State", "Vote"], [property("type"), property("sameAs"), property("date")]),
    result: [
      { $type: "State", type: "State", sameAs: ["https://example.org/cyra", "https://example.net/c"], date: null },
      { $type: "Vote", type: "Vote", sameAs: [], date: "2012" },
    ],
  },
  {
    title: "gives value objects whole",
    plan: lookup(
      ["vote-2", "finding", "register"],
      ["Vote", "Statement", "Source"],
      [
        { ...property("tally"), on: ["Vote"] },
        { ...property("quantity"), on: ["Statement"] },
        { ...property("covers"), on: ["Source"] },
      ],
    ),
    result: [
      { $type: "Vote", tally: { yes: 3, no: 3 } },
      { $type: "Statement", quantity: { min: 80, max: 120.5, unit: "persons", approximate: true } },
      {
        $type: "Source",
        covers: [
          { relationships: ["CAST", "ON"], bodies: ["council"], from: "2010", until: "2014-12-31", complete: true },
          { complete: false },
        ],
      },
    ],
  },
  {
    title: "gives aliases, claims and basis notes with their evidence",
    plan: lookup(
      ["arda"],
      ["State"],
      [
        {
          kind: "records",
          as: "aliases",
          on: null,
          name: "aliases",
          fields: [
            ...["text", "kind", "from", "until"].map(value),
            { kind: "records", as: "evidence", name: "evidence", fields: [value("row"), value("paragraph")] },
          ],
        },
        {
          kind: "records",
          as: "claims",
          on: null,
          name: "claims",
          fields: [
            ...["property", "value", "rank", "reason"].map(value),
            { kind: "records", as: "evidence", name: "evidence", fields: [value("citation"), value("page")] },
          ],
        },
        { kind: "records", as: "basis", on: null, name: "basis", fields: ["of", "basis", "reason"].map(value) },
      ],
    ),
    result: [
      {
        $type: "State",
        aliases: [
          { text: "Republic of Árda", kind: "NAME", from: null, until: null, evidence: [{ row: 1, paragraph: null }] },
          { text: "Old Arda", kind: "FORMER", from: "1950", until: "1990-06", evidence: [{ row: null, paragraph: 3 }] },
        ],
        claims: [
          {
            property: "name",
            value: '"Arda"',
            rank: "PREFERRED",
            reason: "Its own usage.",
            evidence: [{ citation: "The Arda Chronicle (2014-02), para. 3", page: null }],
          },
          {
            property: "name",
            value: '"Ardda"',
            rank: "DEPRECATED",
            reason: null,
            evidence: [{ citation: "A leaflet without a date, p. 2", page: 2 }],
          },
        ],
        basis: [{ of: "identity", basis: "INFERRED", reason: "The register spells it otherwise." }],
      },
    ],
  },
  {
    title: "gives evidence with the nodes it names, and their fields",
    plan: lookup(
      ["bora"],
      ["State"],
      [
        expand("blocked", hop(["BLOCKED"], "out"), [
          {
            kind: "edges",
            as: "edges",
            fields: [
              {
                kind: "records",
                as: "evidence",
                name: "evidence",
                fields: [
                  ...["quote", "wording", "symbol", "citation"].map(value),
                  { kind: "nodes", as: "source", name: "source", fields: [property("name")] },
                  { kind: "nodes", as: "attributedTo", name: "attributedTo", fields: [ID] },
                  { kind: "nodes", as: "reportedBy", name: "reportedBy", fields: [property("identified")] },
                ],
              },
            ],
          },
        ]),
      ],
    ),
    result: [
      {
        $type: "State",
        blocked: {
          edges: [
            {
              evidence: [
                {
                  quote: "stood in the way",
                  wording: "is said to have blocked it",
                  symbol: null,
                  citation: "The Arda Chronicle (2014-02), para. 3: “stood in the way”",
                  source: { $type: "Source", name: "The Arda Chronicle" },
                  attributedTo: [
                    { $type: "Person", id: "ilo-marr" },
                    { $type: "Person", id: "una-vey" },
                  ],
                  reportedBy: [{ $type: "Person", identified: false }],
                },
              ],
            },
          ],
        },
      },
    ],
  },
  {
    title: "cites a UN symbol with its official address, any other source with its own",
    plan: lookup(
      ["una-vey", "arda", "vote-5"],
      ["Person", "State", "Vote"],
      [
        {
          ...edges("RECOMMENDED", [
            {
              kind: "records",
              as: "evidence",
              name: "evidence",
              fields: [value("section"), value("citation"), value("url")],
            },
          ]),
          on: ["Person"],
        },
        { kind: "records", as: "evidence", on: ["State", "Vote"], name: "evidence", fields: [value("url")] },
      ],
    ),
    result: [
      {
        $type: "Person",
        hop: {
          edges: [
            {
              evidence: [
                {
                  section: "Conclusions",
                  citation: "Register of Votes (2015), F/REP/1, Conclusions, row 7",
                  url: "https://undocs.org/F/REP/1",
                },
              ],
            },
          ],
        },
      },
      { $type: "State", evidence: [{ url: null }] },
      { $type: "Vote", evidence: [{ url: null }] },
    ],
  },
  {
    title: "gives the built-in facts of an edge: known from the earliest source's last day",
    plan: lookup(
      ["finding", "arda-north"],
      ["Statement", "State"],
      [
        { ...edges("ABOUT", EDGE_FACTS), on: ["Statement"] },
        { ...edges("BLOCKED", [edgeProperty("known"), edgeProperty("form")]), on: ["State"] },
      ],
    ),
    result: [
      {
        $type: "Statement",
        hop: {
          edges: [
            {
              id: "finding/ABOUT/rights",
              type: "ABOUT",
              key: null,
              date: null,
              from: null,
              until: null,
              modality: "ACTUAL",
              rank: "NORMAL",
              known: "2014-02-28",
              corroboration: 2,
              derivedFrom: [],
            },
          ],
        },
      },
      { $type: "State", hop: { edges: [{ known: null, form: "OPPOSITION" }] } },
    ],
  },
  {
    title: "counts corroboration in distinct sources",
    plan: lookup(
      ["arda"],
      ["State"],
      [
        expand("cast", hop(["CAST"], "out"), [
          { kind: "edges", as: "edges", fields: [edgeProperty("corroboration"), edgeProperty("position")] },
        ]),
      ],
    ),
    result: [
      {
        $type: "State",
        cast: {
          edges: [
            { corroboration: 2, position: "YES" },
            { corroboration: 1, position: "NO" },
            { corroboration: 1, position: "ABSENT" },
            { corroboration: 1, position: "ABSENT" },
            { corroboration: 1, position: "NO" },
          ],
        },
      },
    ],
  },
  {
    title: "counts the sources of a derived edge as those of its weakest premise, and lists all its evidence",
    plan: lookup(
      ["report-1"],
      ["Report"],
      [
        edges("RECOMMENDED", [
          edgeProperty("corroboration"),
          { kind: "records", as: "evidence", name: "evidence", fields: [value("source")] },
        ]),
      ],
    ),
    result: [
      {
        $type: "Report",
        hop: { edges: [{ corroboration: 1, evidence: [{ source: "chronicle" }, { source: "register" }] }] },
      },
    ],
  },
  {
    title: "gives what a derived edge follows from, and its own notes on an edge",
    plan: lookup(
      ["ilo-marr", "cyra"],
      ["Person", "State"],
      [
        { ...edges("AFFILIATED_WITH", [edgeProperty("derivedFrom"), edgeProperty("known")]), on: ["Person"] },
        {
          ...edges("BLOCKED", [
            edgeProperty("key"),
            { kind: "records", as: "basis", name: "basis", fields: [value("of"), value("basis")] },
          ]),
          on: ["State"],
        },
      ],
    ),
    result: [
      {
        $type: "Person",
        hop: { edges: [{ derivedFrom: ["envoy/OFFICE_OF/arda", "ilo-marr/HOLDS/envoy"], known: "2014-02-28" }] },
      },
      {
        $type: "State",
        hop: {
          edges: [
            { key: null, basis: [] },
            { key: "a", basis: [{ of: "date", basis: "RESOLVED" }] },
            { key: "b", basis: [{ of: "date", basis: "RESOLVED" }] },
            { key: "c", basis: [{ of: "date", basis: "RESOLVED" }] },
          ],
        },
      },
    ],
  },
  {
    title: "counts degrees over every modality and rank, by type and direction",
    plan: lookup(
      ["bora", "remark"],
      ["State", "Statement"],
      [
        {
          kind: "records",
          as: "degrees",
          on: null,
          name: "degrees",
          fields: ["type", "direction", "count"].map(value),
        },
      ],
    ),
    result: [
      {
        $type: "State",
        degrees: expect.arrayContaining([
          { type: "BLOCKED", direction: "OUT", count: 8 },
          { type: "HAS_RELATIONS_WITH", direction: "OUT", count: 1 },
          { type: "HAS_RELATIONS_WITH", direction: "IN", count: 1 },
          { type: "CAST", direction: "OUT", count: 5 },
        ]) as unknown,
      },
      {
        $type: "Statement",
        degrees: expect.arrayContaining([
          { type: "MADE", direction: "IN", count: 1 },
          { type: "ABOUT", direction: "OUT", count: 1 },
          { type: "ABOUT", direction: "IN", count: 1 },
          { type: "WITHDREW", direction: "OUT", count: 1 },
        ]) as unknown,
      },
    ],
  },
];
