import type { Ontology, PropertyDefinition } from "../../ontology/model.js";
import {
  DISPUTED_COLUMN,
  JOINT_COLUMN,
  PREMISES_COLUMN,
  QUOTES_COLUMN,
  SEARCH_COLUMN,
  SOURCES_COLUMN,
  edgeProperties,
  nodeProperties,
} from "./elements.js";
import { StoreError } from "./error.js";
import { EVIDENCE_FIELDS, BASIS_FIELDS, evidenceColumn } from "./evidence.js";
import { FINGERPRINT } from "./fingerprint.js";
import { allColumnsOf } from "./values.js";

/** Labels and relationship types beside those of the ontology. */
export const ENTITY = "Entity";
export const ALIAS = "Alias";
export const CLAIM = "Claim";
export const SNAPSHOT = "PlenarySnapshot";
export const LOCK = "PlenaryLock";
/** What is left of a node that the graph no longer has but others hold on to. */
export const REMOVED = "PlenaryRemoved";
export const HAS_ALIAS = "HAS_ALIAS";
export const HAS_CLAIM = "HAS_CLAIM";
export const SEARCH_INDEX = "plenary_search";

/** Columns that every node or every relationship has beside its declared properties. */
const SHARED_COLUMNS = [
  FINGERPRINT,
  ...EVIDENCE_FIELDS.map(evidenceColumn),
  ...BASIS_FIELDS.map((field) => `basis_${field}`),
];
const NODE_COLUMNS = [
  ...SHARED_COLUMNS,
  "id",
  "type",
  "aliases",
  SEARCH_COLUMN,
  QUOTES_COLUMN,
  SOURCES_COLUMN,
  JOINT_COLUMN,
  DISPUTED_COLUMN,
];
const DATE_COLUMNS = ["date", "from", "until"].flatMap((name) => [name, `${name}_min`, `${name}_max`]);
const EDGE_COLUMNS = [
  ...SHARED_COLUMNS,
  ...DATE_COLUMNS,
  ...["id", "key", "modality", "rank", "known", "corroboration", SOURCES_COLUMN, PREMISES_COLUMN, "derivedFrom"],
];

/** Every column that a node of a type may have. */
export function nodeColumns(ontology: Ontology, type: string): readonly string[] {
  return [...NODE_COLUMNS, ...columnsOfAll(nodeProperties(ontology, type), ontology)];
}

/** Every column that a relationship of a type may have. */
export function edgeColumns(ontology: Ontology, type: string): readonly string[] {
  return [...EDGE_COLUMNS, ...columnsOfAll(edgeProperties(ontology, type), ontology)];
}

/** Every column that a node holding an alias or a claim may have. */
export const ATTACHED_COLUMNS: readonly string[] = [
  ...EVIDENCE_FIELDS.map(evidenceColumn),
  ...DATE_COLUMNS,
  ...["position", "text", "kind", "property", "value", "rank", "reason"],
];

function columnsOfAll(properties: readonly PropertyDefinition[], ontology: Ontology): readonly string[] {
  return properties.flatMap((property) => allColumnsOf(property, ontology));
}

/** @throws StoreError where two things of the ontology would be stored under one name */
export function requireStorable(ontology: Ontology): void {
  for (const type of ontology.concrete) {
    requireDistinct(`the type ${type}`, nodeColumns(ontology, type));
    if (!ontology.types.get(type)?.interfaces.includes(ENTITY)) {
      throw new StoreError(
        "BAD_USER_INPUT",
        `The type ${type} does not implement ${ENTITY}: it cannot be kept in Neo4j.`,
      );
    }
  }
  for (const type of ontology.relationships.keys()) {
    requireDistinct(`the relationship ${type}`, edgeColumns(ontology, type));
  }
  requireDistinct("the ontology's labels", [ALIAS, CLAIM, SNAPSHOT, LOCK, REMOVED, ...ontology.types.keys()]);
  requireDistinct("the ontology's relationships", [HAS_ALIAS, HAS_CLAIM, ...ontology.relationships.keys()]);
}

function requireDistinct(where: string, names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new StoreError(
    "BAD_USER_INPUT",
    `In Neo4j, ${where} would use the name "${twice}" for two things. Rename one.`,
  );
}
