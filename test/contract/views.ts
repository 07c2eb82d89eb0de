import type { NodeFilter } from "../../src/plan/filter.js";
import type { DisputesPlan, EdgeField, LinksPlan, NodeField, Plan } from "../../src/plan/plan.js";
import type { View } from "../../src/plan/view.js";
import {
  compare,
  EDGE_ID,
  edgeProperty,
  EVERYTHING,
  first,
  ID,
  lookup,
  NODES,
  order,
  property,
  ref,
  scan,
  SHOWN,
  TOTAL,
} from "../support/plans.js";
import type { Case } from "./case.js";

/** The chronicle is of February 2014, the register of 2015, the leaflet without a date. */
function seen(plan: Plan, view: Partial<View>): Plan {
  return { ...plan, view: { valid: null, known: null, sources: null, ...view } };
}

function links(relationship: string, fields: readonly EdgeField[] = [EDGE_ID]): Plan {
  const plan: LinksPlan = {
    ...{ kind: "links", relationships: [relationship], visible: EVERYTHING, where: null, order: [], page: first(100) },
    parts: [{ kind: "nodes", as: "nodes", fields }, TOTAL],
  };
  return plan;
}

function states(where: NodeFilter | null, fields: readonly NodeField[] = [ID]): Plan {
  const parts = [{ kind: "nodes", as: "nodes", fields } as const, TOTAL];
  return scan(["State"], parts, { where, order: [order("node", ref("name", "string"))] });
}

const named = (name: string): NodeFilter => compare(ref("name", "string"), "eq", name);
const LEAFLET = { sources: ["leaflet"] };
const NONE = { nodes: [], totalCount: 0 };

function ids(...found: readonly string[]): object {
  return { nodes: found.map((id) => ({ id })), totalCount: found.length };
}
function nodes(type: string, ...found: readonly string[]): object {
  return { nodes: found.map((id) => ({ $type: type, id })), totalCount: found.length };
}

export const viewCases: readonly Case[] = [
  {
    title: "of what is valid in a year shows what surely held on some day of it",
    plan: seen(links("HOLDS"), { valid: "2012" }),
    result: ids("ilo-marr/HOLDS/envoy", "una-vey/HOLDS/rapporteur"),
  },
  {
    title: "of what is valid on a day shows nothing that had not surely begun",
    plan: seen(links("HOLDS"), { valid: "2010-06-30" }),
    result: ids("ilo-marr/HOLDS/envoy"),
  },
  {
    title: "of what is valid at any time shows no edge without a date, whatever its premises",
    plan: seen(links("AFFILIATED_WITH"), { valid: "2012" }),
    result: NONE,
  },
  {
    title: "of what was known shows edges with a source published by then, and counts only such",
    plan: seen(links("CAST", [EDGE_ID, edgeProperty("known"), edgeProperty("corroboration")]), { known: "2014" }),
    result: {
      nodes: ["arda-north", "arda", "bora", "cyra", "dorn", "elva"].map((state) => {
        return { id: `${state}/CAST/vote-1`, known: "2014-02-28", corroboration: 1 };
      }),
      totalCount: 6,
    },
  },
  {
    title: "of what was known counts an imprecise publication from its end",
    plan: seen(links("CAST"), { known: "2014-02-27" }),
    result: NONE,
  },
  {
    title: "shows a derived edge where its own evidence and all of its premises are shown",
    plan: seen(links("RECOMMENDED"), { known: "2014" }),
    result: ids("report-1/RECOMMENDED/referral"),
  },
  {
    title: "hides a derived edge whose premises other sources prove",
    plan: seen(links("RECOMMENDED"), { sources: ["register"] }),
    result: NONE,
  },
  {
    title: "by a source gives the values of its claims, and orders by them",
    plan: seen(states(null, [ID, property("name"), property("iso3")]), LEAFLET),
    result: {
      nodes: [
        { $type: "State", id: "arda-north", name: "Arda, North", iso3: null },
        { $type: "State", id: "arda", name: "Ardda", iso3: null },
      ],
      totalCount: 2,
    },
  },
  {
    title: "filters by the value claimed",
    plan: seen(states(named("Ardda")), LEAFLET),
    result: nodes("State", "arda"),
  },
  {
    title: "does not filter by a value that it does not show",
    plan: seen(states(named("Arda")), LEAFLET),
    result: NONE,
  },
  {
    title: "lacks a value that nothing shown proves",
    plan: seen(states(compare(ref("iso3", "string"), "exists", true)), LEAFLET),
    result: NONE,
  },
  {
    title: "groups by the value claimed",
    plan: seen(
      scan(
        ["State"],
        [
          {
            ...{ kind: "groups", as: "groups", first: 5, subject: [], object: [] },
            by: [{ kind: "property", on: "node", property: ref("name", "string") }],
          },
        ],
      ),
      LEAFLET,
    ),
    result: {
      groups: {
        totalCount: 2,
        groups: ["Arda, North", "Ardda"].map((name) => ({ key: [name], count: 1, subject: null, object: null })),
      },
    },
  },
  {
    title: "looks up by a key that it shows",
    plan: seen(
      { kind: "lookup", property: "iso3", values: ["QAR"], types: ["State"], fields: [ID] },
      { known: "2014" },
    ),
    result: [{ $type: "State", id: "arda" }],
  },
  {
    title: "does not look up by a key that it does not show",
    plan: seen({ kind: "lookup", property: "iso3", values: ["QAR"], types: ["State"], fields: [ID] }, LEAFLET),
    result: [null],
  },
  {
    title: "filters by the aliases that were known",
    plan: seen(states(compare(ref("alias", "string", true), "startsWith", "Republic")), { known: "2014" }),
    result: NONE,
  },
  {
    title: "has no summary, and counts only edges that it shows",
    plan: seen(
      lookup(
        ["arda"],
        ["State"],
        [
          property("summary"),
          {
            ...{ kind: "records", as: "degrees", name: "degrees", on: null },
            fields: ["type", "direction", "count"].map((name) => ({ kind: "value", as: name, name })),
          },
        ],
      ),
      { sources: ["register"] },
    ),
    result: [{ $type: "State", summary: null, degrees: [{ type: "CAST", direction: "OUT", count: 5 }] }],
  },
  {
    title: "finds by a name that it shows",
    plan: seen(
      { kind: "search", text: "ardda", types: ["State"], where: null, page: first(5), parts: [NODES, TOTAL] },
      LEAFLET,
    ),
    result: nodes("State", "arda"),
  },
  {
    title: "finds by no name that it does not show",
    plan: { kind: "search", text: "ardda", types: ["State"], where: null, page: first(5), parts: [NODES, TOTAL] },
    result: NONE,
  },
  {
    title: "is walked along what it shows",
    plan: seen(
      {
        ...{ kind: "subgraph", from: ["arda-north"], depth: 2, relationships: ["BLOCKED", "PART_OF", "CAST"] },
        ...{ visible: EVERYTHING, edge: null, known: [], first: 10, nodeFields: [ID], linkFields: [EDGE_ID] },
      },
      LEAFLET,
    ),
    result: {
      nodes: [
        { $type: "State", id: "arda-north" },
        { $type: "Organization", id: "inquiry" },
      ],
      links: [{ id: "arda-north/BLOCKED/inquiry" }],
      truncated: false,
      total: { nodes: 2, links: 1 },
    },
  },
  {
    title: "has only the disputes between claims that it shows",
    plan: seen(disputes(), { known: "2014" }),
    result: ids("denial/CONTRADICTS/finding"),
  },
  { title: "of no source shows nothing", plan: seen(states(null), { sources: [] }), result: NONE },
];

function disputes(): DisputesPlan {
  return {
    ...{ kind: "disputes", relationships: ["CONTRADICTS"], visible: SHOWN, where: null, property: null, settled: null },
    page: first(10),
    parts: [{ kind: "nodes", as: "nodes", fields: [{ kind: "value", as: "id", name: "id" }] }, TOTAL],
  };
}
