import type { ApolloServerPlugin } from "@apollo/server";
import { ApolloServerErrorCode } from "@apollo/server/errors";
import { GraphQLError } from "graphql";

import { nestingProblem } from "../api/nesting.js";
import type { RequestContext } from "./context.js";
import { isMasked } from "./mask.js";

/** What happens to each GraphQL request beside its execution, given how many tokens its document may have. */
export const requestPlugin = (maxTokens: number): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: ({ contextValue, request }) => {
    const problem = nestingProblem(request.query ?? "", request.variables ?? {}, maxTokens);
    // Apollo has no hook that can refuse a document before it is parsed, so a harmless one is parsed instead.
    if (problem !== null) request.query = "{ __typename }";
    return Promise.resolve({
      // The request is a well-formed one of GraphQL over HTTP, whatever its document is worth: the handler needs to know.
      didResolveSource() {
        contextValue.request.wellFormed = true;
        return Promise.resolve();
      },

      didResolveOperation() {
        if (problem === null) return Promise.resolve();
        const { BAD_USER_INPUT: code } = ApolloServerErrorCode;
        return Promise.reject(new GraphQLError(problem, { extensions: { code, http: { status: 400 } } }));
      },

      // The response does not tell what is masked, so the log does.
      didEncounterErrors({ errors }) {
        for (const err of errors.filter(isMasked)) contextValue.log.error({ err }, "GraphQL error");
        return Promise.resolve();
      },

      // Every response says which snapshot it was computed from, so that an answer can be cited and repeated.
      willSendResponse({ response: { body } }) {
        if (body.kind === "single") {
          body.singleResult.extensions = { ...body.singleResult.extensions, snapshot: contextValue.session.snapshot };
        }
        return Promise.resolve();
      },
    });
  },
});
