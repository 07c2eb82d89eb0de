import { createHash } from "node:crypto";

import { description, directive, Problems, readDocument } from "./document.js";
import type { OntologyDocument } from "./document.js";
import { deepFreeze } from "./freeze.js";
import { fieldsOf, interfacesOf } from "./inherit.js";
import { checkIris, readIri } from "./iri.js";
import { EDGE_BUILTINS, NODE_BUILTINS } from "./model.js";
import type { EnumDefinition, Ontology, PropertySet, TypeDefinition, ValueDefinition } from "./model.js";
import { readAgreement } from "./agreement.js";
import { readProperties } from "./properties.js";
import { defineRelationships, readRelationship } from "./relationships.js";
import type { DeclaredRelationship } from "./relationships.js";

/**
 * Reads a vocabulary from annotated SDL; `schema/ontology.graphql` says at its top how that is written.
 *
 * @throws OntologyError listing every mistake with its line and column
 */
export function readOntology(sdl: string): Ontology {
  const problems = new Problems();
  const document = readDocument(sdl, problems);
  const propertySets = readPropertySets(document, problems);
  checkSharedNames(propertySets, document, problems);
  const declared = readDeclared(document, propertySets, problems);
  const types = readTypes(document, propertySets, problems);
  const concreteOf = (name: string): readonly string[] => types.get(name)?.concrete ?? [];
  const relationships = defineRelationships(declared, concreteOf, problems);
  checkFamilies(propertySets, relationships, document, problems);
  problems.throwIfAny();
  const vocabulary = {
    types,
    concrete: [...document.nodes.keys()].sort(),
    relationships,
    propertySets,
    enums: readEnums(document),
    values: readValues(document, problems),
  };
  problems.throwIfAny();
  return deepFreeze({ hash: hashOf(vocabulary), ...vocabulary });
}

function readTypes(
  document: OntologyDocument,
  sets: ReadonlyMap<string, PropertySet>,
  problems: Problems,
): ReadonlyMap<string, TypeDefinition> {
  const definitions = [...document.interfaces.values(), ...document.nodes.values()];
  const silent = new Problems();
  const implemented = new Map(
    definitions.map((definition) => [definition.name.value, interfacesOf(definition, document, problems)]),
  );
  const concreteOf = (name: string): string[] =>
    document.nodes.has(name)
      ? [name]
      : [...document.nodes.keys()].filter((type) => implemented.get(type)?.includes(name)).sort();
  return new Map(
    definitions.map((definition) => {
      const name = definition.name.value;
      const isNode = document.nodes.has(name);
      const fields = fieldsOf(definition, document, problems);
      const plural = directive(definition, "node")?.["plural"];
      if (typeof plural !== "string" && name !== "Node") problems.add(definition, `${name} needs @node(plural: …)`);
      if (isNode && !implemented.get(name)?.includes("Entity"))
        problems.add(definition, `${name} must implement Entity`);
      const properties = fields
        .filter(({ field }) => directive(field, "relationship") === null)
        .map(({ field }) => field);
      const type: TypeDefinition = {
        name,
        kind: isNode ? "type" : "interface",
        plural: typeof plural === "string" ? plural : "",
        iri: readIri(definition, problems),
        description: description(definition),
        interfaces: implemented.get(name) ?? [],
        concrete: concreteOf(name),
        // Mistakes in inherited properties are reported once, where they are declared: see readDeclared.
        properties: readProperties(properties, document, [], silent),
        relationships: fields.flatMap(
          ({ owner, field }) => readRelationship(owner, field, document, sets, silent)?.field ?? [],
        ),
      };
      if (isNode) checkIris(definition, type.properties, problems);
      return [name, type];
    }),
  );
}

/** Reads each declaration once, for its mistakes and for what it says about relationships. */
function readDeclared(
  document: OntologyDocument,
  sets: ReadonlyMap<string, PropertySet>,
  problems: Problems,
): readonly DeclaredRelationship[] {
  return [...document.interfaces.values(), ...document.nodes.values()].flatMap((definition) => {
    const fields = definition.fields ?? [];
    const properties = fields.filter((field) => directive(field, "relationship") === null);
    readProperties(properties, document, NODE_BUILTINS, problems);
    return fields.flatMap((field) => readRelationship(definition.name.value, field, document, sets, problems) ?? []);
  });
}

function readPropertySets(document: OntologyDocument, problems: Problems): ReadonlyMap<string, PropertySet> {
  const sets = new Map(
    [...document.propertySets].map(([name, definition]) => {
      const family = directive(definition, "family");
      const set: PropertySet = {
        name,
        description: description(definition),
        properties: readProperties(definition.fields ?? [], document, EDGE_BUILTINS, problems),
        family:
          family === null
            ? null
            : { plural: String(family["plural"]), types: (family["types"] as unknown[]).map(String) },
        agreement: readAgreement(definition.fields ?? [], document, problems),
      };
      checkIris(definition, set.properties, problems);
      return [name, set];
    }),
  );
  const [, second] = [...sets.values()].filter(({ agreement }) => agreement !== null);
  const definition = document.propertySets.get(second?.name ?? "");
  if (definition !== undefined) problems.add(definition, "@agreement marks another relationship already");
  return sets;
}

/** One filter serves the edges of every relationship, so a property name has one type in all property sets. */
function checkSharedNames(
  sets: ReadonlyMap<string, PropertySet>,
  document: OntologyDocument,
  problems: Problems,
): void {
  const seen = new Map<string, { readonly set: string; readonly type: string }>();
  for (const set of sets.values()) {
    for (const property of set.properties) {
      const type = JSON.stringify([property.type, property.list]);
      const other = seen.get(property.name);
      const definition = document.propertySets.get(set.name);
      if (other !== undefined && other.type !== type && definition !== undefined) {
        problems.add(definition, `${set.name}.${property.name} has another type than ${other.set}.${property.name}`);
      }
      seen.set(property.name, { set: set.name, type });
    }
  }
}

function checkFamilies(
  sets: ReadonlyMap<string, PropertySet>,
  relationships: Ontology["relationships"],
  document: OntologyDocument,
  problems: Problems,
): void {
  for (const set of sets.values()) {
    const definition = document.propertySets.get(set.name);
    if (definition === undefined) continue;
    for (const type of set.family?.types ?? []) {
      if (relationships.get(type)?.properties !== set.name) {
        problems.add(
          definition,
          `the family of ${set.name} has ${type}, which is not a relationship with these properties`,
        );
      }
    }
  }
}

function readEnums(document: OntologyDocument): ReadonlyMap<string, EnumDefinition> {
  return new Map(
    [...document.enums].map(([name, definition]) => [
      name,
      {
        name,
        description: description(definition),
        values: (definition.values ?? []).map((value) => ({ name: value.name.value, description: description(value) })),
      },
    ]),
  );
}

function readValues(document: OntologyDocument, problems: Problems): ReadonlyMap<string, ValueDefinition> {
  return new Map(
    [...document.values].map(([name, definition]) => {
      const properties = readProperties(definition.fields ?? [], document, [], problems);
      if (properties.some((property) => property.type.kind === "value")) {
        problems.add(definition, `${name} holds another @value type: values do not nest`);
      }
      checkIris(definition, properties, problems);
      return [name, { name, description: description(definition), properties }];
    }),
  );
}

/** Hashes what the vocabulary means: descriptions, terms of others, comments, layout and the order of definitions leave it as it is. */
function hashOf(vocabulary: Omit<Ontology, "hash">): string {
  const canonical = (value: unknown): unknown => {
    if (value instanceof Map) return canonical(Object.fromEntries(value));
    if (Array.isArray(value)) return value.map(canonical);
    if (typeof value !== "object" || value === null) return value;
    return Object.entries(value)
      .filter(([key]) => key !== "description" && key !== "iri")
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, canonical(member)]);
  };
  return createHash("sha256")
    .update(JSON.stringify(canonical(vocabulary)))
    .digest("hex");
}
