import type { Ontology } from "../../ontology/model.js";
import { type Connection, closeConnection } from "../../store/neo4j/connect.js";
import { lookAtSnapshot } from "../../store/neo4j/look.js";
import type { Engine, SnapshotInfo } from "../engine.js";
import { infoOf } from "./info.js";
import { openSession as openEngineSession } from "./session.js";
import { statementCache } from "./statements.js";

/**
 * The engine that answers from a graph in Neo4j. After a load, sessions opened from then on serve the new graph; those open at the
 * time get `SNAPSHOT_CHANGED`. Closing the engine closes the connection.
 *
 * @param pinned the id of the only snapshot to answer from; null for whichever is stored
 * @throws StoreError where the database holds no complete graph of this ontology, or not the one pinned
 */
export async function neo4jEngine(
  connection: Connection,
  ontology: Ontology,
  pinned: string | null = null,
): Promise<Engine> {
  const parts = {
    connection,
    ontology,
    pinned,
    statements: statementCache(ontology),
  };
  const info = async (): Promise<SnapshotInfo> => infoOf(await lookAtSnapshot(connection, ontology, pinned));
  await info();
  return {
    name: "neo4j",
    info,
    session: (limits) => openEngineSession(parts, limits),
    close: () => closeConnection(connection),
  };
}
