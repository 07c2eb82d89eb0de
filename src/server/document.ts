import { ApolloServerErrorCode } from "@apollo/server/errors";
import { GraphQLError, parse, specifiedRules, validate } from "graphql";
import type { DocumentNode, GraphQLSchema } from "graphql";

import { nestingProblem } from "../api/nesting.js";
import type { ServerConfig } from "../config/config.js";
import { PlenaryError } from "../errors.js";
import { depthRule } from "./depth.js";

/**
 * A document fit to be executed, within the bounds that documents sent to `/graphql` have.
 *
 * @throws GraphQLError with the codes of `/graphql` where it cannot be parsed or is not valid
 * @throws PlenaryError BAD_USER_INPUT where values are nested too deep
 */
export function readDocument(
  schema: GraphQLSchema,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  { maxTokens, maxDepth }: Pick<ServerConfig, "maxTokens" | "maxDepth">,
): DocumentNode {
  const problem = nestingProblem(query, variables, maxTokens);
  if (problem !== null) throw new PlenaryError("BAD_USER_INPUT", problem);
  const document = parsed(query, maxTokens);
  const [error] = validate(schema, document, [...specifiedRules, depthRule(maxDepth)]);
  if (error !== undefined) throw coded(error, ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED);
  return document;
}

function parsed(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    throw error instanceof GraphQLError ? coded(error, ApolloServerErrorCode.GRAPHQL_PARSE_FAILED) : error;
  }
}

function coded({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code },
  });
}
