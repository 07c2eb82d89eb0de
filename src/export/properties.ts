import type { Ontology, PropertyDefinition } from "../ontology/model.js";

/** How a column of a table holds a property. `json`: what is no single value, or has another form in another type. */
export type ColumnKind = "string" | "integer" | "double" | "boolean" | "json";

export interface PropertyColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** The properties that nodes have, one column for each name, in the order of the types and of their declaration. */
export function nodeProperties({ concrete, types }: Ontology): readonly PropertyColumn[] {
  return columnsOf(concrete.flatMap((type) => types.get(type)?.properties ?? []).filter(({ name }) => name !== "id"));
}

/** The properties that edges have, likewise. */
export function edgeProperties({ propertySets }: Ontology): readonly PropertyColumn[] {
  return columnsOf([...propertySets.values()].flatMap(({ properties }) => properties));
}

function columnsOf(definitions: readonly PropertyDefinition[]): readonly PropertyColumn[] {
  const columns = new Map<string, ColumnKind>();
  for (const definition of definitions) {
    const before = columns.get(definition.name);
    const kind = kindOf(definition);
    columns.set(definition.name, before === undefined || before === kind ? kind : common(before, kind));
  }
  return [...columns].map(([name, kind]) => ({ name, kind }));
}

function kindOf({ type, list }: PropertyDefinition): ColumnKind {
  if (list || type.kind === "value") return "json";
  if (type.kind === "enum") return "string";
  switch (type.name) {
    case "Int":
      return "integer";
    case "Float":
      return "double";
    case "Boolean":
      return "boolean";
    default:
      return "string";
  }
}

function common(a: ColumnKind, b: ColumnKind): ColumnKind {
  const numbers = [a, b].every((kind) => kind === "integer" || kind === "double");
  return numbers ? "double" : "json";
}
