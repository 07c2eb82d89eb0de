import Cypher from "@neo4j/cypher-builder";
import type { ManagedTransaction } from "neo4j-driver";

import type { EdgeRecord, GraphRecords, NodeRecord } from "../../graph/record.js";
import { compareText } from "../../graph/text.js";
import type { Ontology } from "../../ontology/model.js";
import type { Connection } from "./connect.js";
import { decodeEdge, decodeNode } from "./elements.js";
import { StoreError, guarded } from "./error.js";
import { ALIAS, CLAIM, ENTITY, HAS_ALIAS, HAS_CLAIM } from "./schema.js";
import { openSession } from "./session.js";
import { readSnapshot } from "./snapshot.js";
import type { Columns } from "./values.js";

const NODES =
  `MATCH (n:${ENTITY}) WHERE n.type IN $types RETURN properties(n) AS node, ` +
  `COLLECT { MATCH (n)-[:${HAS_ALIAS}]->(a:${ALIAS}) RETURN properties(a) ORDER BY a.position } AS aliases, ` +
  `COLLECT { MATCH (n)-[:${HAS_CLAIM}]->(c:${CLAIM}) RETURN properties(c) ORDER BY c.position } AS claims`;

/**
 * Reads the whole graph back as records: the same records, and so the same snapshot id, as were loaded.
 *
 * @throws StoreError as `readSnapshot` does, or where the graph is replaced while it is read
 */
export async function readGraph(connection: Connection, ontology: Ontology): Promise<GraphRecords> {
  return guarded(async () => {
    const session = openSession(connection, "READ");
    try {
      return await session.executeRead(async (transaction) => {
        const before = await readSnapshot(transaction, ontology);
        const nodes = await readNodes(transaction, ontology);
        const edges = await readEdges(transaction, ontology);
        const after = await readSnapshot(transaction, ontology);
        if (after.load !== before.load) {
          throw new StoreError("SNAPSHOT_CHANGED", "The stored graph was replaced while it was being read. Ask again.");
        }
        return { nodes: nodes.sort(byId), edges: edges.sort(byId) };
      });
    } finally {
      await session.close();
    }
  });
}

async function readNodes(transaction: ManagedTransaction, ontology: Ontology): Promise<NodeRecord[]> {
  const nodes: NodeRecord[] = [];
  for await (const row of transaction.run(NODES, { types: ontology.concrete })) {
    nodes.push(
      decodeNode(row.get("node") as Columns, row.get("aliases") as Columns[], row.get("claims") as Columns[], ontology),
    );
  }
  return nodes;
}

async function readEdges(transaction: ManagedTransaction, ontology: Ontology): Promise<EdgeRecord[]> {
  const edges: EdgeRecord[] = [];
  for (const type of ontology.relationships.keys()) {
    const statement =
      `MATCH (s:${ENTITY})-[r:${Cypher.utils.escapeType(type)}]->(o:${ENTITY}) WHERE r.id IS NOT NULL ` +
      "RETURN properties(r) AS edge, s.id AS subject, o.id AS object";
    for await (const row of transaction.run(statement)) {
      const ends = [String(row.get("subject")), String(row.get("object"))] as const;
      edges.push(decodeEdge(row.get("edge") as Columns, type, ends, ontology));
    }
  }
  return edges;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}
