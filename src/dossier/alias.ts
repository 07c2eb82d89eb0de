import type { Alias } from "../graph/record.js";
import { ALIAS_KINDS } from "../ontology/model.js";
import { readEvidence } from "./evidence.js";
import { checkKeys, readChoice, readList, readMap, readSpan, readText } from "./reading.js";
import type { Reading } from "./reading.js";
import type { MapTree, Tree } from "./tree.js";

const KEYS = ["text", "kind", "from", "until", "evidence"];

/** Reads the key `aliases` of a node. */
export function readAliases(map: MapTree, reading: Reading): readonly Alias[] {
  return readList(map, "aliases", reading, (item) => readAlias(item, reading));
}

function readAlias(tree: Tree, reading: Reading): Alias | null {
  const map = readMap(tree, "an alias such as { text: …, kind: NAME, evidence: […] }", reading);
  if (map === null) return null;
  checkKeys(map, KEYS, "an alias", reading);
  const text = readText(map, "text", reading);
  if (!map.entries.has("text")) reading.report(map, "an alias has no text; add text: …");
  if (!map.entries.has("kind")) reading.report(map, `an alias has no kind; add kind: ${ALIAS_KINDS.join(", ")}`);
  const alias = {
    text: text ?? "",
    kind: readChoice(map, "kind", ALIAS_KINDS, "NAME", reading),
    ...readSpan(map, reading),
    evidence: readEvidence(map, "the alias", reading),
  };
  reading.place(alias, map);
  return alias;
}
