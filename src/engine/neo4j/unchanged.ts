import type { ManagedTransaction, Transaction } from "neo4j-driver";

import { PlenaryError } from "../../errors.js";
import type { Ontology } from "../../ontology/model.js";
import { type StoredSnapshot, isStored } from "../../store/neo4j/snapshot.js";

/** @throws PlenaryError SNAPSHOT_CHANGED where the load that a session was opened on is not what is stored any more */
export async function requireUnchanged(
  ontology: Ontology,
  transaction: Transaction | ManagedTransaction,
  opened: StoredSnapshot,
): Promise<void> {
  if (await isStored(transaction, ontology, opened)) return;
  throw new PlenaryError(
    "SNAPSHOT_CHANGED",
    "The stored graph was replaced while the question was being answered. Ask again.",
  );
}
