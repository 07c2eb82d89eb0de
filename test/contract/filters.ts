import type { NodeFilter } from "../../src/plan/filter.js";
import { compare, EVERYTHING, hop, NODES, ref, scan } from "../support/plans.js";
import type { Case } from "./case.js";

const NAME = ref("name", "string");
const POSITION = ref("position", "enum");
const CAST = hop(["CAST"], "out");
const VOTED_NO = hop(["CAST"], "out", { edge: compare(POSITION, "eq", "NO") });

/** A filter over the states (unless other types are given) and the ids of those that satisfy it. */
function of(title: string, where: NodeFilter, type: string, ids: readonly string[]): Case {
  return {
    title,
    plan: scan([type], [NODES], { where }),
    result: { nodes: ids.map((id) => ({ $type: type, id })) },
  };
}

export const filterCases: readonly Case[] = [
  of("eq compares exactly", compare(NAME, "eq", "Bora"), "State", ["bora"]),
  of("eq does not fold case", compare(NAME, "eq", "bora"), "State", []),
  of("in holds for any value of the list", compare(NAME, "in", ["Bora", "Élva", "None"]), "State", ["bora", "elva"]),
  of("in of nothing holds for nothing", compare(NAME, "in", []), "State", []),
  of("contains compares exactly, accents included", compare(NAME, "contains", "lva"), "State", ["elva"]),
  of("contains does not fold", compare(NAME, "contains", "Cyra"), "State", []),
  of("startsWith", compare(NAME, "startsWith", "Arda"), "State", ["arda", "arda-north"]),
  of("gt orders texts by code point", compare(NAME, "gt", "\uff24orn"), "State", ["fenn"]),
  of("lt of a text that nothing has", compare(NAME, "lt", "Arda,"), "State", ["arda"]),
  of(
    "gte and lte include the value",
    { kind: "and", of: [compare(NAME, "gte", "Bora"), compare(NAME, "lte", "Çyra")] },
    "State",
    ["bora", "cyra"],
  ),
  of("exists", compare(ref("iso2", "string"), "exists", true), "State", ["arda", "arda-north"]),
  of("exists: false", compare(ref("iso3", "string"), "exists", false), "State", ["fenn"]),
  of(
    "a missing value compares false, and not is the complement",
    { kind: "not", of: compare(ref("m49", "string"), "eq", "901") },
    "State",
    ["arda-north", "bora", "cyra", "dorn", "elva", "fenn"],
  ),
  of(
    "or",
    { kind: "or", of: [compare(NAME, "eq", "Bora"), compare(ref("identified", "boolean"), "eq", false)] },
    "State",
    ["bora", "fenn"],
  ),
  of(
    "and of nothing holds for everything, or of nothing for nothing",
    {
      kind: "and",
      of: [{ kind: "and", of: [] }, { kind: "not", of: { kind: "or", of: [] } }, compare(NAME, "eq", "Bora")],
    },
    "State",
    ["bora"],
  ),
  of("an id compares as text", compare(ref("id", "id"), "gte", "dorn"), "State", ["dorn", "elva", "fenn"]),
  of("a list compares by any member", compare(ref("sameAs", "string", true), "contains", "example.net"), "State", [
    "cyra",
  ]),
  of("a list exists where it has a member", compare(ref("sameAs", "string", true), "exists", true), "State", ["cyra"]),
  of("alias is the text of any alias", compare(ref("alias", "string", true), "startsWith", "Republic"), "State", [
    "arda",
  ]),
  of("an enum", compare(ref("status", "enum"), "in", ["FAILED", "PENDING"]), "Resolution", ["draft-2", "text-5"]),
  of("a boolean", compare(ref("series", "boolean"), "eq", false), "Resolution", ["text-5"]),
  of("a field of a value object", compare(ref("tally.yes", "int"), "gt", 3), "Vote", ["vote-1", "vote-3"]),
  of("a field that a value object lacks", compare(ref("tally.abstain", "int"), "exists", false), "Vote", [
    "vote-2",
    "vote-3",
    "vote-4",
    "vote-5",
  ]),
  of("a float", compare(ref("quantity.max", "float"), "gt", 120), "Statement", ["finding"]),
  of(
    "a list of value objects compares by any of them",
    compare(ref("covers.complete", "boolean", true), "eq", false),
    "Source",
    ["register"],
  ),
  of(
    "a list within a list of value objects",
    compare(ref("covers.relationships", "string", true), "eq", "ON"),
    "Source",
    ["register"],
  ),
  of(
    "some: an edge leads to such a node",
    {
      kind: "quantified",
      quantifier: "some",
      hop: hop(["SPONSORED"], "out"),
      node: compare(ref("status", "enum"), "eq", "VETOED"),
    },
    "State",
    ["elva"],
  ),
  of(
    "some with an edge filter alone",
    {
      kind: "quantified",
      quantifier: "some",
      hop: hop(["CAST"], "out", { edge: compare(POSITION, "eq", "ABSENT") }),
      node: null,
    },
    "State",
    ["arda", "bora", "dorn", "elva"],
  ),
  of(
    "none: no visible edge leads to such a node",
    { kind: "quantified", quantifier: "none", hop: CAST, node: null },
    "State",
    ["fenn"],
  ),
  of(
    "all is true where there are no edges",
    {
      kind: "quantified",
      quantifier: "all",
      hop: hop(["BLOCKED"], "out"),
      node: compare(NAME, "startsWith", "Inquiry"),
    },
    "State",
    ["arda", "arda-north", "dorn", "elva", "fenn"],
  ),
  of(
    "a quantifier sees what a connection sees",
    { kind: "quantified", quantifier: "some", hop: hop(["BLOCKED"], "in"), node: null },
    "Resolution",
    ["draft-2"],
  ),
  of(
    "a quantifier over every modality",
    { kind: "quantified", quantifier: "some", hop: hop(["BLOCKED"], "in", { visible: EVERYTHING }), node: null },
    "Resolution",
    ["draft-2", "series-6", "text-3", "text-4", "text-5"],
  ),
  of(
    "a quantifier within a quantifier",
    {
      kind: "quantified",
      quantifier: "some",
      hop: hop(["ON"], "out"),
      node: {
        kind: "quantified",
        quantifier: "some",
        hop: hop(["SPONSORED"], "in"),
        node: compare(NAME, "eq", "Arda"),
      },
    },
    "Vote",
    ["vote-3"],
  ),
  of("count", { kind: "counted", hop: VOTED_NO, operator: "gte", value: 2 }, "State", ["arda", "arda-north", "elva"]),
  of("count of nothing", { kind: "counted", hop: VOTED_NO, operator: "eq", value: 0 }, "State", [
    "bora",
    "dorn",
    "fenn",
  ]),
  of(
    "count in a list, parallel edges counted apart",
    { kind: "counted", hop: hop(["BLOCKED"], "out"), operator: "in", value: [3, 4] },
    "State",
    ["cyra"],
  ),
  of(
    "a symmetric relationship is seen from both ends, a self-loop once",
    { kind: "counted", hop: hop(["HAS_RELATIONS_WITH"], "both"), operator: "eq", value: 4 },
    "State",
    ["arda"],
  ),
  of(
    "an end filter over the edges of a hop",
    {
      kind: "quantified",
      quantifier: "some",
      hop: hop(["CAST"], "in", {
        edge: {
          kind: "and",
          of: [compare(POSITION, "eq", "ABSENT"), { kind: "end", end: "subject", node: compare(NAME, "eq", "Bora") }],
        },
      }),
      node: null,
    },
    "Vote",
    ["vote-1"],
  ),
  of(
    "of no relationships, no edge satisfies",
    { kind: "quantified", quantifier: "some", hop: hop([], "both"), node: null },
    "State",
    [],
  ),
  of(
    "of no relationships, there are none",
    { kind: "counted", hop: hop([], "in"), operator: "gt", value: 0 },
    "State",
    [],
  ),
];
