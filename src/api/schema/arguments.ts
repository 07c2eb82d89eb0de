import type { GraphQLFieldConfigArgumentMap } from "graphql";

import { LIMITS } from "../limits.js";
import { input } from "./fields.js";
import type { Registry } from "./registry.js";

/** Relay's arguments. The descriptions are short because hundreds of fields have them. */
export function pageArguments(types: Registry): GraphQLFieldConfigArgumentMap {
  return {
    first: input(types, "Int", `How many, from the start: ${LIMITS.page} unless given, at most ${LIMITS.first}.`),
    after: input(types, "String", "Only after this cursor."),
    last: input(types, "Int", `How many, from the end: at most ${LIMITS.first}. Not together with first.`),
    before: input(types, "String", "Only before this cursor."),
  };
}

export function orderArgument(types: Registry): GraphQLFieldConfigArgumentMap {
  return { orderBy: input(types, "[Order!]", "The order. Ties go by id.") };
}

/** The arguments of a list side of a relationship. */
export function hopArguments(types: Registry): GraphQLFieldConfigArgumentMap {
  return {
    where: input(types, "Where", "Only such nodes."),
    edge: input(types, "LinkWhere", "Only such edges; ACTUAL and not DEPRECATED unless this says otherwise."),
    ...orderArgument(types),
    ...pageArguments(types),
  };
}
