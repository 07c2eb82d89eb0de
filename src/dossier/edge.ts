import { impliedProperties } from "../domain/implied.js";
import { edgeId } from "../graph/edge-id.js";
import type { EdgeRecord } from "../graph/record.js";
import { MODALITIES, RANKS } from "../ontology/model.js";
import type { PropertyDefinition, RelationshipDefinition } from "../ontology/model.js";
import { readBasis } from "./basis.js";
import { readEvidence } from "./evidence.js";

import { optional } from "./optional.js";
import { checkKeys, readChoice, readDate, readList, readMap, readSlug, readSpan } from "./reading.js";
import type { Reading } from "./reading.js";
import { didYouMean } from "./suggest.js";
import type { Entry, MapTree, Tree } from "./tree.js";
import { readProperties } from "./value.js";

const KEYS = ["key", "date", "from", "until", "modality", "rank", "basis", "evidence"];
const BASIS_NAMES = ["date", "from", "until", "subject", "object"];

/** Reads the key `relations` of a node. Without a subject the relations are checked, and none is returned. */
export function readEdges(map: MapTree, subject: string | undefined, reading: Reading): readonly EdgeRecord[] {
  return readList(map, "relations", reading, (item) => readEdge(item, subject, reading));
}

function readEdge(tree: Tree, subject: string | undefined, reading: Reading): EdgeRecord | null {
  const map = readMap(tree, "a relation such as SPONSORED: some-id", reading);
  if (map === null) return null;
  const head = readHead(map, reading);
  if (head === null) return null;
  const { entry, relationship } = head;
  const { type } = relationship;
  const set = relationship.properties === null ? undefined : reading.ontology.propertySets.get(relationship.properties);
  const definitions = set?.properties ?? [];
  const names = definitions.map((definition) => definition.name);
  checkKeys(map, [type, ...names, ...KEYS], type, reading);
  const object = readSlug(map, type, reading);
  if (object !== undefined) reading.refer(object, "object", entry.value);
  const properties = { ...impliedProperties(type), ...readProperties(map, definitions, reading) };
  checkRequired(map, type, definitions, properties, reading);
  if (map.entries.has("date") && (map.entries.has("from") || map.entries.has("until"))) {
    reading.report(map.entries.get("date") ?? map, `${type} has both a date and from or until; give one or the other`);
  }
  const content = {
    ...optional("key", readSlug(map, "key", reading)),
    ...optional("date", readDate(map, "date", reading)),
    ...readSpan(map, reading),
    modality: readChoice(map, "modality", MODALITIES, "ACTUAL", reading),
    rank: readChoice(map, "rank", RANKS, "NORMAL", reading),
    properties,
    basis: readBasis(map, [...names, ...BASIS_NAMES], reading),
    evidence: readEvidence(map, type, reading),
  };
  if (subject === undefined || object === undefined) return null;
  const edge = { id: edgeId({ type, subject, object, ...content }), type, subject, object, ...content };
  reading.place(edge, map);
  return edge;
}

/** The key of a relation that names its relationship: the only one in capital letters. */
function readHead(
  map: MapTree,
  reading: Reading,
): { readonly entry: Entry; readonly relationship: RelationshipDefinition } | null {
  const { relationships } = reading.ontology;
  const [entry, second] = [...map.entries.values()].filter(({ name }) => /^[A-Z][A-Z0-9_]*$/.test(name));
  if (entry === undefined) {
    reading.report(map, "a relation names its relationship and object, such as SPONSORED: some-id");
    return null;
  }
  if (second !== undefined) {
    reading.report(second, `a relation has one relationship; write ${second.name} as another relation`);
    return null;
  }
  const relationship = relationships.get(entry.name);
  if (relationship === undefined) {
    reading.report(entry, `unknown relationship "${entry.name}"${didYouMean(entry.name, relationships.keys())}`);
    return null;
  }
  if (relationship.derived) {
    reading.report(
      entry,
      `${entry.name} is derived when the graph is built; leave it out and write what it follows from`,
    );
    return null;
  }
  return { entry, relationship };
}

function checkRequired(
  map: MapTree,
  type: string,
  definitions: readonly PropertyDefinition[],
  properties: EdgeRecord["properties"],
  reading: Reading,
): void {
  for (const { name, required } of definitions) {
    if (required && !map.entries.has(name) && properties[name] === undefined) {
      reading.report(map, `${type} has no "${name}"; add it`);
    }
  }
}
