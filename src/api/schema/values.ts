import { GraphQLObjectType } from "graphql";

import type { PropertyDefinition } from "../../ontology/model.js";
import type { ApiContext } from "../context.js";
import { asItem } from "../resolve.js";
import type { Vocabulary } from "../vocabulary.js";
import { plain } from "./fields.js";
import type { Field } from "./fields.js";
import { propertyReference } from "./names.js";
import type { Registry } from "./registry.js";

/** The ontology's value objects, such as a tally. They are read whole, so their fields go by their own names. */
export function valueTypes(vocabulary: Vocabulary, types: Registry): GraphQLObjectType[] {
  return [...vocabulary.ontology.values.values()].map(
    ({ name, description, properties }) =>
      new GraphQLObjectType<unknown, ApiContext>({
        name,
        description,
        fields: () => Object.fromEntries(properties.map((property) => [property.name, field(types, property)])),
      }),
  );
}

function field(types: Registry, property: PropertyDefinition): Field {
  const read = plain(types, propertyReference(property), property.description);
  // A record leaves an empty list out.
  return property.list ? { ...read, resolve: (value) => asItem(value)[property.name] ?? [] } : read;
}
