import { randomUUID } from "node:crypto";

import Cypher from "@neo4j/cypher-builder";
import type { Session } from "neo4j-driver";

import { snapshotId } from "../../graph/canonical.js";
import { quotesOfRecords } from "../../graph/quotes.js";
import type { EdgeRecord, GraphRecords, NodeRecord } from "../../graph/record.js";
import type { Ontology } from "../../ontology/model.js";
import { clearAttached, clearEdges, clearStaleNodes, clearUniqueValues } from "./clear.js";
import type { Connection } from "./connect.js";
import { encodeAliases, encodeClaims, encodeEdge, encodeNode, labelsOf } from "./elements.js";
import { StoreError, guarded } from "./error.js";
import { ALIAS, CLAIM, ENTITY, HAS_ALIAS, HAS_CLAIM, ensureSchema, requireStorable } from "./schema.js";
import { openSession } from "./session.js";
import { MARK_COMPLETE, MARK_LOADING, encodeCounts } from "./snapshot.js";
import { standings } from "./standing.js";
import type { Standing } from "./standing.js";
import { toldOf } from "./told.js";
import type { Columns } from "./values.js";

/** Nodes and edges written so far, of how many. */
export interface LoadProgress {
  readonly done: number;
  readonly total: number;
}

export interface LoadSummary {
  readonly snapshot: string;
  readonly nodes: number;
  readonly links: number;
  readonly milliseconds: number;
}

export interface LoadOptions {
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** Records written in one transaction. */
const BATCH = 1000;

/**
 * Replaces the graph in the database by `records`. What others keep there stays: only nodes labelled `Entity`, what is attached to
 * them by Plenary, and relationships between them that have an id are touched; a node whose id and type stay is kept, and with it
 * what others attached to it. Until the end the database is marked as loading and serves nobody. Loading the same records again
 * leaves the same graph.
 *
 * @throws StoreError where the database fails, or another load began meanwhile
 */
export async function loadGraph(
  connection: Connection,
  records: GraphRecords,
  ontology: Ontology,
  options: LoadOptions = {},
): Promise<LoadSummary> {
  requireStorable(ontology);
  const began = Date.now();
  return guarded(async () => {
    await ensureSchema(connection, ontology);
    const session = openSession(connection, "WRITE");
    try {
      const load = randomUUID();
      await write(session, MARK_LOADING, { load, ontology: ontology.hash });
      await clearEdges(session);
      await clearAttached(session);
      await clearStaleNodes(session, records);
      await clearUniqueValues(session, ontology);
      await writeRecords(session, records, ontology, options.onProgress ?? (() => undefined));
      const info = statistics(records, ontology);
      const marked = await write(session, MARK_COMPLETE, { load, properties: encodeCounts(info) });
      if (marked === 0) {
        throw new StoreError("UNAVAILABLE", "Another load of this database began meanwhile. Run `plenary load` again.");
      }
      return { snapshot: info.id, nodes: info.nodes, links: info.links, milliseconds: Date.now() - began };
    } finally {
      await session.close();
    }
  });
}

async function writeRecords(
  session: Session,
  records: GraphRecords,
  ontology: Ontology,
  onProgress: (progress: LoadProgress) => void,
): Promise<void> {
  const total = records.nodes.length + records.edges.length;
  let done = 0;
  const report = (more: number): void => {
    done += more;
    onProgress({ done, total });
  };
  const quotes = quotesOfRecords(records);
  const told = toldOf(records);
  for (const [type, nodes] of groupBy(records.nodes)) {
    for (const batch of batches(nodes)) {
      await write(session, nodeStatement(labelsOf(ontology, type)), {
        rows: batch.map((node) => encodeNode(node, ontology, quotes.get(node.id) ?? [], told(node.id))),
      });
      await writeAttached(session, HAS_ALIAS, ALIAS, batch, encodeAliases);
      await writeAttached(session, HAS_CLAIM, CLAIM, batch, encodeClaims);
      report(batch.length);
    }
  }
  const standing = standings(records);
  for (const [type, edges] of groupBy(records.edges)) {
    for (const batch of batches(edges)) {
      const rows = batch.map((edge) => edgeRow(edge, standing(edge), ontology));
      const written = await write(session, edgeStatement(type), { rows });
      if (written !== rows.length) {
        throw new StoreError("BAD_USER_INPUT", `A ${type} edge has an end that is no node of the graph.`);
      }
      report(batch.length);
    }
  }
}

function nodeStatement(labels: readonly string[]): string {
  const escaped = labels.map((label) => `:${Cypher.utils.escapeLabel(label)}`).join("");
  return `UNWIND $rows AS row MERGE (n:${ENTITY} {id: row.id}) SET n = row, n${escaped} RETURN n.id AS id`;
}

async function writeAttached(
  session: Session,
  type: string,
  label: string,
  nodes: readonly NodeRecord[],
  encode: (node: NodeRecord) => Columns[],
): Promise<void> {
  const rows = nodes.flatMap((node) => encode(node).map((properties) => ({ owner: node.id, properties })));
  const statement =
    `UNWIND $rows AS row MATCH (n:${ENTITY} {id: row.owner}) ` +
    `CREATE (n)-[:${type}]->(x:${label}) SET x = row.properties RETURN n.id AS id`;
  for (const batch of batches(rows)) await write(session, statement, { rows: batch });
}

function edgeRow(edge: EdgeRecord, standing: Standing, ontology: Ontology): Columns {
  const properties = encodeEdge(edge, standing, ontology);
  return { subject: edge.subject, object: edge.object, properties };
}

function edgeStatement(type: string): string {
  return (
    `UNWIND $rows AS row MATCH (s:${ENTITY} {id: row.subject}) MATCH (o:${ENTITY} {id: row.object}) ` +
    `CREATE (s)-[r:${Cypher.utils.escapeType(type)}]->(o) SET r = row.properties RETURN r.id AS id`
  );
}

/** Runs one writing statement in a transaction of its own, again where Neo4j asks for it. Returns the number of rows. */
async function write(session: Session, statement: string, parameters: Record<string, unknown>): Promise<number> {
  const result = await session.executeWrite((transaction) => transaction.run(statement, parameters));
  return result.records.length;
}

function statistics(records: GraphRecords, ontology: Ontology): Parameters<typeof encodeCounts>[0] {
  const count = (elements: readonly { readonly type: string }[], names: Iterable<string>) => {
    const groups = groupBy(elements);
    return [...names].map((type) => ({ type, count: groups.get(type)?.length ?? 0 }));
  };
  return {
    id: snapshotId(records),
    nodes: records.nodes.length,
    links: records.edges.length,
    types: count(records.nodes, ontology.concrete),
    relationships: count(records.edges, ontology.relationships.keys()),
  };
}

function groupBy<T extends { readonly type: string }>(elements: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const element of elements) {
    const group = groups.get(element.type);
    if (group === undefined) groups.set(element.type, [element]);
    else group.push(element);
  }
  return groups;
}

function* batches<T>(elements: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < elements.length; start += BATCH) yield elements.slice(start, start + BATCH);
}
