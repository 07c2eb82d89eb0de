import type { Transaction } from "neo4j-driver";

import type { EdgeField, NodeField } from "../../plan/plan.js";
import type { Columns } from "../../store/neo4j/values.js";
import { FOUND_BY, RESULT } from "./compile.js";
import type { PlanParts } from "./parts.js";
import type { LinkIds } from "./steps.js";

/** What is shown of the nodes of some ids, as fetched, by id; those that do not exist are left out. */
export async function fetchNodes(
  { statements, ontology }: PlanParts,
  transaction: Transaction,
  ids: readonly string[],
  fields: readonly NodeField[],
): Promise<ReadonlyMap<string, Columns>> {
  if (ids.length === 0) return new Map();
  const values = [...new Set(ids)];
  const { cypher, parameters } = statements.direct({
    kind: "lookup",
    property: "id",
    values,
    types: ontology.concrete,
    fields,
  });
  const { records } = await transaction.run(cypher, parameters);
  return new Map(records.map((record) => [String(record.get(FOUND_BY)), record.get(RESULT) as Columns]));
}

/** What is shown of some edges, as fetched, by id. */
export async function fetchLinks(
  { statements }: PlanParts,
  transaction: Transaction,
  plan: { readonly relationships: readonly string[]; readonly linkFields: readonly EdgeField[] },
  links: readonly LinkIds[],
): Promise<ReadonlyMap<string, Columns>> {
  if (links.length === 0) return new Map();
  const { relationships, linkFields: fields } = plan;
  const { cypher, parameters } = statements.links({ kind: "edges", relationships, fields });
  const { records } = await transaction.run(cypher, { ...parameters, links });
  return new Map(records.map((record) => [String(record.get("id")), record.get("link") as Columns]));
}
