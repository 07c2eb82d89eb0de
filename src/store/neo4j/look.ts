import type { Ontology } from "../../ontology/model.js";
import type { Connection } from "./connect.js";
import { guarded } from "./error.js";
import { unwaited, within } from "./patience.js";
import { openSession } from "./session.js";
import { type StoredSnapshot, readSnapshot } from "./snapshot.js";

/** Milliseconds that the database has to say which graph it holds. */
const PATIENCE_MS = 5_000;

/**
 * The snapshot that the database holds, asked for once: one that is away or hangs is told of within seconds, not tried again and again.
 *
 * @param pinned the id of the only snapshot that will do; null for any
 * @throws StoreError as `readSnapshot` does, or where it does not answer in time
 */
export async function lookAtSnapshot(
  connection: Connection,
  ontology: Ontology,
  pinned: string | null,
): Promise<StoredSnapshot> {
  const session = openSession(connection, "READ");
  const looking = guarded(async () => {
    const transaction = await session.beginTransaction({ timeout: PATIENCE_MS });
    return readSnapshot(transaction, ontology, pinned);
  });
  try {
    return await within(PATIENCE_MS, looking);
  } finally {
    // Not waited for: it does not end before the database answers.
    unwaited(session.close());
  }
}
