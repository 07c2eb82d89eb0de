import { ApolloServerErrorCode } from "@apollo/server/errors";
import type { GraphQLError, GraphQLFormattedError } from "graphql";

import { isInternal, maskError } from "../api/errors.js";

/**
 * The form in which an error is shown. Apollo's own errors are about the request (a document that cannot be parsed, a variable of the
 * wrong type), have a code and are meant to be read; of all others the API says what may be told.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { INTERNAL_SERVER_ERROR } = ApolloServerErrorCode;
  return formatted.extensions?.["code"] === INTERNAL_SERVER_ERROR ? maskError(error) : formatted;
}

/**
 * True of an error whose cause the response does not tell: it has to be logged. Apollo passes what was thrown as it is, so it may not be
 * a GraphQL error at all.
 */
export function isMasked(error: { readonly extensions?: GraphQLError["extensions"] }): boolean {
  return error.extensions?.["code"] === undefined && isInternal(error);
}
