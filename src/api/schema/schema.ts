import { GraphQLSchema } from "graphql";

import type { Ontology } from "../../ontology/model.js";
import { Vocabulary } from "../vocabulary.js";
import { agreementTypes } from "./agreement.js";
import { connectionTypes } from "./connections.js";
import { coverageTypes } from "./coverage.js";
import { disputeTypes } from "./disputes.js";
import { edgeTypes } from "./edges.js";
import { enumTypes } from "./enums.js";
import { filterTypes } from "./filters.js";
import { nodeTypes } from "./nodes.js";
import { planTypes } from "./plans.js";
import { recordTypes } from "./records.js";
import { Registry } from "./registry.js";
import { queryType } from "./roots.js";
import { scalars } from "./scalars.js";
import { valueTypes } from "./values.js";
import { whereTypes } from "./where.js";

/**
 * The GraphQL schema of a vocabulary, executable against an `ApiContext`.
 *
 * @throws Error where the ontology uses a name that the API needs for itself
 */
export function buildApiSchema(ontology: Ontology): GraphQLSchema {
  const vocabulary = new Vocabulary(ontology);
  const types = new Registry();
  types.add(scalars);
  types.add(enumTypes(vocabulary));
  types.add(valueTypes(vocabulary, types));
  types.add(recordTypes(vocabulary, types));
  types.add(nodeTypes(vocabulary, types));
  types.add(edgeTypes(vocabulary, types));
  types.add(connectionTypes(vocabulary, types));
  types.add(disputeTypes(types));
  types.add(coverageTypes(vocabulary, types));
  types.add(agreementTypes(vocabulary, types));
  types.add(filterTypes(vocabulary, types));
  types.add(whereTypes(vocabulary, types));
  types.add(planTypes(types));
  const query = queryType(vocabulary, types);
  types.add([query]);
  return new GraphQLSchema({ query, types: types.all() });
}
