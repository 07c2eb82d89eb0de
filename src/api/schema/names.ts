import type { PropertyDefinition, RelationshipField } from "../../ontology/model.js";

/** The part that names the connection and edge of a relationship field: its target, then the property set or `Link`. */
export function linkName(field: RelationshipField): string {
  return `${field.target}${field.properties ?? "Link"}`;
}

/** The value of an enum that stands for a property: `draftSymbol` as `DRAFT_SYMBOL`, `tally.yes` as `TALLY_YES`. */
export function constantName(property: string): string {
  return property
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(".", "_")
    .toUpperCase();
}

/** The root field that looks up one node of a type: `State` as `state`. */
export function singularName(type: string): string {
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
}

/** A property's type as written in SDL. */
export function propertyReference(property: PropertyDefinition, nullable = false): string {
  const named = property.type.name;
  const type = property.list ? `[${named}!]` : named;
  return (property.required || property.list) && !nullable ? `${type}!` : type;
}
