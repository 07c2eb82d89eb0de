import type { GraphiQLProps } from "graphiql";
import type { ExecutionResult } from "graphql";

/** The API's address, beside the playground's own, whatever prefix both are served below. */
const endpoint = new URL("../graphql", document.baseURI);

/**
 * Sends one request to the API and returns its response, errors of GraphQL included.
 * Throws an Error for people to read if there is no response or it is not JSON.
 */
export const fetchAnswer: GraphiQLProps["fetcher"] = async (request) => {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json;q=0.9",
    },
    body: JSON.stringify(request),
  }).catch(() => {
    throw new Error(`No response from ${endpoint.href}. Is the server running?`);
  });
  if (!/[/+]json\b/.test(response.headers.get("content-type") ?? "")) {
    throw new Error(`${endpoint.href} answered ${String(response.status)} ${response.statusText} without JSON.`);
  }
  return (await response.json()) as ExecutionResult;
};
