import type { FieldDefinitionNode } from "graphql";

import { description, directive, unwrap } from "./document.js";
import type { OntologyDocument, Problems } from "./document.js";
import { readIri } from "./iri.js";
import type { PropertyDefinition, PropertyType, ScalarType } from "./model.js";

const SCALARS: ReadonlySet<string> = new Set<ScalarType>(["ID", "String", "Int", "Float", "Boolean", "Date", "URL"]);
/** An underscore is kept free for what stores add to a property, such as `date_min`. */
const PROPERTY_NAME = /^[a-z][A-Za-z0-9]*$/;

/** Reads property fields; names in `reserved` are refused. */
export function readProperties(
  fields: readonly FieldDefinitionNode[],
  document: OntologyDocument,
  reserved: readonly string[],
  problems: Problems,
): PropertyDefinition[] {
  return fields.flatMap((field) => {
    const name = field.name.value;
    if (!PROPERTY_NAME.test(name)) {
      problems.add(field, `property ${name} must be in lowerCamelCase, without underscores`);
    }
    if (reserved.includes(name)) problems.add(field, `property ${name} is built in and cannot be declared`);
    const wrapped = unwrap(field);
    const type = propertyType(wrapped.name, document);
    if (type === null) {
      problems.add(
        field,
        `property ${name} has the unknown type ${wrapped.name}: expected ${[...SCALARS].join(", ")}, an enum or a @value type` +
          (document.nodes.has(wrapped.name) || document.interfaces.has(wrapped.name)
            ? "; for a relationship add @relationship"
            : ""),
      );
      return [];
    }
    const unique = directive(field, "unique") !== null;
    const fulltext = directive(field, "fulltext") !== null;
    const isText = type.kind === "scalar" && type.name === "String";
    if (unique && (!isText || wrapped.list))
      problems.add(field, `only a single String can be @unique, which ${name} is not`);
    if (fulltext && !isText) problems.add(field, `only a String can be @fulltext, which ${name} is not`);
    const changes = directive(field, "changes") !== null;
    const { list, required } = wrapped;
    const iri = readIri(field, problems);
    return [{ name, type, list, required, unique, fulltext, changes, iri, description: description(field) }];
  });
}

function propertyType(name: string, document: OntologyDocument): PropertyType | null {
  if (SCALARS.has(name)) return { kind: "scalar", name: name as ScalarType };
  if (document.enums.has(name)) return { kind: "enum", name };
  if (document.values.has(name)) return { kind: "value", name };
  return null;
}
