import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";

import { PlenaryError } from "../errors.js";

/**
 * Decides what an error tells the client. An error of Plenary and one of GraphQL itself (a document that cannot be parsed, a variable of
 * the wrong type) are meant to be read, and have a code. Anything else was not foreseen and may hold Cypher, a path or a connection
 * string: only its place in the answer is told.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof PlenaryError) return shown(formatted, cause.message, cause.code);
  if (isMasked(error)) return shown(formatted, "Something went wrong inside the server.", "INTERNAL");
  const code = formatted.extensions?.["code"];
  // GraphQL gives no code where an argument turns out wrong only when the field is executed.
  return code === "INTERNAL_SERVER_ERROR" ? shown(formatted, formatted.message, "BAD_USER_INPUT") : formatted;
}

/** True where the client is not told what went wrong. */
export function isMasked(error: unknown): boolean {
  const cause = unwrapResolverError(error);
  return !(cause instanceof GraphQLError) && (!(cause instanceof PlenaryError) || cause.code === "INTERNAL");
}

function shown({ locations, path }: GraphQLFormattedError, message: string, code: string): GraphQLFormattedError {
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code } };
}
