import { graphql } from "graphql";

import { createApi } from "../../src/api/api.js";
import type { Engine } from "../../src/engine/engine.js";
import type { Ontology } from "../../src/ontology/model.js";

/**
 * Asks an engine a GraphQL question without a server, and returns the response as a client would parse it. The bound on edges is that of a
 * server without settings.
 */
export async function ask(
  engine: Engine,
  ontology: Ontology,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const session = await engine.session({ deadline: Date.now() + 30_000, edges: 5_000_000 });
  try {
    const { schema } = createApi(ontology);
    const response = await graphql({
      schema,
      source: query,
      variableValues: variables,
      contextValue: { session },
    });
    return JSON.parse(JSON.stringify(response));
  } finally {
    await session.close();
  }
}
