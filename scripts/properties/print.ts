import { graphql, isObjectType } from "graphql";
import { format } from "prettier";

import { createApi } from "../../src/api/api.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { TypeAnswer } from "../../web/explorer/src/api/types.js";
import { propertiesOf, typeQuery } from "../../web/explorer/src/api/type-query.js";

/** The text of the explorer's table of properties: for each type of the ontology what its nodes have of their own, as the API says. */
export async function explorerProperties(): Promise<string> {
  const ontology = await loadOntology(ontologyPath);
  const { schema } = createApi(ontology);
  const rows: Record<string, unknown> = {};
  for (const type of [...ontology.types.keys()].sort()) {
    if (!isObjectType(schema.getType(type))) continue;
    const { query, variables } = typeQuery(type);
    const { data } = await graphql({ schema, source: query, variableValues: variables });
    rows[type] = propertiesOf(data as unknown as TypeAnswer);
  }
  const text = `import type { Property } from "./type-query.js";

/** What nodes have of their own, by type. Printed by \`npm run schema\`; of a type that is not here the explorer asks the API. */
export const PROPERTIES: Readonly<Record<string, readonly Property[] | undefined>> = ${JSON.stringify(rows)};
`;
  return format(text, { parser: "typescript", printWidth: 120 });
}
