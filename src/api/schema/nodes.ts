import { GraphQLInterfaceType, GraphQLObjectType } from "graphql";
import type { GraphQLNamedType } from "graphql";

import type { RelationshipField, TypeDefinition } from "../../ontology/model.js";
import type { ApiContext } from "../context.js";
import type { Meaning } from "../meaning.js";
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
  const relationships = new SharedMeanings();
  return [...vocabulary.ontology.types.values()].map((type) => {
    const config = {
      name: type.name,
      description: type.description,
      interfaces: () => type.interfaces.map((name) => types.interface(name)),
      fields: () => nodeFields(type, types, relationships),
    };
    return type.kind === "interface"
      ? new GraphQLInterfaceType({ ...config, resolveType: (value) => String(asItem(value)["$type"]) })
      : new GraphQLObjectType<unknown, ApiContext>(config);
  });
}

function nodeFields(type: TypeDefinition, types: Registry, shared: SharedMeanings): Fields {
  const properties = type.properties.flatMap((one) =>
    Object.entries(property(types, one.name, propertyReference(one), one.description)),
  );
  return {
    ...Object.fromEntries(properties),
    // The bare interface Node has nothing but an id, and no plural.
    ...(type.plural === "" ? {} : entityRecords(types)),
    ...Object.fromEntries(
      type.relationships.map((field) => [field.name, relationship(field, types, shared.of(field))]),
    ),
  };
}

function relationship(field: RelationshipField, types: Registry, means: Meaning): Field {
  const { description } = field;
  return field.list
    ? {
        type: types.output(`${linkName(field)}Connection!`),
        description,
        args: hopArguments(types),
        resolve: hopConnection,
        ...meaning(means),
      }
    : { type: types.output(`${linkName(field)}Edge`), description, resolve: byKey, ...meaning(means) };
}

/** Gives fields that read the same edges one meaning, so that a selection over several types can tell that they are one. */
class SharedMeanings {
  readonly #known = new Map<string, Meaning>();

  of(field: RelationshipField): Meaning {
    const key = JSON.stringify([field.relationships, field.direction, field.target, field.list, field.properties]);
    const found = this.#known.get(key) ?? { kind: "relationship", field };
    this.#known.set(key, found);
    return found;
  }
}
