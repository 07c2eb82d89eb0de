import { GraphQLInputObjectType } from "graphql";

import type { PropertyDefinition } from "../../ontology/model.js";
import { grouped } from "../grouped.js";
import type { Vocabulary } from "../vocabulary.js";
import { describeField } from "./describe.js";
import { input } from "./fields.js";
import type { InputFields } from "./fields.js";
import { filterName } from "./filters.js";
import type { Registry } from "./registry.js";

/**
 * `Where` and `LinkWhere` serve every type and every relationship: one input each keeps the schema small. What does not belong
 * to the type or relationship at hand is refused when the question is compiled.
 */
export function whereTypes(vocabulary: Vocabulary, types: Registry): GraphQLInputObjectType[] {
  return [
    object(
      "Where",
      "What a node must satisfy. A type has only some of these fields. All that is given must hold.",
      () => ({
        ...connectives(types, "Where"),
        id: input(types, "IDFilter", "Its id."),
        type: input(types, "EntityTypeFilter", "Its type."),
        alias: input(types, "StringFilter", "One of its aliases."),
        ...ownFields(vocabulary, types),
      }),
    ),
    object(
      "NodeQuantifier",
      "How many of the edges that a relationship field shows, and what they lead to. All that is given must hold. `edge` alone means some.",
      () => ({
        edge: input(
          types,
          "LinkWhere",
          "Counts only edges that satisfy this. Naming modality or rank lifts the usual restriction.",
        ),
        some: input(types, "Where", "At least one leads to such a node."),
        none: input(types, "Where", "None leads to such a node."),
        all: input(types, "Where", "All lead to such a node; true where there are none."),
        count: input(types, "IntFilter", "So many edges."),
      }),
    ),
    object(
      "LinkWhere",
      "What an edge must satisfy. A relationship has only some of these fields. All that is given must hold.",
      () => ({
        ...connectives(types, "LinkWhere"),
        id: input(types, "IDFilter", "Its id."),
        type: input(types, "RelationshipTypeFilter", "Its relationship."),
        date: input(types, "DateFilter", "When it happened."),
        from: input(types, "DateFilter", "From when it held."),
        until: input(types, "DateFilter", "Until when it held."),
        modality: input(
          types,
          "ModalityFilter",
          "Whether it happened. Unless this is given, only what is ACTUAL is shown.",
        ),
        rank: input(types, "RankFilter", "How it is rated. Unless this is given, what is DEPRECATED is not shown."),
        corroboration: input(types, "IntFilter", "By how many different sources it is borne out."),
        source: input(types, "IDFilter", "The id of one of its sources."),
        derived: input(types, "Boolean", "Whether it was derived when the graph was built."),
        subject: input(types, "Where", "Where it starts."),
        object: input(types, "Where", "Where it leads."),
        ...Object.fromEntries(
          vocabulary
            .linkProperties(vocabulary.relationshipTypes)
            .map((property) => [property.name, input(types, filterName(property.type.name), property.description)]),
        ),
      }),
    ),
    object("Order", "What to sort by: exactly one of node and edge.", () => ({
      node: input(types, "NodeKey", "A property of the nodes."),
      edge: input(types, "LinkKey", "A property of the edges, where the connection has edges."),
      direction: input(types, "OrderDirection!", "Which end comes first.", "asc"),
    })),
    object("GroupKey", "What to group by: exactly one of node and edge.", () => ({
      node: input(types, "NodeKey", "A property of the nodes."),
      edge: input(types, "LinkKey", "A property of the edges, where the connection has edges."),
      year: input(types, "Boolean", "Of a date, only its year."),
    })),
  ];
}

function connectives(types: Registry, name: string): InputFields {
  return {
    and: input(types, `[${name}!]`, "All of these hold."),
    or: input(types, `[${name}!]`, "At least one of these holds."),
    not: input(types, name, "This does not hold."),
  };
}

/** Every property and relationship field of every type, once. */
function ownFields(vocabulary: Vocabulary, types: Registry): InputFields {
  const definitions = [...vocabulary.ontology.types.values()];
  const properties = grouped(definitions.flatMap((type) => type.properties.filter(({ name }) => name !== "id")));
  const relationships = grouped(definitions.flatMap((type) => type.relationships));
  const both = [...properties.keys()].find((name) => relationships.has(name));
  if (both !== undefined) {
    throw new Error(
      `${both} is a property of one type and a relationship of another: the ontology needs another name for one of them.`,
    );
  }
  return {
    ...Object.fromEntries([...properties].map(([name, all]) => [name, propertyFilter(vocabulary, types, name, all)])),
    ...Object.fromEntries(
      [...relationships.keys()].map((name) => [name, input(types, "NodeQuantifier", describeField(vocabulary, name))]),
    ),
  };
}

function propertyFilter(
  vocabulary: Vocabulary,
  types: Registry,
  name: string,
  all: readonly PropertyDefinition[],
): InputFields[string] {
  const filters = [...new Set(all.map((property) => filterName(property.type.name)))];
  if (filters.length > 1 && all.some((property) => property.type.kind === "value")) {
    throw new Error(
      `${name} is a value object in one type and something else in another: the ontology needs another name for one of them.`,
    );
  }
  return input(types, filters.length === 1 ? (filters[0] ?? "") : "TermFilter", describeField(vocabulary, name));
}

function object(name: string, description: string, fields: () => InputFields): GraphQLInputObjectType {
  return new GraphQLInputObjectType({ name, description, fields });
}
