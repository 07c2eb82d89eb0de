import type { BasisNote } from "../graph/record.js";
import { BASES } from "../ontology/model.js";
import { checkKeys, readChoice, readMap, readText } from "./reading.js";
import type { Reading } from "./reading.js";
import { didYouMean } from "./suggest.js";
import type { MapTree } from "./tree.js";

/**
 * Reads the key `basis` of a map: `{ date: { is: RESOLVED, reason: … } }`. `names` are those that it may speak of. STATED is
 * what everything is that has no note.
 */
export function readBasis(map: MapTree, names: readonly string[], reading: Reading): readonly BasisNote[] {
  const entry = map.entries.get("basis");
  const notes =
    entry === undefined ? null : readMap(entry.value, "a map such as { date: { is: …, reason: … } }", reading);
  return [...(notes?.entries.values() ?? [])].flatMap(({ name, value, at }) => {
    if (!names.includes(name)) {
      reading.report({ at }, `basis of unknown property "${name}"${didYouMean(name, names)}`);
      return [];
    }
    const note = readMap(value, "a basis such as { is: RESOLVED, reason: … }", reading);
    if (note === null) return [];
    checkKeys(note, ["is", "reason"], "a basis", reading);
    const basis = readChoice(note, "is", BASES, "STATED", reading);
    const reason = readText(note, "reason", reading);
    if (basis === "STATED") {
      if (!note.entries.has("is"))
        reading.report(note, `the basis of "${name}" does not say what it is; add is: RESOLVED, INFERRED or EXTERNAL`);
      return [];
    }
    if (reason === undefined) {
      if (!note.entries.has("reason")) reading.report(note, `the basis of "${name}" has no reason; add reason: …`);
      return [];
    }
    return [{ of: name, basis, reason }];
  });
}
