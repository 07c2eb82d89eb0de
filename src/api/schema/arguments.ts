import type { GraphQLFieldConfigArgumentMap } from "graphql";

import { LIMITS } from "../limits.js";
import { input } from "./fields.js";
import type { Registry } from "./registry.js";

/** Relay's arguments forwards. The descriptions are short because hundreds of fields have them. */
function forwardArguments(types: Registry): GraphQLFieldConfigArgumentMap {
  return {
    first: input(types, "Int", `How many, from the start: ${LIMITS.page} unless given, at most ${LIMITS.first}.`),
    after: input(types, "String", "Only after this cursor."),
  };
}

/** Relay's arguments in both directions. */
export function pageArguments(types: Registry): GraphQLFieldConfigArgumentMap {
  return {
    ...forwardArguments(types),
    last: input(types, "Int", `How many, from the end: at most ${LIMITS.first}. Not together with first.`),
    before: input(types, "String", "Only before this cursor."),
  };
}

export function orderArgument(types: Registry): GraphQLFieldConfigArgumentMap {
  return { orderBy: input(types, "[Order!]", "The order. Ties go by id.") };
}

/**
 * The arguments of a list side of a relationship. They page forwards only: every type has dozens of these fields, and the arguments
 * are most of what the schema weighs. The end of a list is the start of the list in reverse order.
 */
export function hopArguments(types: Registry): GraphQLFieldConfigArgumentMap {
  return {
    where: input(types, "NodeWhere", "Only such nodes."),
    edge: input(types, "LinkWhere", "Only such edges; ACTUAL and not DEPRECATED unless this says otherwise."),
    ...orderArgument(types),
    ...forwardArguments(types),
  };
}
