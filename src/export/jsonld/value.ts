import { parseDate } from "../../graph/date.js";
import type { Properties, PropertyValue, Scalar, ValueObject } from "../../graph/record.js";
import type { Ontology, PropertyDefinition } from "../../ontology/model.js";
import { own, propertyTerm } from "./iri.js";

/** JSON as JSON-LD has it. */
export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** Properties by their terms, each value with the type that it has. */
export function propertiesJson(
  properties: Properties,
  definitions: readonly PropertyDefinition[],
  ontology: Ontology,
): Record<string, Json> {
  const json: Record<string, Json> = {};
  for (const definition of definitions) {
    const value = properties[definition.name];
    if (value !== undefined) json[propertyTerm(definition)] = valueJson(value, definition, ontology);
  }
  return json;
}

/** The value of a claim. One that is no single value is a literal of JSON: it may have any form. */
export function claimedJson(value: PropertyValue, definition: PropertyDefinition | undefined): Json {
  if (typeof value === "object") return { "@type": "@json", "@value": value as Json };
  return definition === undefined ? value : scalarJson(value, definition);
}

/** A date with as much of it as is known: a year, a month or a day. */
export function dateJson(date: string): Json {
  const type = date.length === 4 ? "xsd:gYear" : date.length === 7 ? "xsd:gYearMonth" : "xsd:date";
  return { "@type": type, "@value": date };
}

function valueJson(value: PropertyValue, definition: PropertyDefinition, ontology: Ontology): Json {
  if (!Array.isArray(value)) return itemJson(value as Scalar | ValueObject, definition, ontology);
  const items = (value as readonly (Scalar | ValueObject)[]).map((item) => itemJson(item, definition, ontology));
  // Other vocabularies have several values where Plenary has a list.
  return definition.iri === null ? { "@list": items } : items;
}

function itemJson(value: Scalar | ValueObject, definition: PropertyDefinition, ontology: Ontology): Json {
  if (typeof value !== "object") return scalarJson(value, definition);
  const { name } = definition.type;
  return { "@type": own(name), ...propertiesJson(value, ontology.values.get(name)?.properties ?? [], ontology) };
}

/** What is an address and nothing else. */
const ADDRESS = /^https?:\/\/[^\s<>"{}|\\^`]+$/;

/** An address as a reference; a text that is none as it is. */
export function addressJson(text: string): Json {
  return ADDRESS.test(text) ? { "@id": text } : text;
}

function scalarJson(value: Scalar, { type }: PropertyDefinition): Json {
  if (typeof value !== "string" || type.kind !== "scalar") return value;
  if (type.name === "Date" && parseDate(value) !== null) return dateJson(value);
  return type.name === "URL" ? addressJson(value) : value;
}
