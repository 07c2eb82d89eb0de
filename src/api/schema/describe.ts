import type { PropertyDefinition, RelationshipField } from "../../ontology/model.js";
import type { Vocabulary } from "../vocabulary.js";

/**
 * What a field means that several types may have: in their words where they agree; else whose words to read. A field of a value
 * object is named `value.field`.
 */
export function describeField(vocabulary: Vocabulary, name: string): string {
  const declared = [...vocabulary.ontology.types.values()].flatMap((type) => {
    const inherited = type.interfaces.some((one) => fieldOf(vocabulary, one, name) !== undefined);
    const field = inherited ? undefined : fieldOf(vocabulary, type.name, name);
    return field === undefined ? [] : [{ type: type.name, description: field.description }];
  });
  const [description = "", ...others] = new Set(declared.map((one) => one.description));
  if (others.length === 0) return description;
  return `Its \`${name}\`, as ${listed(
    declared.map(({ type }) => type),
    "and",
  )} each define it.`;
}

/** From what to what the edges of a relationship lead: an interface stands only for exactly the types that it has. */
export function describeEnds(vocabulary: Vocabulary, relationship: string): string {
  const pairs = vocabulary.ontology.relationships.get(relationship)?.ends ?? [];
  const name = (types: readonly string[]): string => {
    const { name: covering, concrete } = vocabulary.covering(types);
    return concrete.length === new Set(types).size ? covering : listed(types, "or");
  };
  const texts = pairs.map(({ subjects, objects }) => `from ${name(subjects)} to ${name(objects)}`);
  const text = [...new Set(texts)].join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function fieldOf(
  vocabulary: Vocabulary,
  type: string,
  name: string,
): PropertyDefinition | RelationshipField | undefined {
  const [own = "", inner] = name.split(".");
  const { properties, relationships } = vocabulary.type(type);
  const property = properties.find((one) => one.name === own);
  if (inner === undefined) return property ?? relationships.find((one) => one.name === own);
  const value = property?.type.kind === "value" ? vocabulary.ontology.values.get(property.type.name) : undefined;
  return value?.properties.find((one) => one.name === inner);
}

function listed(names: readonly string[], last: "and" | "or"): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1) ?? ""}`;
}
