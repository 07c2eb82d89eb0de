import type { Operation } from "../api/operation.js";

/** A command that asks the same from a shell. */
export function curlOf(endpoint: string, { query, variables }: Operation<unknown>): string {
  const body = JSON.stringify({ query, variables });
  return `curl -s ${quoted(endpoint)} -H 'content-type: application/json' -d ${quoted(body)}`;
}

/** A word that a POSIX shell takes as it is. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The address of the playground with this question in a tab. In the fragment, as no server needs to know. */
export function playgroundLink(base: string, { query, variables }: Operation<unknown>): string {
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) });
  return `${new URL("playground/", base).href}#${parameters.toString()}`;
}
