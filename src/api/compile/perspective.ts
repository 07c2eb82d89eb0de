import type { Session } from "../../engine/engine.js";
import { inputError } from "../errors.js";
import { LIMITS } from "../limits.js";
import { Perspective } from "../perspective.js";
import type { Vocabulary } from "../vocabulary.js";
import { limitedList } from "./input.js";
import type { Input } from "./input.js";

/**
 * The perspective of a `view` within another: each argument that is given replaces what held there, null included, which asks for nothing.
 *
 * @throws PlenaryError BAD_USER_INPUT where a list is empty or too long
 */
export function perspectiveOf(outer: Perspective, args: Input): Perspective {
  const date = (name: "valid" | "known"): string | null => {
    const given = args[name];
    return given === undefined ? outer.view[name] : typeof given === "string" ? given : null;
  };
  const sources = listOf(args, "sources", "Name at least one source") ?? outer.view.sources;
  const modalities = listOf(args, "modality", "Name at least one modality") ?? outer.modalities;
  return new Perspective(
    { valid: date("valid"), known: date("known"), sources: args["sources"] === null ? null : sources },
    args["modality"] === null ? Perspective.whole.modalities : modalities,
  );
}

/** A list in order of code point, each member once; null where there is none. */
function listOf(args: Input, name: string, advice: string): readonly string[] | null {
  const given = args[name] ?? null;
  if (given === null) return null;
  const list = limitedList(given, `view(${name})`, LIMITS.ids);
  if (list.length === 0) throw inputError(`view(${name}) is empty. ${advice}, or leave it out.`);
  return [...new Set(list)].sort();
}

/**
 * Makes sure that the sources of a view exist: what an unknown one says is nothing, which would be taken for an answer.
 *
 * @throws PlenaryError BAD_USER_INPUT naming the ids that are no sources
 */
export async function checkSources(
  session: Session,
  ids: readonly string[] | null,
  vocabulary: Vocabulary,
): Promise<void> {
  if (ids === null) return;
  const types = vocabulary.concrete(vocabulary.orEntity("Source"));
  const found = await session.run({ kind: "lookup", property: "id", values: ids, types, fields: [] });
  if (!Array.isArray(found)) throw new Error("A lookup has no list for a result");
  const missing = ids.filter((_id, index) => (found[index] ?? null) === null);
  if (missing.length === 0) return;
  throw inputError(
    `view(sources): there is no source with the id ${missing.map((id) => JSON.stringify(id)).join(", ")}.`,
  );
}
