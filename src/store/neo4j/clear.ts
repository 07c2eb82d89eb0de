import Cypher from "@neo4j/cypher-builder";
import type { Session } from "neo4j-driver";

import type { GraphRecords } from "../../graph/record.js";
import type { Ontology } from "../../ontology/model.js";
import { nodeProperties } from "./elements.js";
import { ALIAS, CLAIM, ENTITY, HAS_ALIAS, HAS_CLAIM } from "./schema.js";

/** Takes out of the database what a load replaces, in bounded transactions. */

const BATCH = 10_000;

/** Removes Plenary's relationships: those with an id between two entities. */
export async function clearEdges(session: Session): Promise<void> {
  await session.run(
    `MATCH (:${ENTITY})-[r]->(:${ENTITY}) WHERE r.id IS NOT NULL CALL (r) { DELETE r } IN TRANSACTIONS OF ${BATCH} ROWS`,
  );
}

/** Removes the nodes that hold aliases and claims. */
export async function clearAttached(session: Session): Promise<void> {
  await session.run(
    `MATCH (:${ENTITY})-[:${HAS_ALIAS}|${HAS_CLAIM}]->(x:${ALIAS}|${CLAIM}) ` +
      `CALL (x) { DETACH DELETE x } IN TRANSACTIONS OF ${BATCH} ROWS`,
  );
}

/** Removes the entities that `records` does not have, or has with another type. */
export async function clearStaleNodes(session: Session, records: GraphRecords): Promise<void> {
  const types = new Map(records.nodes.map((node) => [node.id, node.type]));
  const stale: string[] = [];
  const stored = session.run(`MATCH (n:${ENTITY}) WHERE n.id IS NOT NULL RETURN n.id AS id, n.type AS type`);
  for await (const record of stored) {
    const id = String(record.get("id"));
    if (types.get(id) !== record.get("type")) stale.push(id);
  }
  for (let start = 0; start < stale.length; start += BATCH) {
    const ids = stale.slice(start, start + BATCH);
    await session.executeWrite((transaction) =>
      transaction.run(`UNWIND $ids AS id MATCH (n:${ENTITY} {id: id}) DETACH DELETE n`, { ids }),
    );
  }
}

/**
 * Removes the values of unique properties from the entities that stay: one may have had a value that another has now, and they are
 * written one by one.
 */
export async function clearUniqueValues(session: Session, ontology: Ontology): Promise<void> {
  const { escapeLabel, escapeProperty } = Cypher.utils;
  for (const type of ontology.concrete) {
    const unique = nodeProperties(ontology, type).filter((property) => property.unique);
    if (unique.length === 0) continue;
    const columns = unique.map((property) => `n.${escapeProperty(property.name)}`).join(", ");
    await session.run(
      `MATCH (n:${ENTITY}:${escapeLabel(type)}) WHERE n.id IS NOT NULL ` +
        `CALL (n) { REMOVE ${columns} } IN TRANSACTIONS OF ${BATCH} ROWS`,
    );
  }
}
