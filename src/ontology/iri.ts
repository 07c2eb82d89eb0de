import type { FieldDefinitionNode, InterfaceTypeDefinitionNode, ObjectTypeDefinitionNode } from "graphql";

import { directive } from "./document.js";
import type { Problems } from "./document.js";
import type { PropertyDefinition } from "./model.js";

/** The vocabularies that `@iri` may name by a prefix. */
export const VOCABULARIES = {
  dcterms: "http://purl.org/dc/terms/",
  prov: "http://www.w3.org/ns/prov#",
  schema: "https://schema.org/",
  skos: "http://www.w3.org/2004/02/skos/core#",
} as const;

const PREFIXES: ReadonlyMap<string, string> = new Map(Object.entries(VOCABULARIES));

/** A name with a prefix, or an IRI as it is written out: RFC 3987 without what no IRI may hold. */
const NAME = /^([a-z]+):([A-Za-z][A-Za-z0-9]*)$/;
const IRI = /^(https?:\/\/|urn:)[^\s<>"{}|\\^`]+$/;

type Definition = FieldDefinitionNode | InterfaceTypeDefinitionNode | ObjectTypeDefinitionNode;

/** The IRI that `@iri` gives a type or a property; null where it gives none, or one that is wrong. */
export function readIri(definition: Definition, problems: Problems): string | null {
  const given = directive(definition, "iri");
  if (given === null) return null;
  const term = String(given["term"]);
  if (IRI.test(term)) return term;
  const [, prefix = "", local = ""] = NAME.exec(term) ?? [];
  const vocabulary = PREFIXES.get(prefix);
  if (vocabulary !== undefined) return `${vocabulary}${local}`;
  const expected = `a name such as schema:Person, of ${[...PREFIXES.keys()].join(", ")}, or an IRI`;
  problems.add(definition, `@iri of ${definition.name.value} has the term "${term}": expected ${expected}`);
  return null;
}

/** Two properties of one type with one IRI would be one property to whoever reads an export. */
export function checkIris(
  definition: Definition,
  properties: readonly Pick<PropertyDefinition, "name" | "iri">[],
  problems: Problems,
): void {
  const seen = new Map<string, string>();
  for (const { name, iri } of properties) {
    if (iri === null) continue;
    const other = seen.get(iri);
    if (other !== undefined) {
      problems.add(definition, `${definition.name.value}.${name} has the @iri of ${definition.name.value}.${other}`);
    }
    seen.set(iri, name);
  }
}
