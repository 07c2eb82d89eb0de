import type { GraphQLFieldConfig, GraphQLInputFieldConfig } from "graphql";

import type { ApiContext } from "../context.js";
import { meaning } from "../meaning.js";
import type { Meaning } from "../meaning.js";
import { byKey } from "../resolve.js";
import type { Registry } from "./registry.js";

export type Field = GraphQLFieldConfig<unknown, ApiContext>;
export type Fields = Record<string, Field>;
export type InputFields = Record<string, GraphQLInputFieldConfig>;

/** A field that a plan selects: its value stands in the result under the response key. */
export function planned(types: Registry, reference: string, description: string, means: Meaning): Field {
  return { type: types.output(reference), description, resolve: byKey, ...meaning(means) };
}

/** A property of a node, edge or record. */
export function property(types: Registry, name: string, reference: string, description: string): Fields {
  return { [name]: planned(types, reference, description, { kind: "property", name }) };
}

/** A field of a plain value, read by its own name. */
export function plain(types: Registry, reference: string, description: string): Field {
  return { type: types.output(reference), description };
}

export function input(
  types: Registry,
  reference: string,
  description: string,
  defaultValue?: unknown,
): GraphQLInputFieldConfig {
  return { type: types.input(reference), description, ...(defaultValue === undefined ? {} : { defaultValue }) };
}
