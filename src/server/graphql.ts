import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";

import type { ServerConfig } from "../config/config.js";
import type { RequestContext } from "./context.js";
import { depthRule } from "./depth.js";
import type { Log } from "./log.js";
import { formatError } from "./mask.js";
import { requestPlugin } from "./plugin.js";

/**
 * Apollo Server over a schema, started: it parses, validates, executes and words the answer. It does nothing else of what it can: reads
 * no APOLLO_ variables, reports to nobody, serves no page, handles no signals.
 */
export async function startGraphQL(
  schema: GraphQLSchema,
  config: Pick<ServerConfig, "maxDepth" | "maxTokens">,
  log: Log,
): Promise<ApolloServer<RequestContext>> {
  const apollo = new ApolloServer<RequestContext>({
    schema,
    // What a document may be, before any of it is executed.
    parseOptions: { maxLexicalTokens: config.maxTokens },
    validationRules: [depthRule(config.maxDepth)],
    maxRecursiveSelections: true,
    // The API is public to whoever reaches it: its schema and its suggestions too.
    introspection: true,
    hideSchemaDetailsFromClientErrors: false,
    // No cookies, no mutations, POST takes JSON only, answers are unreadable for other origins: there is nothing to forge a request for.
    csrfPrevention: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    formatError,
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      requestPlugin(config.maxTokens),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}
