import { setTimeout } from "node:timers/promises";

import { memoryEngine } from "../engine/memory/engine.js";
import { PlenaryError } from "../errors.js";
import type { Ontology } from "../ontology/model.js";
import type { Connection, ConnectionConfig } from "../store/neo4j/connect.js";
import { StoreError, guarded } from "../store/neo4j/error.js";
import { openSession } from "../store/neo4j/session.js";
import { readSnapshot } from "../store/neo4j/snapshot.js";
import type { Copying } from "./copying.js";
import { megabytesOf } from "./memory.js";
import type { Load, Origin } from "./origin.js";

/** How a database is copied. */
export interface OriginOptions {
  readonly config: ConnectionConfig;
  readonly ontology: Ontology;
  /** The id of the only graph to copy; null for whichever is stored. */
  readonly pinned: string | null;
  readonly copying: Copying;
  /** Megabytes that a copy may take. */
  readonly limit: number;
}

/** The graph in a Neo4j database as something to copy. Closing it closes the connection and ends a copy that is being made. */
export function neo4jOrigin(
  connection: Connection,
  { config, ontology, pinned, copying, limit }: OriginOptions,
): Origin {
  const closing = new AbortController();
  return {
    current: () => readLoad(connection, ontology, pinned),
    copy: async (load) => {
      const needed = megabytesOf(load);
      if (needed > limit) throw tooLarge(needed, limit);
      return memoryEngine(await copying({ config, ontology, load }, closing.signal), ontology);
    },
    close: async () => {
      closing.abort();
      await connection.driver.close();
    },
  };
}

/** Milliseconds that the database has to say which graph it holds. One that hangs does not even break the connection. */
const PATIENCE_MS = 5_000;

/**
 * The load that the database holds.
 *
 * @param pinned the id of the only graph that will do; null for any
 * @throws StoreError as `readSnapshot` does, or where it does not answer in time
 */
export async function readLoad(connection: Connection, ontology: Ontology, pinned: string | null): Promise<Load> {
  const session = openSession(connection, "READ");
  const reading = guarded(async () => {
    const transaction = await session.beginTransaction({ timeout: PATIENCE_MS });
    const { load, id, nodes, links } = await readSnapshot(transaction, ontology, pinned);
    return { load, id, nodes, links };
  }).finally(() => {
    // Not waited for: it does not end before the database answers.
    session.close().catch(() => null);
  });
  return Promise.race([reading, silence()]);
}

async function silence(): Promise<never> {
  await setTimeout(PATIENCE_MS, null, { ref: false });
  throw new StoreError("UNAVAILABLE", "Neo4j does not answer. Check that the server is running.");
}

function tooLarge(needed: number, limit: number): PlenaryError {
  return new PlenaryError(
    "UNAVAILABLE",
    `A copy of the stored graph would take about ${needed} MB, more than REPLICA_MEMORY_MB=${limit} allows. Raise it, or set NEO4J_MODE=direct.`,
  );
}
