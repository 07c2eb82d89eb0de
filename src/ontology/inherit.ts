import type { FieldDefinitionNode, InterfaceTypeDefinitionNode, ObjectTypeDefinitionNode } from "graphql";

import type { OntologyDocument, Problems } from "./document.js";

type Definition = InterfaceTypeDefinitionNode | ObjectTypeDefinitionNode;

/** A field and the type or interface that declares it. */
export interface InheritedField {
  readonly owner: string;
  readonly field: FieldDefinitionNode;
}

/** The interfaces of a type or interface, transitively, sorted by name. */
export function interfacesOf(
  definition: Definition,
  document: OntologyDocument,
  problems: Problems,
): readonly string[] {
  const found = new Set<string>();
  const visit = (current: Definition): void => {
    for (const named of current.interfaces ?? []) {
      const name = named.name.value;
      const parent = document.interfaces.get(name);
      if (parent === undefined)
        problems.add(named, `${current.name.value} implements ${name}, which is not an interface`);
      else if (name === definition.name.value) problems.add(named, `${name} implements itself`);
      else if (!found.has(name)) {
        found.add(name);
        visit(parent);
      }
    }
  };
  visit(definition);
  return [...found].sort();
}

/** All fields: those of interfaces first, the most general interface before the others, then its own. */
export function fieldsOf(
  definition: Definition,
  document: OntologyDocument,
  problems: Problems,
): readonly InheritedField[] {
  const fields = new Map<string, InheritedField>();
  const visited = new Set<string>();
  const visit = (current: Definition): void => {
    if (visited.has(current.name.value)) return;
    visited.add(current.name.value);
    for (const named of current.interfaces ?? []) {
      const parent = document.interfaces.get(named.name.value);
      if (parent !== undefined) visit(parent);
    }
    for (const field of current.fields ?? []) {
      const name = field.name.value;
      const other = fields.get(name);
      if (other === undefined) fields.set(name, { owner: current.name.value, field });
      else if (!inheritsTwice(other, field)) {
        problems.add(field, `${current.name.value}.${name} is declared by ${other.owner} already`);
      }
    }
  };
  visit(definition);
  return [...fields.values()];
}

/** Two interfaces of one type may both have a field, such as `about`, if they declare it alike. */
function inheritsTwice(other: InheritedField, field: FieldDefinitionNode): boolean {
  return signature(other.field) === signature(field);
}

function signature(field: FieldDefinitionNode): string {
  const strip = (key: string, value: unknown): unknown => (key === "loc" || key === "description" ? undefined : value);
  return JSON.stringify([field.type, field.directives], strip);
}
