import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from "graphql";
import type { ValueNode } from "graphql";
import { GraphQLURL } from "graphql-scalars";

import { parseDate } from "../../graph/date.js";

const dateScalar = new GraphQLScalarType<string, string>({
  name: "Date",
  description:
    "A date as precise as its source: `2014`, `2014-02` or `2014-02-17` (EDTF level 0, ISO 8601-2). A month or year stands for all its " +
    "days: a comparison holds only if it holds for every one of them.",
  specifiedByURL: "https://www.loc.gov/standards/datetime/",
  serialize: String,
  parseValue: (value) => toDate(value),
  parseLiteral: (node) => toDate(node.kind === Kind.STRING ? node.value : valueFromASTUntyped(node), node),
});

const termScalar = new GraphQLScalarType<string | number | boolean>({
  name: "Term",
  description:
    "A value of a property whose type depends on the type of node, such as `kind`: an enum value of that property, or a string where it is free text.",
  serialize: String,
  parseValue: (value) => toTerm(value),
  parseLiteral: (node) => toTerm(node.kind === Kind.ENUM ? node.value : valueFromASTUntyped(node), node),
});

/** The scalars beside those of GraphQL itself. */
export const scalars: readonly GraphQLScalarType[] = [dateScalar, termScalar, GraphQLURL];

function toDate(value: unknown, node?: ValueNode): string {
  if (typeof value === "string" && parseDate(value) !== null) return value;
  // Only in a document is a date in quotes; a variable may come from the address of an export.
  const quotes = node === undefined ? "" : ", in quotes";
  throw refuse(`${JSON.stringify(value)} is not a date: write yyyy, yyyy-mm or yyyy-mm-dd${quotes}.`, node);
}

function toTerm(value: unknown, node?: ValueNode): string | number | boolean {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw refuse(`${JSON.stringify(value)} is not a single value.`, node);
}

function refuse(message: string, node: ValueNode | undefined): GraphQLError {
  return new GraphQLError(message, { ...(node && { nodes: node }), extensions: { code: "BAD_USER_INPUT" } });
}
