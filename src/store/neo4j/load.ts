import { randomUUID } from "node:crypto";

import type { Session } from "neo4j-driver";

import { nodeId } from "../../graph/ids.js";
import type { Graph, RelationshipTable } from "../../graph/model.js";
import type { Ontology } from "../../ontology/model.js";
import { anyEdgeAdder, edgeAdder } from "./add-edges.js";
import {
  changeEdgeRows,
  clearUniqueValues,
  putNodes,
  returnNodes,
  takeAnyEdges,
  takeEdges,
  takeNodes,
} from "./apply.js";
import { batches } from "./batches.js";
import { ADDED, CHANGED, type State } from "./compare.js";
import type { Connection } from "./connect.js";
import { type Removal, compareGraph } from "./difference.js";
import { StoreError, guarded, storeError } from "./error.js";
import { dropIndexes, ensureIndexes, ensureLock, knownIndexes, staleIndexes } from "./indexes.js";
import { type Holder, LEASE_MS, type Lock, acquireLock } from "./lock.js";
import { type OwnedNames, ownedByEither, ownedNames } from "./owned.js";
import { type Rows, rowsOf } from "./rows.js";
import { requireStorable } from "./schema.js";
import { openSession } from "./session.js";
import { encodeMarker, encodeOwned, readMarker } from "./snapshot.js";
import { ANY_REMOVED } from "./statements.js";
import { type Changes, type Progress, Tally } from "./tally.js";
import { type Writer, openWriter } from "./writer.js";

export interface LoadSummary {
  readonly snapshot: string;
  readonly nodes: Changes;
  readonly links: Changes;
  readonly milliseconds: number;
}

export interface LoadOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Told who loads, where this load has to wait for another one. */
  readonly onWait?: (holder: Holder) => void;
  /** Compare every stored value, not only the fingerprints: finds what somebody changed by hand. */
  readonly verify?: boolean;
  /** After how many milliseconds without a sign of life others take this load for dead. */
  readonly lease?: number;
}

/**
 * Makes the database hold exactly this graph, by adding, changing and removing what differs. What others keep there stays: see `owned.ts`
 * for what that is. From the first change to the end the database is marked as loading and serves nobody; where nothing differs, nothing is
 * written. After a load that was broken off, the next one, of this graph or another,
 * goes on from what is there. Loads of one database take turns.
 *
 * @throws StoreError where the database fails or refuses, or this load lost its turn
 */
export async function loadGraph(connection: Connection, graph: Graph, options: LoadOptions = {}): Promise<LoadSummary> {
  requireStorable(graph.ontology);
  const began = Date.now();
  return guarded(async () => {
    await ensureLock(connection);
    const lock = await acquireLock(
      connection,
      randomUUID(),
      options.lease ?? LEASE_MS,
      options.onWait ?? (() => undefined),
    );
    try {
      const changes = await loadLocked(connection, graph, lock, options);
      return { snapshot: graph.snapshot, ...changes, milliseconds: Date.now() - began };
    } finally {
      await lock.release();
    }
  });
}

async function loadLocked(
  connection: Connection,
  graph: Graph,
  lock: Lock,
  options: LoadOptions,
): Promise<ReturnType<Tally["changes"]>> {
  const { ontology } = graph;
  const session = openSession(connection, "WRITE", lock.bookmarks);
  let writer: Writer | null = null;
  try {
    const marker = await session.executeRead(readMarker);
    const owned = ownedByEither(marker.owned, ownedNames(ontology));
    writer = openWriter(connection, lock, { ontology: ontology.hash, owned: encodeOwned(owned) });
    const tally = new Tally(graph, remover(writer, owned), options.onProgress);
    const rows = rowsOf(graph);
    await prepareIndexes(session, writer, ontology);
    await compareGraph({ session, graph, rows, owned, verify: options.verify ?? false }, tally);
    await writeNodes(session, writer, { graph, rows, owned, tally });
    await writeEdges(writer, { graph, rows, owned, tally });
    if (writer.began() || !marker.isOf(graph)) await writer.complete(encodeMarker(graph));
    return tally.changes();
  } catch (error) {
    throw writer?.began() === true ? unfinished(error) : error;
  } finally {
    await writer?.close();
    await session.close();
  }
}

/** Only while this load has its turn: others may need what this one drops. */
async function prepareIndexes(session: Session, writer: Writer, ontology: Ontology): Promise<void> {
  const stale = staleIndexes(await knownIndexes(session), ontology);
  // Servers of the ontology that had a use for them may be asking: from here on they refuse.
  if (stale.length > 0) await writer.begin();
  await dropIndexes(session, stale);
  await ensureIndexes(session, ontology, "indexes");
}

function remover(writer: Writer, owned: OwnedNames): (removal: Removal) => Promise<void> {
  return async (removal) => {
    if (removal.kind === "node") await takeNodes(writer, owned, removal.ids);
    else if (typeof removal.ids === "string") await takeAnyEdges(writer, removal.type, removal.ids);
    else await takeEdges(writer, removal.type, removal.ids);
  };
}

/** What is to be written. */
interface Work {
  readonly graph: Graph;
  readonly rows: Rows;
  readonly owned: OwnedNames;
  readonly tally: Tally;
}

async function writeNodes(session: Session, writer: Writer, { graph, rows, owned, tally }: Work): Promise<void> {
  const { ontology } = graph;
  const ids = (state: State): readonly string[] => Array.from(tally.nodesThatAre(state), (node) => nodeId(graph, node));
  await clearUniqueValues(writer, ontology, ids(CHANGED));
  // By now no value of Plenary's stands against what has to be unique; one of others does before anything was written for the first time.
  await writer.settled();
  await ensureIndexes(session, ontology, "all");
  // Seldom any: others hold on to few nodes, and fewer of those leave the graph and come back.
  if (await hasRows(session, ANY_REMOVED)) await returnNodes(writer, ids(ADDED));
  for (const state of [CHANGED, ADDED] as const) {
    for (const batch of batches(each(tally.nodesThatAre(state), rows.node))) {
      await putNodes(writer, ontology, owned, batch, state === CHANGED);
      tally.written(batch.length);
    }
  }
}

async function writeEdges(writer: Writer, { graph, rows, owned, tally }: Work): Promise<void> {
  const tables = [...graph.relationships.values()];
  for (const { type, start, end } of tables) {
    for (const batch of batches(each(tally.edgesThatAre(CHANGED, start, end), rows.edge))) {
      await changeEdgeRows(writer, owned, type, batch);
      tally.written(batch.length);
    }
  }
  const added = (table: RelationshipTable): Iterable<number> => edgesToAdd(table, tally);
  const large = new Set(tables.filter((table) => hasAtLeast(OWN_STATEMENT, added(table))));
  const few = chained(tables.filter((table) => !large.has(table)).map(added));
  const additions = [
    { add: anyEdgeAdder(writer), numbers: few },
    ...Array.from(large, (table) => ({ add: edgeAdder(writer, table.type), numbers: added(table) })),
  ];
  for (const { add, numbers } of additions) {
    for (const batch of batches(each(numbers, rows.edge))) {
      await add(batch);
      tally.written(batch.length);
    }
  }
}

/** So many new edges of a type are worth a statement of their own, which a server just started takes some tens of milliseconds to plan. */
const OWN_STATEMENT = 2_000;

/**
 * The edges of a type that are to be added: those of one node after each other, at the end where there are more nodes, so that a batch touches
 * few. Of the votes of a roll call, the two hundred states are at the other end of all the next ones too.
 */
function* edgesToAdd({ start, end, out, in: into }: RelationshipTable, tally: Tally): Generator<number> {
  const { edges } = into.degrees.nodes > out.degrees.nodes ? into : out;
  if (edges === null) yield* tally.edgesThatAre(ADDED, start, end);
  else for (const number of edges) if (tally.edgeIs(ADDED, number)) yield number;
}

function hasAtLeast(count: number, numbers: Iterable<number>): boolean {
  const iterator = numbers[Symbol.iterator]();
  for (let met = 0; met < count; met++) if (iterator.next().done === true) return false;
  return true;
}

function* chained<T>(parts: readonly Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part;
}

async function hasRows(session: Session, statement: string): Promise<boolean> {
  const { records } = await session.executeRead((transaction) => transaction.run(statement));
  return records.length > 0;
}

function* each<T>(numbers: Iterable<number>, row: (number: number) => T): Generator<T> {
  for (const number of numbers) yield row(number);
}

/** What a failure means for the graph that was being changed. */
function unfinished(error: unknown): unknown {
  const shown = storeError(error);
  if (shown.code !== "UNAVAILABLE" || shown.message.includes("plenary load")) return shown;
  const message = `${shown.message} The graph is marked as unfinished; \`plenary load\`, run again, goes on where this one stopped.`;
  return new StoreError(shown.code, message, { cause: shown.cause });
}
