import type { Claim } from "../graph/record.js";
import { RANKS } from "../ontology/model.js";
import type { PropertyDefinition } from "../ontology/model.js";
import { readEvidence } from "./evidence.js";
import { optional } from "./optional.js";
import { checkKeys, readChoice, readList, readMap, readText } from "./reading.js";
import type { Reading } from "./reading.js";
import { didYouMeanOr } from "./suggest.js";
import type { MapTree, Tree } from "./tree.js";
import { readValue } from "./value.js";

const KEYS = ["property", "value", "rank", "reason", "evidence"];

/**
 * Reads the key `claims` of a node.
 *
 * @param type the node's type with its properties, or null where that is unknown: values cannot be read then
 */
export function readClaims(
  map: MapTree,
  type: { readonly name: string; readonly properties: readonly PropertyDefinition[] } | null,
  reading: Reading,
): readonly Claim[] {
  return readList(map, "claims", reading, (item) => readClaim(item, type, reading));
}

function readClaim(
  tree: Tree,
  type: { readonly name: string; readonly properties: readonly PropertyDefinition[] } | null,
  reading: Reading,
): Claim | null {
  const map = readMap(tree, "a claim such as { property: …, value: …, evidence: […] }", reading);
  if (map === null) return null;
  checkKeys(map, KEYS, "a claim", reading);
  const name = readText(map, "property", reading);
  const value = map.entries.get("value");
  for (const key of ["property", "value"]) {
    if (!map.entries.has(key)) reading.report(map, `a claim has no ${key}; add ${key}: …`);
  }
  const rest = {
    rank: readChoice(map, "rank", RANKS, "NORMAL", reading),
    ...optional("reason", readText(map, "reason", reading)),
    evidence: readEvidence(map, "the claim", reading),
  };
  if (name === undefined || value === undefined || type === null) return null;
  const definition = type.properties.find((property) => property.name === name);
  if (definition === undefined) {
    const names = type.properties.map((property) => property.name);
    reading.report(
      map.entries.get("property") ?? map,
      `${type.name} has no property "${name}"${didYouMeanOr(name, names)}`,
    );
    return null;
  }
  const read = readValue(value.value, definition, reading);
  if (read === undefined) return null;
  const claim = { property: name, value: read, ...rest };
  reading.place(claim, map);
  return claim;
}
