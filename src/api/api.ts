import type { GraphQLSchema } from "graphql";

import type { Ontology } from "../ontology/model.js";
import { buildApiSchema } from "./schema/schema.js";

export { printApi } from "./print.js";

/** The API of one vocabulary: make it once, and answer every request with it. */
export interface Api {
  /** Executable with an `ApiContext` as context value. */
  readonly schema: GraphQLSchema;
}

/** @throws Error where the ontology uses a name that the API needs for itself */
export function createApi(ontology: Ontology): Api {
  return { schema: buildApiSchema(ontology) };
}
