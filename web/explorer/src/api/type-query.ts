import type { Operation } from "./operation.js";
import type { TypeAnswer, TypeReference } from "./types.js";

/** A property of a node's own type: its name, and what to select of it where it is made of parts. */
export interface Property {
  readonly name: string;
  readonly parts: readonly string[];
}

/** Which fields a type has. The explorer knows no type by name: what a node has of its own, the API says. */
export function typeQuery(type: string): Operation<TypeAnswer> {
  return {
    name: "TypeOfNode",
    variables: { type },
    query: `query TypeOfNode($type: String!) {
  __type(name: $type) {
    fields {
      name
      args { name }
      type {
        ...Reference
        ofType {
          ...Reference
          ofType {
            ...Reference
            ofType { ...Reference }
          }
        }
      }
    }
  }
}

fragment Reference on __Type {
  kind
  name
  fields {
    name
    type { kind ofType { kind ofType { kind ofType { kind } } } }
  }
}`,
  };
}

/** What every node has, and is asked for by name. */
const COMMON = new Set([
  "id",
  "name",
  "identified",
  "summary",
  "sameAs",
  "aliases",
  "basis",
  "claims",
  "degrees",
  "evidence",
]);
const LEAVES = new Set(["SCALAR", "ENUM"]);

/** A type's own properties: what holds a value, or a value of several parts, and is no relationship. */
export function propertiesOf({ __type: type }: TypeAnswer): readonly Property[] {
  return (type?.fields ?? []).flatMap(({ name, args, type: reference }) => {
    if (args.length > 0 || COMMON.has(name)) return [];
    const core = unwrapped(reference);
    if (LEAVES.has(core.kind)) return [{ name, parts: [] }];
    if (core.kind !== "OBJECT") return [];
    const parts = (core.fields ?? [])
      .filter((field) => LEAVES.has(unwrapped(field.type).kind))
      .map((field) => field.name);
    return isValue(core) ? [{ name, parts }] : [];
  });
}

/** Whether an object is a value: an edge or a node would have an id. */
function isValue({ fields }: TypeReference): boolean {
  const names = (fields ?? []).map(({ name }) => name);
  return names.length > 0 && !names.some((name) => name === "id" || name === "node" || name === "evidence");
}

function unwrapped(reference: TypeReference): TypeReference {
  return reference.ofType ? unwrapped(reference.ofType) : reference;
}
