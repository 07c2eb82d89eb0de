import { GraphQLObjectType } from "graphql";

import type { ApiContext } from "../context.js";
import type { Vocabulary } from "../vocabulary.js";
import { planned, property } from "./fields.js";
import type { Field, Fields } from "./fields.js";
import type { Registry } from "./registry.js";

/** Evidence, aliases, claims, basis notes and degrees: the records that stand behind nodes and edges. */
export function recordTypes(vocabulary: Vocabulary, types: Registry): GraphQLObjectType[] {
  const source = vocabulary.orEntity("Source");
  const actor = vocabulary.orEntity("Actor");
  const text = (name: string, description: string, reference = "String"): Fields =>
    property(types, name, reference, description);
  return [
    record("Evidence", "One source's word for one thing, and where in the source it stands.", () => ({
      source: references(types, "source", `${source}!`, "The source."),
      ...text("paragraph", "The paragraph, counted from 1.", "Int"),
      ...text("row", "The row of a list or table, counted from 1.", "Int"),
      ...text("page", "The page, counted from 1.", "Int"),
      ...text("symbol", "The UN document symbol of the part referred to."),
      ...text("section", "The section, by its heading or number."),
      ...text("quote", "At most eleven words of the source, verbatim."),
      ...text("wording", "How this source puts it, in the editors' words."),
      attributedTo: references(types, "attributedTo", `[${actor}!]!`, "Whose opinion, prediction or account it is."),
      reportedBy: references(types, "reportedBy", `[${actor}!]!`, "Who relayed it, the nearest to the fact first."),
      ...text("citation", "All of this as one line, ready to be cited.", "String!"),
      ...text("url", "Where to read it: the official link of a UN symbol, else the source's address.", "URL"),
    })),
    record("Alias", "Another way in which something is called.", () => ({
      ...text("text", "The words.", "String!"),
      ...text("kind", "What sort of name.", "AliasKind!"),
      ...text("from", "From when it was so called.", "Date"),
      ...text("until", "Until when it was so called.", "Date"),
      evidence: records(types, "evidence", "Who says so."),
    })),
    record("Claim", "A rival or separately proven value of one property.", () => ({
      ...text("property", "The name of the property.", "String!"),
      ...text("value", "The value claimed, as JSON.", "String!"),
      ...text("rank", "How the editors rate it against the other values.", "Rank!"),
      ...text("reason", "Why they rate it so."),
      evidence: records(types, "evidence", "Who says so."),
    })),
    record("BasisNote", "What stands behind a value, date or identity that no source simply states.", () => ({
      ...text(
        "of",
        "What it is about: a property, `date`, `from`, `until`, `subject`, `object` or `identity`.",
        "String!",
      ),
      ...text("basis", "How it was come by.", "Basis!"),
      ...text("reason", "Why it holds.", "String!"),
    })),
    record("Degree", "How many edges of one relationship a node has on one side, of every modality and rank.", () => ({
      ...text("type", "The relationship.", "RelationshipType!"),
      ...text("direction", "`OUT` where the node is the subject, `IN` where it is the object.", "Direction!"),
      ...text("count", "The number of edges.", "Int!"),
    })),
  ];
}

/** The lists of records that every entity has. */
export function entityRecords(types: Registry): Fields {
  return {
    aliases: records(types, "aliases", "What else it is called, each with its evidence."),
    evidence: records(types, "evidence", "What its properties rest on, where no claim says otherwise."),
    claims: records(
      types,
      "claims",
      "Rival and separately proven values of its properties, of every rank. Where a property has rivals, the node's own value is among them.",
    ),
    basis: records(types, "basis", "What stands behind values that no source simply states."),
    degrees: records(types, "degrees", "How many edges it has, by relationship and direction."),
  };
}

const RECORD_TYPES = {
  aliases: "Alias",
  claims: "Claim",
  evidence: "Evidence",
  basis: "BasisNote",
  degrees: "Degree",
} as const;

/** A list of records of a node, an edge or another record. */
export function records(types: Registry, name: keyof typeof RECORD_TYPES, description: string): Field {
  return planned(types, `[${RECORD_TYPES[name]}!]!`, description, { kind: "records", name });
}

function references(
  types: Registry,
  name: "source" | "attributedTo" | "reportedBy",
  reference: string,
  description: string,
): Field {
  return planned(types, reference, description, { kind: "references", name });
}

function record(name: string, description: string, fields: () => Fields): GraphQLObjectType<unknown, ApiContext> {
  return new GraphQLObjectType<unknown, ApiContext>({ name, description, fields });
}
