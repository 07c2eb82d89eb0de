import { GraphQLError } from "graphql";
import type { GraphQLFormattedError } from "graphql";

import { PlenaryError } from "../errors.js";

/** An error about what somebody asked for: `BAD_USER_INPUT`. */
export function inputError(message: string): PlenaryError {
  return new PlenaryError("BAD_USER_INPUT", message);
}

/** An error as GraphQL shows it even where nobody formats it: a `PlenaryError` with its code, any other as it is. */
export function withCode(error: unknown): unknown {
  if (!(error instanceof PlenaryError)) return error;
  return new GraphQLError(error.message, { originalError: error, extensions: { code: error.code } });
}

/**
 * The form in which an error is shown to whoever asked. A `PlenaryError` shows its message and code; errors of GraphQL itself
 * (syntax, validation, coercion) show theirs; anything else shows neither message nor cause.
 *
 * @param requestId names the request in the server's log, where the cause of an `INTERNAL` error is found
 */
export function maskError(error: unknown, requestId: string | null = null): GraphQLFormattedError {
  const place = error instanceof GraphQLError ? { locations: error.locations, path: error.path } : {};
  const cause = causeOf(error);
  if (cause instanceof PlenaryError) return shown(cause.message, cause.code, place);
  if (cause instanceof GraphQLError) {
    const code = cause.extensions["code"];
    return shown(cause.message, typeof code === "string" ? code : "BAD_USER_INPUT", place);
  }
  const reference = requestId === null ? "" : ` The server's log has the cause under request ${requestId}.`;
  return shown(`Something went wrong inside the server.${reference}`, "INTERNAL", place);
}

/** True where an error is the server's own fault, which it should log in full. */
export function isInternal(error: unknown): boolean {
  const cause = causeOf(error);
  return cause instanceof PlenaryError ? cause.code === "INTERNAL" : !(cause instanceof GraphQLError);
}

/** What lies at the bottom of the errors that GraphQL wraps around it to say where it happened. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError !== undefined) cause = cause.originalError;
  return cause;
}

function shown(
  message: string,
  code: string,
  place: Pick<GraphQLError, "locations" | "path"> | Record<string, never>,
): GraphQLFormattedError {
  return {
    message,
    ...(place.locations === undefined ? {} : { locations: place.locations }),
    ...(place.path === undefined ? {} : { path: place.path }),
    extensions: { code },
  };
}
