import type { FieldDefinitionNode } from "graphql";

import { description, directive, unwrap } from "./document.js";
import type { OntologyDocument, Problems } from "./document.js";
import type { Direction, PropertySet, RelationshipDefinition, RelationshipField } from "./model.js";

const RELATIONSHIP_TYPE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/** A relationship field as declared on one type or interface. */
export interface DeclaredRelationship {
  readonly owner: string;
  readonly node: FieldDefinitionNode;
  readonly type: string;
  readonly to: readonly string[] | null;
  readonly derived: boolean;
  readonly contradiction: boolean;
  readonly field: RelationshipField;
}

/** Reads one field's @relationship, or null where it has none. */
export function readRelationship(
  owner: string,
  node: FieldDefinitionNode,
  document: OntologyDocument,
  sets: ReadonlyMap<string, PropertySet>,
  problems: Problems,
): DeclaredRelationship | null {
  const given = directive(node, "relationship");
  if (given === null) return null;
  const wrapped = unwrap(node);
  const type = String(given["type"]);
  const set = typeof given["properties"] === "string" ? given["properties"] : null;
  const properties = set === null ? null : sets.get(set);
  const family = given["family"] === true ? (properties?.family ?? null) : null;
  if (directive(node, "iri") !== null)
    problems.add(node, `only types and properties have @iri, and ${owner}.${node.name.value} is a relationship`);
  if (!RELATIONSHIP_TYPE.test(type)) problems.add(node, `relationship type ${type} must be in UPPER_SNAKE_CASE`);
  if (!document.nodes.has(wrapped.name) && !document.interfaces.has(wrapped.name)) {
    problems.add(
      node,
      `${owner}.${node.name.value} leads to ${wrapped.name}, which is neither a @node type nor an interface`,
    );
  }
  if (properties === undefined) problems.add(node, `${set ?? ""} is not a type with @relationshipProperties`);
  if (given["family"] === true && family === null) {
    problems.add(
      node,
      `${owner}.${node.name.value} reads a family, but its properties type declares none with @family`,
    );
  }
  return {
    owner,
    node,
    type,
    to: Array.isArray(given["to"]) ? given["to"].map(String) : null,
    derived: directive(node, "derived") !== null,
    contradiction: directive(node, "contradiction") !== null,
    field: {
      name: node.name.value,
      relationships: family?.types ?? [type],
      direction: given["direction"] as Direction,
      target: wrapped.name,
      list: wrapped.list,
      properties: set,
      description: description(node),
    },
  };
}

/** Joins the sides of each relationship: its ends come from the fields that look OUT (or BOTH ways). */
export function defineRelationships(
  declared: readonly DeclaredRelationship[],
  concrete: (name: string) => readonly string[],
  problems: Problems,
): ReadonlyMap<string, RelationshipDefinition> {
  const byType = new Map<string, DeclaredRelationship[]>();
  for (const one of declared) byType.set(one.type, [...(byType.get(one.type) ?? []), one]);
  const definitions = [...byType]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, sides]) => define(type, sides, concrete, problems));
  return new Map(definitions.map((definition) => [definition.type, definition]));
}

function define(
  type: string,
  sides: readonly DeclaredRelationship[],
  concrete: (name: string) => readonly string[],
  problems: Problems,
): RelationshipDefinition {
  const outward = sides.filter((side) => side.field.direction !== "IN");
  const first = outward[0] ?? sides[0];
  if (first === undefined) throw new Error(`relationship ${type} has no sides`);
  if (outward.length === 0)
    problems.add(first.node, `relationship ${type} has no field with direction OUT, which would say what it joins`);
  for (const side of sides) {
    if (side.field.properties !== first.field.properties) {
      problems.add(
        side.node,
        `relationship ${type} has properties ${side.field.properties ?? "none"} here and ${first.field.properties ?? "none"} elsewhere`,
      );
    }
  }
  const ends = outward.map((side) => ({
    subjects: concrete(side.owner),
    objects: objectsOf(side, concrete, problems),
  }));
  for (const side of sides.filter((candidate) => candidate.field.direction === "IN")) {
    checkInverse(side, ends, concrete, problems);
  }
  return {
    type,
    ends,
    properties: first.field.properties,
    symmetric: sides.every((side) => side.field.direction === "BOTH"),
    derived: sides.some((side) => side.derived),
    single: outward.some((side) => !side.field.list),
    contradiction: sides.some((side) => side.contradiction),
  };
}

function objectsOf(
  side: DeclaredRelationship,
  concrete: (name: string) => readonly string[],
  problems: Problems,
): readonly string[] {
  const target = concrete(side.field.target);
  if (side.to === null) return target;
  const narrowed = [...new Set(side.to.flatMap(concrete))].sort();
  for (const type of side.to) {
    const types = concrete(type);
    if (types.length === 0 || types.some((one) => !target.includes(one))) {
      problems.add(
        side.node,
        `${side.owner}.${side.field.name} is narrowed to ${type}, which is not a ${side.field.target}`,
      );
    }
  }
  return narrowed;
}

/** An IN field must be able to show whatever its relationship can bring to the type it stands on. */
function checkInverse(
  side: DeclaredRelationship,
  ends: RelationshipDefinition["ends"],
  concrete: (name: string) => readonly string[],
  problems: Problems,
): void {
  const here = concrete(side.owner);
  const shown = concrete(side.field.target);
  const coming = ends.filter((end) => end.objects.some((type) => here.includes(type))).flatMap((end) => end.subjects);
  if (coming.length === 0) {
    problems.add(side.node, `${side.owner}.${side.field.name}: no ${side.type} leads to ${side.owner}`);
  }
  const unshown = coming.filter((type) => !shown.includes(type));
  if (unshown.length > 0) {
    problems.add(
      side.node,
      `${side.owner}.${side.field.name} shows ${side.field.target}, but ${side.type} also comes from ${[...new Set(unshown)].join(", ")}`,
    );
  }
}
