import { GraphQLInputObjectType } from "graphql";

import type { Operator } from "../../plan/filter.js";
import type { Vocabulary } from "../vocabulary.js";
import { BUILT_IN_ENUMS } from "./builtin-enums.js";
import { input } from "./fields.js";
import type { InputFields } from "./fields.js";
import type { Registry } from "./registry.js";

const MEANING: Readonly<Record<Operator, string>> = {
  eq: "Is this.",
  in: "Is one of these. With an empty list nothing is.",
  contains: "Contains this, letter for letter.",
  startsWith: "Starts with this, letter for letter.",
  gt: "Comes after this.",
  gte: "Is this or comes after it.",
  lt: "Comes before this.",
  lte: "Is this or comes before it.",
  exists: "Whether there is a value at all.",
};

/** What the operators mean that read otherwise for numbers. */
const NUMBER_MEANING: Readonly<Partial<Record<Operator, string>>> = {
  gt: "Is greater than this.",
  gte: "Is this or greater.",
  lt: "Is less than this.",
  lte: "Is this or less.",
};

const RANGE: readonly Operator[] = ["gt", "gte", "lt", "lte"];
const TEXT: readonly Operator[] = ["eq", "in", "contains", "startsWith", ...RANGE, "exists"];
const NUMBER: readonly Operator[] = ["eq", "in", ...RANGE, "exists"];
const CHOICE: readonly Operator[] = ["eq", "in", "exists"];

/** One filter for each scalar and enum, and one for each value object. Several operators must all hold. */
export function filterTypes(vocabulary: Vocabulary, types: Registry): GraphQLInputObjectType[] {
  const { enums, values } = vocabulary.ontology;
  const choices = [...BUILT_IN_ENUMS.filter(({ name }) => name === "Modality" || name === "Rank"), ...enums.values()];
  return [
    operators(types, "String", TEXT, "Compares text by code point."),
    operators(types, "ID", TEXT, "Compares ids by code point."),
    operators(types, "Term", TEXT, "Compares a value whose type depends on the type of node."),
    operators(types, "Int", NUMBER, "Compares whole numbers."),
    operators(types, "Float", NUMBER, "Compares numbers."),
    operators(
      types,
      "Date",
      NUMBER,
      "Compares dates: what is not certain, because a date is imprecise, does not hold.",
    ),
    operators(types, "Boolean", ["eq", "exists"], "Compares true and false."),
    ...[...choices.map(({ name }) => name), "EntityType", "RelationshipType"].map((name) =>
      operators(types, name, CHOICE, `Compares a ${name}.`),
    ),
    ...[...values.values()].map(
      (value) =>
        new GraphQLInputObjectType({
          name: `${value.name}Filter`,
          description: `Compares the fields of a ${value.name}.`,
          fields: () =>
            Object.fromEntries(
              value.properties.map((field) => [
                field.name,
                input(types, filterName(field.type.name), field.description),
              ]),
            ),
        }),
    ),
  ];
}

/** The filter of a property by the name of its type. */
export function filterName(type: string): string {
  return `${type === "URL" ? "String" : type}Filter`;
}

function operators(
  types: Registry,
  scalar: string,
  names: readonly Operator[],
  description: string,
): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    name: `${scalar}Filter`,
    description,
    fields: (): InputFields =>
      Object.fromEntries(names.map((name) => [name, input(types, operand(name, scalar), meaningOf(name, scalar))])),
  });
}

function meaningOf(operator: Operator, scalar: string): string {
  return (scalar === "Int" || scalar === "Float" ? NUMBER_MEANING[operator] : undefined) ?? MEANING[operator];
}

function operand(operator: Operator, scalar: string): string {
  if (operator === "exists") return "Boolean";
  return operator === "in" ? `[${scalar}!]` : scalar;
}
