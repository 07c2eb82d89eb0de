import neo4j from "neo4j-driver";

import { canonicalJson } from "../../graph/canonical.js";
import { dateMaxText, dateMinText } from "../../graph/date.js";
import type { Properties, PropertyValue, Scalar, ValueObject } from "../../graph/record.js";
import type { Ontology, PropertyDefinition } from "../../ontology/model.js";
import { StoreError } from "./error.js";

/**
 * How the declared properties of a node or relationship are stored, and read back exactly.
 *
 *  - A scalar, an enum value or a list of them is stored as it is.
 *  - A date `p` is stored as its text, with its first and last day (`yyyy-mm-dd`) in `p_min` and `p_max`; of a list, as lists.
 *  - A value object `p` is flattened, each field `f` to `p_f`. One without any field is stored as the text `{}` in `p`.
 *  - A list of value objects is stored as a list of JSON texts in `p`; `p_f` then holds the values of `f` of all members that have
 *    one, for filtering only.
 */

/** Properties as stored, by column. */
export type Columns = Record<string, unknown>;

export const EMPTY_VALUE = "{}";

/** The columns of one stored value; `out` receives them. */
export function encodeProperties(
  properties: Properties,
  definitions: readonly PropertyDefinition[],
  ontology: Ontology,
  out: Columns,
): void {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  for (const [name, value] of Object.entries(properties)) {
    const definition = byName.get(name);
    if (definition === undefined) {
      throw new StoreError("BAD_USER_INPUT", `The ontology declares no property "${name}" where the graph has one.`);
    }
    encodeProperty(definition, name, value, ontology, out);
  }
}

function encodeProperty(
  definition: PropertyDefinition,
  column: string,
  value: PropertyValue,
  ontology: Ontology,
  out: Columns,
): void {
  if (definition.type.kind !== "value") {
    encodeScalars(definition, column, value as Scalar | readonly Scalar[], out);
    return;
  }
  const fields = valueFields(ontology, definition.type.name);
  if (!Array.isArray(value)) {
    const members = value as ValueObject;
    if (Object.keys(members).length === 0) out[column] = EMPTY_VALUE;
    for (const field of fields) {
      const member = members[field.name];
      if (member !== undefined) encodeScalars(field, `${column}_${field.name}`, member, out);
    }
    return;
  }
  const objects = value as readonly ValueObject[];
  out[column] = objects.map((object) => canonicalJson(object));
  for (const field of fields) {
    const members = objects.flatMap((object) => object[field.name] ?? []);
    if (members.length > 0) encodeScalars({ ...field, list: true }, `${column}_${field.name}`, members, out);
  }
}

/** A date of the calendar gets its interval too. */
export function encodeDate(column: string, text: string, out: Columns): void {
  out[column] = text;
  out[`${column}_min`] = dateMinText(text);
  out[`${column}_max`] = dateMaxText(text);
}

function encodeScalars(
  definition: PropertyDefinition,
  column: string,
  value: Scalar | readonly Scalar[],
  out: Columns,
): void {
  const scalar = definition.type.kind === "scalar" ? definition.type.name : "String";
  if (scalar === "Int") {
    out[column] = Array.isArray(value) ? value.map((member) => neo4j.int(Number(member))) : neo4j.int(Number(value));
  } else if (scalar === "Date" && Array.isArray(value)) {
    const texts = value.map(String);
    out[column] = texts;
    out[`${column}_min`] = texts.map(dateMinText);
    out[`${column}_max`] = texts.map(dateMaxText);
  } else if (scalar === "Date") {
    encodeDate(column, String(value), out);
  } else {
    out[column] = value;
  }
}

/** Reads declared properties back from their columns. Absent ones stay absent. */
export function decodeProperties(
  columns: Columns,
  definitions: readonly PropertyDefinition[],
  ontology: Ontology,
): Properties {
  const properties: Record<string, PropertyValue> = {};
  for (const definition of definitions) {
    const value = decodeProperty(columns, definition, ontology);
    if (value !== null) properties[definition.name] = value;
  }
  return properties;
}

/** One property's value as recorded, or null where it has none. */
export function decodeProperty(
  columns: Columns,
  definition: PropertyDefinition,
  ontology: Ontology,
): PropertyValue | null {
  const own = columns[definition.name] ?? null;
  if (definition.type.kind !== "value") return own as PropertyValue | null;
  if (definition.list) {
    return own === null ? null : (own as readonly string[]).map((text) => JSON.parse(text) as ValueObject);
  }
  if (own === EMPTY_VALUE) return {};
  const members: Record<string, Scalar | readonly Scalar[]> = {};
  for (const field of valueFields(ontology, definition.type.name)) {
    const member = columns[`${definition.name}_${field.name}`] ?? null;
    if (member !== null) members[field.name] = member as Scalar | readonly Scalar[];
  }
  return Object.keys(members).length === 0 ? null : members;
}

/** The columns that hold what {@link decodeProperty} needs of one property. */
export function columnsOf(definition: PropertyDefinition, ontology: Ontology): readonly string[] {
  if (definition.type.kind !== "value" || definition.list) return [definition.name];
  const fields = valueFields(ontology, definition.type.name);
  return [definition.name, ...fields.map((field) => `${definition.name}_${field.name}`)];
}

/** Every column that a property may take, those for comparing included. */
export function allColumnsOf(definition: PropertyDefinition, ontology: Ontology): readonly string[] {
  if (definition.type.kind !== "value") return scalarColumns(definition, definition.name);
  const fields = valueFields(ontology, definition.type.name);
  return [definition.name, ...fields.flatMap((field) => scalarColumns(field, `${definition.name}_${field.name}`))];
}

function scalarColumns(definition: PropertyDefinition, column: string): readonly string[] {
  const isDate = definition.type.kind === "scalar" && definition.type.name === "Date";
  return isDate ? [column, `${column}_min`, `${column}_max`] : [column];
}

function valueFields(ontology: Ontology, name: string): readonly PropertyDefinition[] {
  return ontology.values.get(name)?.properties ?? [];
}
