import { VOCABULARIES } from "../../ontology/iri.js";
import type { Ontology, PropertyDefinition, TypeDefinition } from "../../ontology/model.js";

/** Plenary's own terms: what no `@iri` names. A name without a host, for it is nobody's address. */
const OWN = "plenary";

/** The prefixes of a document. Nothing has to be fetched to read it. */
export const CONTEXT: Readonly<Record<string, string | number>> = {
  "@version": 1.1,
  ...VOCABULARIES,
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  [OWN]: "urn:plenary:vocabulary:",
  node: "urn:plenary:node:",
  edge: "urn:plenary:edge:",
  snapshot: "urn:plenary:snapshot:",
};

/** A reference to something. */
export interface Reference {
  readonly "@id": string;
}

/** A term of Plenary's own. */
export function own(name: string): string {
  return `${OWN}:${name}`;
}

/** The term of a property: that of another vocabulary, or Plenary's own. */
export function propertyTerm({ name, iri }: PropertyDefinition): string {
  return iri === null ? own(name) : compact(iri);
}

/** The terms of a type, its own first, then those of other vocabularies for it and for its interfaces. */
export function typeTerms(type: TypeDefinition, { types }: Ontology): readonly string[] {
  const general = type.interfaces.flatMap((name) => types.get(name)?.iri ?? []);
  // Everything is a thing; to say so of what is said to be something tells nobody anything.
  const iris = [...(type.iri === null ? [] : [type.iri]), ...general.filter((iri) => iri !== types.get("Entity")?.iri)];
  return [own(type.name), ...new Set(iris.map(compact))];
}

export function nodeReference(id: string): Reference {
  return { "@id": `node:${encodeURIComponent(id)}` };
}

/** The slashes of an edge's id stay. */
export function edgeReference(id: string): Reference {
  return { "@id": `edge:${id.split("/").map(encodeURIComponent).join("/")}` };
}

function compact(iri: string): string {
  for (const [prefix, vocabulary] of Object.entries(VOCABULARIES)) {
    if (iri.startsWith(vocabulary)) return `${prefix}:${iri.slice(vocabulary.length)}`;
  }
  return iri;
}
