import { memoryEngine } from "../engine/memory/engine.js";
import { PlenaryError } from "../errors.js";
import type { Ontology } from "../ontology/model.js";
import { type Connection, type ConnectionConfig, closeConnection } from "../store/neo4j/connect.js";
import { lookAtSnapshot } from "../store/neo4j/look.js";
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
      await closeConnection(connection);
    },
  };
}

/**
 * The load that the database holds.
 *
 * @param pinned the id of the only graph that will do; null for any
 * @throws StoreError as `lookAtSnapshot` does
 */
export async function readLoad(connection: Connection, ontology: Ontology, pinned: string | null): Promise<Load> {
  const { load, id, nodes, links } = await lookAtSnapshot(connection, ontology, pinned);
  return { load, id, nodes, links };
}

function tooLarge(needed: number, limit: number): PlenaryError {
  return new PlenaryError(
    "UNAVAILABLE",
    `A copy of the stored graph would take about ${needed} MB, more than REPLICA_MEMORY_MB=${limit} allows. Raise it, or set NEO4J_MODE=direct.`,
  );
}
