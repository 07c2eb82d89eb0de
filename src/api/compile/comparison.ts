import type { PropertyDefinition } from "../../ontology/model.js";
import type { Comparison, Operator, PropertyRef, Scalar } from "../../plan/filter.js";
import { inputError } from "../errors.js";
import type { Vocabulary } from "../vocabulary.js";
import { givenFields } from "./input.js";
import type { Input } from "./input.js";

/** The comparisons of one filter on one property; all must hold. */
export function comparisons(property: PropertyRef, filter: Input, at: string): Comparison[] {
  return givenFields(filter, at).map(([operator, value]) => ({
    kind: "compare",
    property,
    operator: operator as Operator,
    value: value as Scalar | readonly Scalar[],
  }));
}

/**
 * Checks what GraphQL could not: where types give one name to different kinds of property, the input takes any term, and only the
 * type at hand says which are valid.
 *
 * @throws PlenaryError BAD_USER_INPUT naming the valid values
 */
export function checkTerms(vocabulary: Vocabulary, property: PropertyDefinition, filter: Input, at: string): void {
  if (property.type.kind === "value") return;
  const values = property.type.kind === "enum" ? vocabulary.enumValues(property.type.name) : null;
  for (const [operator, operand] of givenFields(filter, at)) {
    if (operator === "exists") continue;
    if (values !== null && operator !== "eq" && operator !== "in") {
      throw inputError(
        `${at}.${operator}: ${property.name} has one of a few values, which compare with eq, in and exists only.`,
      );
    }
    for (const value of [operand].flat()) checkTerm(property, values, value, `${at}.${operator}`);
  }
}

function checkTerm(property: PropertyDefinition, values: readonly string[] | null, value: unknown, at: string): void {
  if (values === null) {
    if (typeof value === TERM_TYPES[property.type.name]) return;
    throw inputError(
      `${at}: ${JSON.stringify(value)} is not a value of ${property.name}, which is a ${property.type.name}.`,
    );
  }
  if (values.some((one) => one === value)) return;
  throw inputError(`${at}: ${String(value)} is not a value of ${property.name}. Valid: ${values.join(", ")}.`);
}

const TERM_TYPES: Readonly<Record<string, string>> = {
  ID: "string",
  String: "string",
  URL: "string",
  Date: "string",
  Int: "number",
  Float: "number",
  Boolean: "boolean",
};
