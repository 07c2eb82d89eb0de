import Cypher from "@neo4j/cypher-builder";
import type { Session } from "neo4j-driver";

import { u32 } from "../../graph/arrays.js";
import { edgeId, nodeId } from "../../graph/ids.js";
import type { Graph, RelationshipTable } from "../../graph/model.js";
import { CHANGED, type Expected, type State, UNCHANGED, compareStored } from "./compare.js";
import { edgeJudge, nodeJudge } from "./content.js";
import { FINGERPRINT } from "./fingerprint.js";
import type { OwnedNames } from "./owned.js";
import type { Rows } from "./rows.js";
import { ENTITY } from "./schema.js";
import { storedEdgeFingerprints, storedEdges, storedNodeFingerprints, storedNodes } from "./stored.js";
import type { Columns } from "./values.js";

/** Something stored that has to go: some elements by id, or relationships that need no telling apart. */
export type Removal =
  | { readonly kind: "node"; readonly count: number; readonly ids: readonly string[] }
  | { readonly kind: "link"; readonly count: number; readonly type: string; readonly ids: readonly string[] | Bulk };

/** All relationships of a type between Plenary's nodes, or those of them without an id. */
export type Bulk = "all" | "nameless";

/** Told what comes of comparing the stored graph with the one that it should be. */
export interface Listener {
  /** An element of the graph is stored, as it should be or otherwise. One of which nothing is told has to be added. */
  readonly node: (number: number, state: State) => void;
  readonly edge: (number: number, state: State) => void;
  /** Nothing more is read before this is done. */
  readonly stale: (removal: Removal) => Promise<void>;
}

export interface Comparing {
  readonly session: Session;
  readonly graph: Graph;
  readonly rows: Rows;
  readonly owned: OwnedNames;
  /** Compare every value, not only the fingerprint. */
  readonly verify: boolean;
}

/** Compares the stored relationships with the graph's edges, and then the nodes: what goes, goes in this order. */
export async function compareGraph(comparing: Comparing, listener: Listener): Promise<void> {
  for (const [type, total] of await storedTypes(comparing)) {
    const table = comparing.graph.relationships.get(type);
    if (table === undefined || table.end === table.start) {
      const count = await countEdges(comparing.session, type, "all");
      if (count > 0) await listener.stale({ kind: "link", count, type, ids: "all" });
    } else {
      await compareEdges(comparing, table, total, listener);
    }
  }
  await compareNodes(comparing, listener);
}

async function compareEdges(
  comparing: Comparing,
  table: RelationshipTable,
  total: number,
  listener: Listener,
): Promise<void> {
  const { session, graph, rows, owned, verify } = comparing;
  const { type } = table;
  const common = {
    found: (number: number, state: State) => {
      listener.edge(number, state);
    },
    stale: (ids: readonly string[]) => listener.stale({ kind: "link", count: ids.length, type, ids }),
  };
  const judge = edgeJudge(owned);
  const stored = verify
    ? await compareStored(
        storedEdges(
          session,
          type,
          owned.edgeColumns.filter((name) => name !== "id"),
        ),
        edgesInOrder(graph, table),
        {
          ...common,
          judge: (element, number) => judge(rows.edge(number), element),
        },
      )
    : await compareStored(storedEdgeFingerprints(session, type), edgesInOrder(graph, table), {
        ...common,
        judge: ({ fingerprint }, number) => sameFingerprint(rows.edge(number).columns, fingerprint),
      });
  if (stored === total) return;
  // Somebody has made some by hand; or they are others', between nodes that are not Plenary's.
  const nameless = await countEdges(session, type, "nameless");
  if (nameless > 0) await listener.stale({ kind: "link", count: nameless, type, ids: "nameless" });
}

async function compareNodes({ session, graph, rows, owned, verify }: Comparing, listener: Listener): Promise<void> {
  const common = {
    found: (number: number, state: State) => {
      listener.node(number, state);
    },
    stale: (ids: readonly string[]) => listener.stale({ kind: "node", count: ids.length, ids }),
  };
  const judge = nodeJudge(graph.ontology, owned);
  if (verify) {
    await compareStored(storedNodes(session), nodesInOrder(graph), {
      ...common,
      judge: (element, number) => judge(rows.node(number), element),
    });
  } else {
    await compareStored(storedNodeFingerprints(session), nodesInOrder(graph), {
      ...common,
      judge: ({ fingerprint }, number) => sameFingerprint(rows.node(number).columns, fingerprint),
    });
  }
}

function sameFingerprint(columns: Columns, stored: string): State {
  return columns[FINGERPRINT] === stored ? UNCHANGED : CHANGED;
}

/** The relationship types of Plenary's that the database has any of, and how many, others' included. */
async function storedTypes({ session, owned }: Comparing): Promise<readonly (readonly [string, number])[]> {
  const known = await session.run("CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS type");
  const types = new Set(known.records.map((record) => String(record.get("type"))));
  const counts: [string, number][] = [];
  for (const type of owned.relationships.filter((name) => types.has(name))) {
    const { records } = await session.run(`MATCH ()-[r:${Cypher.utils.escapeType(type)}]->() RETURN count(r) AS count`);
    const count = Number(records[0]?.get("count"));
    if (count > 0) counts.push([type, count]);
  }
  return counts;
}

async function countEdges(session: Session, type: string, which: Bulk): Promise<number> {
  const nameless = which === "nameless" ? "WHERE r.id IS NULL " : "";
  const { records } = await session.run(
    `MATCH (:${ENTITY})-[r:${Cypher.utils.escapeType(type)}]->(:${ENTITY}) ${nameless}RETURN count(r) AS count`,
  );
  return Number(records[0]?.get("count"));
}

function* nodesInOrder(graph: Graph): Generator<Expected> {
  for (const number of graph.nodes.byId) yield { id: nodeId(graph, number), number };
}

/** The edges of one type in order of id: subject by subject, as ids begin with it. */
function* edgesInOrder(graph: Graph, table: RelationshipTable): Generator<Expected> {
  const { first, offsets } = table.out;
  for (const subject of graph.nodes.bySubject) {
    const position = subject - first;
    if (position < 0 || position >= offsets.length - 1) continue;
    const end = u32(offsets, position + 1);
    for (let number = u32(offsets, position); number < end; number++) {
      yield { id: edgeId(graph, number, table), number };
    }
  }
}
