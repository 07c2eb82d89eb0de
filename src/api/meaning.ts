import type { GraphQLField, GraphQLFieldExtensions } from "graphql";

import type { RelationshipField } from "../ontology/model.js";
import type { RecordsField } from "../plan/plan.js";

/** What a field of the schema stands for in a plan: attached when the schema is built, read when a selection is compiled. */
export type Meaning =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "records"; readonly name: RecordsField["name"] }
  | { readonly kind: "relationship"; readonly field: RelationshipField }
  /** Nodes that an evidence refers to. */
  | { readonly kind: "references"; readonly name: "source" | "attributedTo" | "reportedBy" }
  | { readonly kind: "end"; readonly end: "node" | "subject" | "object" }
  /** The edge itself, as the node of a connection over edges. */
  | { readonly kind: "self" }
  | { readonly kind: "cursor" }
  | { readonly kind: "matched" | "paragraph" | "passage" };

const KEY = "plenary";

/** Extensions that carry a meaning, for a field's configuration. */
export function meaning(value: Meaning): { readonly extensions: GraphQLFieldExtensions<unknown, unknown> } {
  return { extensions: { [KEY]: value } };
}

/** @throws Error where the field has none: connections, roots and plain values are compiled by name */
export function meaningOf(field: GraphQLField<unknown, unknown>): Meaning {
  const value = field.extensions[KEY] as Meaning | undefined;
  if (value === undefined) throw new Error(`The field ${field.name} has no meaning in a plan`);
  return value;
}
