import type { Session } from "../engine/engine.js";
import { inputError } from "./errors.js";

/**
 * Makes sure that the nodes a subgraph starts from exist: a picture that silently lacks one of them would be taken for an answer.
 *
 * @throws PlenaryError BAD_USER_INPUT naming the ids that do not
 */
export async function checkStarts(session: Session, ids: readonly string[], types: readonly string[]): Promise<void> {
  const found = await session.run({ kind: "lookup", property: "id", values: ids, types, fields: [] });
  if (!Array.isArray(found)) throw new Error("A lookup has no list for a result");
  const missing = ids.filter((_id, index) => (found[index] ?? null) === null);
  if (missing.length > 0) {
    throw inputError(
      `subgraph(from): there is no node with the id ${missing.map((id) => JSON.stringify(id)).join(", ")}.`,
    );
  }
}
