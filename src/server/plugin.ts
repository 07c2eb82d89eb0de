import type { ApolloServerPlugin } from "@apollo/server";

import type { RequestContext } from "./context.js";
import { isMasked } from "./mask.js";

/** What happens to each GraphQL request beside its execution. */
export const requestPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: ({ contextValue }) =>
    Promise.resolve({
      // The request is a well-formed one of GraphQL over HTTP, whatever its document is worth: the handler needs to know.
      didResolveSource() {
        contextValue.request.wellFormed = true;
        return Promise.resolve();
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
    }),
};
