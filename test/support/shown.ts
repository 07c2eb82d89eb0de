import { graphql } from "graphql";
import type { GraphQLSchema } from "graphql";

import type { Shown } from "../../src/api/shown.js";
import type { Engine } from "../../src/engine/engine.js";
import { compareText } from "../../src/graph/text.js";
import { generousLimits } from "./engine.js";

/** Every id in the answer to a question that asks for ids, and the ids of the ends of the edges among them. */
export async function idsAsked(
  engine: Engine,
  schema: GraphQLSchema,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<Pick<Shown, "nodeIds" | "edgeIds">> {
  const session = await engine.session(generousLimits());
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { session } });
  await session.close();
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join("; "));
  const found = [...JSON.stringify(data).matchAll(/"id":("(?:[^"\\]|\\.)*")/g)].map(
    ([, id]) => JSON.parse(id ?? "") as string,
  );
  const edges = found.filter((id) => id.includes("/"));
  const nodes = found.filter((id) => !id.includes("/"));
  const ends = edges.flatMap((id) => [id.split("/")[0] ?? "", id.split("/")[2] ?? ""]);
  const inOrder = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort(compareText);
  return { nodeIds: inOrder([...nodes, ...ends]), edgeIds: inOrder(edges) };
}
