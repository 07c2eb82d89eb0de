import { GraphQLEnumType } from "graphql";

import type { EnumDefinition } from "../../ontology/model.js";
import type { Refs, Vocabulary } from "../vocabulary.js";
import { BUILT_IN_ENUMS } from "./builtin-enums.js";
import { describeEnds, describeField } from "./describe.js";
import { constantName } from "./names.js";

/** The ontology's enums, those of every edge, and those that name types, relationships and keys. */
export function enumTypes(vocabulary: Vocabulary): GraphQLEnumType[] {
  const { ontology } = vocabulary;
  const nodeKeys = new Map([...ontology.types.keys()].flatMap((type) => [...vocabulary.nodeRefs(type)]));
  const linkProperties = new Map(
    vocabulary.linkProperties(vocabulary.relationshipTypes).map(({ name, description }) => [name, description]),
  );
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
    keys(
      "NodeKey",
      "What nodes can be sorted and grouped by. A type has only some of these.",
      nodeKeys,
      (name) => NODE_KEYS[name] ?? describeField(vocabulary, name),
    ),
    keys(
      "LinkKey",
      "What edges can be sorted and grouped by. A relationship has only some of these.",
      vocabulary.linkRefs(vocabulary.relationshipTypes),
      (name) => LINK_KEYS[name] ?? linkProperties.get(name) ?? "",
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

/** What the keys mean that every node has. */
const NODE_KEYS: Readonly<Record<string, string>> = { id: "Its id.", type: "Its type." };

/** What the keys mean that every edge has. */
const LINK_KEYS: Readonly<Record<string, string>> = {
  id: "Its id.",
  type: "Its relationship.",
  subject: "The id of the node where it starts.",
  object: "The id of the node to which it leads.",
  date: "When it happened.",
  from: "From when it held.",
  until: "Until when it held.",
  modality: "Whether it happened.",
  rank: "How it is rated.",
  corroboration: "By how many different sources it is borne out.",
  sources: "The ids of its sources: one group for each.",
  derived: "Whether it was derived when the graph was built.",
};

/** An enum whose values stand for properties. Inside, each is the property's name. */
function keys(name: string, description: string, refs: Refs, meaning: (property: string) => string): GraphQLEnumType {
  const values = [...refs.keys()].map(
    (property) => [constantName(property), { value: property, description: meaning(property) }] as const,
  );
  return new GraphQLEnumType({ name, description, values: Object.fromEntries(values) });
}

function describeRelationship(vocabulary: Vocabulary, type: string): string {
  const derived =
    vocabulary.ontology.relationships.get(type)?.derived === true ? " Derived when the graph is built." : "";
  return `${describeEnds(vocabulary, type)}${derived}`;
}
