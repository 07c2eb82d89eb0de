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
 * types at hand say which are valid: those that at least one of them may have.
 *
 * @param all how the types at hand declare the property
 * @throws PlenaryError BAD_USER_INPUT naming the valid values
 */
export function checkTerms(
  vocabulary: Vocabulary,
  all: readonly PropertyDefinition[],
  filter: Input,
  at: string,
): void {
  const name = all[0]?.name ?? "";
  const values = all.flatMap(({ type }) => (type.kind === "enum" ? vocabulary.enumValues(type.name) : []));
  const scalars = all.flatMap(({ type }) => (type.kind === "scalar" ? [type.name] : []));
  for (const [operator, operand] of givenFields(filter, at)) {
    if (operator === "exists") continue;
    if (scalars.length === 0 && operator !== "eq" && operator !== "in") {
      throw inputError(
        `${at}.${operator}: ${name} has one of a few values, which compare with eq, in and exists only.`,
      );
    }
    for (const value of [operand].flat()) {
      if (values.some((one) => one === value) || scalars.some((scalar) => typeof value === TERM_TYPES[scalar]))
        continue;
      const [scalar] = scalars;
      throw inputError(
        scalar === undefined
          ? `${at}.${operator}: ${String(value)} is not a value of ${name}. Valid: ${[...new Set(values)].join(", ")}.`
          : `${at}.${operator}: ${JSON.stringify(value)} is not a value of ${name}, which is a ${scalar}.`,
      );
    }
  }
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
