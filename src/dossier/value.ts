import { parseDate } from "../graph/date.js";
import type { PropertyValue, Scalar, ValueObject } from "../graph/record.js";
import type { PropertyDefinition, PropertyType, ScalarType } from "../ontology/model.js";
import { checkKeys, notADate, readMap } from "./reading.js";
import type { Reading } from "./reading.js";
import { didYouMeanOr } from "./suggest.js";
import { describeTree } from "./tree.js";
import type { MapTree, TextTree, Tree } from "./tree.js";

/**
 * Reads a value as the type that the ontology declares. What is written decides, never what YAML takes it for: `m49: 408` is
 * the text 408, `date: 2014-02` a month, `position: NO` the enum value, quotation marks or not.
 *
 * @returns undefined where it is not of that type, having reported what is
 */
export function readValue(tree: Tree, property: PropertyDefinition, reading: Reading): PropertyValue | undefined {
  if (!property.list) return readItem(tree, property.name, property.type, reading);
  if (tree.kind !== "list") {
    reading.report(tree, `"${property.name}" is a list; found ${describeTree(tree)}`);
    return undefined;
  }
  const items = tree.items.map((item) => readItem(item, property.name, property.type, reading));
  return items.includes(undefined) ? undefined : items.filter((item) => item !== undefined);
}

/** Reads the properties of a map that `definitions` define; keys of other names are left to the caller. */
export function readProperties(
  map: MapTree,
  definitions: readonly PropertyDefinition[],
  reading: Reading,
): Readonly<Record<string, PropertyValue>> {
  return Object.fromEntries(
    definitions.flatMap((definition) => {
      const entry = map.entries.get(definition.name);
      const value = entry === undefined ? undefined : readValue(entry.value, definition, reading);
      return value === undefined ? [] : [[definition.name, value] as const];
    }),
  );
}

/** A whole number that counts from 1, under a key that may be absent. */
export function readCount(map: MapTree, key: string, reading: Reading): number | undefined {
  const entry = map.entries.get(key);
  if (entry === undefined) return undefined;
  const { value } = entry;
  if (value.kind === "text" && /^[1-9]\d{0,8}$/.test(value.text)) return Number(value.text);
  reading.report(value, `"${key}" is ${describeTree(value)}; write a whole number from 1`);
  return undefined;
}

function readItem(tree: Tree, name: string, type: PropertyType, reading: Reading): Scalar | ValueObject | undefined {
  if (type.kind === "value") return readValueObject(tree, name, type.name, reading);
  if (tree.kind !== "text" || tree.text.trim() === "") {
    reading.report(
      tree,
      `"${name}" is ${describeTree(tree)}; write ${EXPECTED[type.kind === "enum" ? "String" : type.name]}`,
    );
    return undefined;
  }
  return type.kind === "enum" ? readEnum(tree, name, type.name, reading) : readScalar(tree, name, type.name, reading);
}

function readEnum(tree: TextTree, name: string, type: string, reading: Reading): string | undefined {
  const values = reading.ontology.enums.get(type)?.values.map((value) => value.name) ?? [];
  if (values.includes(tree.text)) return tree.text;
  reading.report(tree, `"${name}" is "${tree.text}", which is no ${type}${didYouMeanOr(tree.text, values)}`);
  return undefined;
}

function readScalar(tree: TextTree, name: string, type: ScalarType, reading: Reading): Scalar | undefined {
  const value = SCALARS[type](tree.text);
  if (value === undefined) {
    const message =
      type === "Date" ? notADate(name, tree.text) : `"${name}" is ${describeTree(tree)}; write ${EXPECTED[type]}`;
    reading.report(tree, message);
  }
  return value;
}

function readValueObject(tree: Tree, name: string, type: string, reading: Reading): ValueObject | undefined {
  const fields = reading.ontology.values.get(type)?.properties ?? [];
  const names = fields.map((field) => field.name);
  const map = readMap(tree, `a map with ${names.join(", ")} for "${name}"`, reading);
  if (map === null) return undefined;
  checkKeys(map, names, `"${name}"`, reading);
  for (const field of fields) {
    if (field.required && !map.entries.has(field.name)) reading.report(map, `"${name}" has no "${field.name}"; add it`);
  }
  // Values do not nest: see `Ontology.values`.
  return readProperties(map, fields, reading) as ValueObject;
}

const EXPECTED: Record<ScalarType, string> = {
  ID: "an id",
  String: "a text",
  Int: "a whole number",
  Float: "a number",
  Boolean: "true or false",
  Date: "a date",
  URL: "a full address such as https://example.org/page",
};

const MAX_INT = 2 ** 31 - 1;

const SCALARS: Record<ScalarType, (text: string) => Scalar | undefined> = {
  ID: (text) => text,
  String: (text) => text,
  Int: (text) => {
    const value = /^(0|-?[1-9]\d*)$/.test(text) ? Number(text) : NaN;
    return Math.abs(value) <= MAX_INT ? value : undefined;
  },
  Float: (text) => {
    const value = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
    // Adding zero turns the negative zero, which no format of ours keeps, into zero.
    return Number.isFinite(value) ? value + 0 : undefined;
  },
  Boolean: (text) => (text === "true" ? true : text === "false" ? false : undefined),
  Date: (text) => (parseDate(text) === null ? undefined : text),
  URL: (text) => (/^https?:\/\/\S+$/.test(text) && URL.canParse(text) ? text : undefined),
};
