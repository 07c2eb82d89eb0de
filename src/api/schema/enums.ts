import { GraphQLEnumType } from "graphql";

import type { EnumDefinition } from "../../ontology/model.js";
import type { Refs, Vocabulary } from "../vocabulary.js";
import { BUILT_IN_ENUMS } from "./builtin-enums.js";
import { constantName } from "./names.js";

/** The ontology's enums, those of every edge, and those that name types, relationships and keys. */
export function enumTypes(vocabulary: Vocabulary): GraphQLEnumType[] {
  const { ontology } = vocabulary;
  const nodeKeys = new Map([...ontology.types.keys()].flatMap((type) => [...vocabulary.nodeRefs(type)]));
  return [
    ...[...BUILT_IN_ENUMS, ...ontology.enums.values()].map(named),
    named({
      name: "EntityType",
      description: "The types of node.",
      values: ontology.concrete.map((name) => ({ name, description: vocabulary.type(name).description })),
    }),
    named({
      name: "RelationshipType",
      description: "The relationships.",
      values: vocabulary.relationshipTypes.map((name) => ({
        name,
        description: describeRelationship(vocabulary, name),
      })),
    }),
    keys("NodeKey", "What nodes can be sorted and grouped by. A type has only some of these.", nodeKeys, "of the node"),
    keys(
      "LinkKey",
      "What edges can be sorted and grouped by. A relationship has only some of these.",
      vocabulary.linkRefs(vocabulary.relationshipTypes),
      "of the edge",
    ),
    new GraphQLEnumType({
      name: "OrderDirection",
      description: "Which end comes first. What is missing comes last either way.",
      values: {
        ASC: { value: "asc", description: "From the smallest." },
        DESC: { value: "desc", description: "From the largest." },
      },
    }),
  ];
}

function named({ name, description, values }: EnumDefinition): GraphQLEnumType {
  return new GraphQLEnumType({
    name,
    description,
    values: Object.fromEntries(values.map((value) => [value.name, { description: value.description }])),
  });
}

/** An enum whose values stand for properties. Inside, each is the property's name. */
function keys(name: string, description: string, refs: Refs, whose: string): GraphQLEnumType {
  const values = [...refs.keys()].map(
    (property) => [constantName(property), { value: property, description: `\`${property}\` ${whose}.` }] as const,
  );
  return new GraphQLEnumType({ name, description, values: Object.fromEntries(values) });
}

function describeRelationship(vocabulary: Vocabulary, type: string): string {
  const subject = vocabulary.endType([type], "subject").name;
  const object = vocabulary.endType([type], "object").name;
  const derived =
    vocabulary.ontology.relationships.get(type)?.derived === true ? " Derived when the graph is built." : "";
  return `From ${subject} to ${object}.${derived}`;
}
