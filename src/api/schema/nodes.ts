import { GraphQLInterfaceType, GraphQLObjectType } from "graphql";
import type { GraphQLNamedType } from "graphql";

import type { RelationshipField, TypeDefinition } from "../../ontology/model.js";
import type { ApiContext } from "../context.js";
import { meaning } from "../meaning.js";
import { asItem, byKey, hopConnection } from "../resolve.js";
import type { Vocabulary } from "../vocabulary.js";
import { hopArguments } from "./arguments.js";
import { property } from "./fields.js";
import type { Field, Fields } from "./fields.js";
import { linkName, propertyReference } from "./names.js";
import { entityRecords } from "./records.js";
import type { Registry } from "./registry.js";

/** A GraphQL type or interface for each of the ontology, with inherited fields, as GraphQL wants them, on every one. */
export function nodeTypes(vocabulary: Vocabulary, types: Registry): GraphQLNamedType[] {
  return [...vocabulary.ontology.types.values()].map((type) => {
    const config = {
      name: type.name,
      description: type.description,
      interfaces: () => type.interfaces.map((name) => types.interface(name)),
      fields: () => nodeFields(type, types),
    };
    return type.kind === "interface"
      ? new GraphQLInterfaceType({ ...config, resolveType: (value) => String(asItem(value)["$type"]) })
      : new GraphQLObjectType<unknown, ApiContext>(config);
  });
}

function nodeFields(type: TypeDefinition, types: Registry): Fields {
  const properties = type.properties.flatMap((one) =>
    Object.entries(property(types, one.name, propertyReference(one), one.description)),
  );
  return {
    ...Object.fromEntries(properties),
    // The bare interface Node has nothing but an id, and no plural.
    ...(type.plural === "" ? {} : entityRecords(types)),
    ...Object.fromEntries(type.relationships.map((field) => [field.name, relationship(field, types)])),
  };
}

function relationship(field: RelationshipField, types: Registry): Field {
  const { description } = field;
  return field.list
    ? {
        type: types.output(`${linkName(field)}Connection!`),
        description,
        args: hopArguments(types),
        resolve: hopConnection,
        ...meaning({ kind: "relationship", field }),
      }
    : {
        type: types.output(`${linkName(field)}Edge`),
        description,
        resolve: byKey,
        ...meaning({ kind: "relationship", field }),
      };
}
