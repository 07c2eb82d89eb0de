import type { Ontology, PropertyDefinition } from "../ontology/model.js";
import { canonicalJson } from "./canonical.js";
import { parseDate } from "./date.js";
import type { PropertyValue, ValueObject } from "./record.js";
import { tokenise } from "./search.js";

/**
 * Whether two values of a property say the same in substance, however they put it:
 *
 *  - dates, where one lies within the other: `2014` and `2014-12-18`;
 *  - texts of the same words, whatever their case, accents and punctuation, unless they identify: a `@unique` one is taken letter for letter;
 *  - value objects that agree in every field that both have: two tallies, one of which counts no absences;
 *  - lists, where each member of either agrees with one of the other;
 *  - anything else, where it is the same.
 */
export function agree(a: PropertyValue, b: PropertyValue, definition: PropertyDefinition, ontology: Ontology): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    const [left, right] = [asList(a), asList(b)];
    const within = (one: readonly PropertyValue[], other: readonly PropertyValue[]): boolean =>
      one.every((x) => other.some((y) => agree(x, y, definition, ontology)));
    return within(left, right) && within(right, left);
  }
  const { type, unique } = definition;
  if (type.kind === "value" && isObject(a) && isObject(b)) {
    return (ontology.values.get(type.name)?.properties ?? []).every((field) => {
      const [left, right] = [a[field.name], b[field.name]];
      return left === undefined || right === undefined || agree(left, right, field, ontology);
    });
  }
  if (type.kind === "scalar" && typeof a === "string" && typeof b === "string") {
    if (type.name === "Date") return datesAgree(a, b);
    if (type.name === "String" && !unique) return words(a) === words(b);
  }
  return canonicalJson(a) === canonicalJson(b);
}

function datesAgree(a: string, b: string): boolean {
  const [left, right] = [parseDate(a), parseDate(b)];
  if (left === null || right === null) return a === b;
  return (left.min <= right.min && left.max >= right.max) || (left.min >= right.min && left.max <= right.max);
}

/** A text without words is only like itself. */
function words(text: string): string {
  const tokens = tokenise(text);
  return tokens.length === 0 ? text : tokens.join(" ");
}

function asList(value: PropertyValue): readonly PropertyValue[] {
  return Array.isArray(value) ? (value as readonly PropertyValue[]) : [value];
}

function isObject(value: PropertyValue): value is ValueObject {
  return typeof value === "object" && !Array.isArray(value);
}
