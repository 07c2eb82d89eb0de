import type { Session } from "../engine/engine.js";
import { inputError } from "./errors.js";

/**
 * Makes sure that the nodes a question starts from exist: an answer that silently lacks one of them would be taken for a whole one.
 *
 * @param starts the ids, under the name of the argument that gives them
 * @throws PlenaryError BAD_USER_INPUT naming the first argument that has ids of no node, and those
 */
export async function checkStarts(
  session: Session,
  starts: Readonly<Record<string, readonly string[]>>,
  types: readonly string[],
): Promise<void> {
  const given = Object.entries(starts).flatMap(([at, ids]) => ids.map((id) => ({ at, id })));
  const values = given.map(({ id }) => id);
  const found = await session.run({ kind: "lookup", property: "id", values, types, fields: [] });
  if (!Array.isArray(found)) throw new Error("A lookup has no list for a result");
  const missing = given.filter((_start, index) => (found[index] ?? null) === null);
  const [first] = missing;
  if (first === undefined) return;
  const ids = missing.filter(({ at }) => at === first.at).map(({ id }) => JSON.stringify(id));
  throw inputError(`${first.at}: there is no node with the id ${ids.join(", ")}.`);
}
