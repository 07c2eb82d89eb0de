import { execute, parse } from "graphql";
import type { GraphQLSchema } from "graphql";

import type { Session } from "../engine/engine.js";
import type { View } from "../plan/view.js";

export type { View };

const QUESTION = parse(
  "query ($valid: Date, $known: Date, $sources: [ID!]) { view(valid: $valid, known: $known, sources: $sources) { __typename } }",
);

/**
 * The conditions of a view as somebody wrote them, checked as the root field `view` checks them.
 *
 * @throws GraphQLError where a date is none, or there is no such source
 */
export async function checkedView(schema: GraphQLSchema, session: Session, view: View): Promise<View> {
  const { errors } = await execute({
    schema,
    document: QUESTION,
    variableValues: { ...view },
    contextValue: { session },
  });
  const [error] = errors ?? [];
  if (error !== undefined) throw error;
  return view;
}
