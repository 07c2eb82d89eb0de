import { graphql } from "graphql";

import { createApi } from "../../../src/api/api.js";
import { memoryEngine } from "../../../src/engine/memory/engine.js";
import { buildGraph } from "../../../src/graph/graph.js";
import type { Operation } from "../../../web/explorer/src/api/operation.js";
import { compileSeeds } from "../../queries/seeds.js";

/** Returns a function that answers the explorer's questions from the dossiers of this repository; it fails on any error. */
export async function seedsAnswer(): Promise<<Data>(operation: Operation<Data>) => Promise<Data>> {
  const { compiled, ontology } = await compileSeeds();
  const engine = memoryEngine(buildGraph(compiled.records, ontology), ontology);
  const { schema } = createApi(ontology);
  return async <Data>({ query, variables }: Operation<Data>) => {
    const session = await engine.session({ deadline: Date.now() + 30_000, edges: 1_000_000 });
    try {
      const response = await graphql({
        schema,
        source: query,
        variableValues: variables,
        contextValue: { session, engine },
      });
      const { data, errors } = JSON.parse(JSON.stringify(response)) as { data?: Data; errors?: unknown };
      if (errors !== undefined || data === undefined) throw new Error(`${query}\n${JSON.stringify(errors)}`);
      return data;
    } finally {
      await session.close();
    }
  };
}
