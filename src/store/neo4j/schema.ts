import Cypher from "@neo4j/cypher-builder";

import type { Ontology } from "../../ontology/model.js";
import type { Connection } from "./connect.js";
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
import { openSession } from "./session.js";
import { allColumnsOf } from "./values.js";

/** Labels and relationship types beside those of the ontology. */
export const ENTITY = "Entity";
export const ALIAS = "Alias";
export const CLAIM = "Claim";
export const SNAPSHOT = "PlenarySnapshot";
export const HAS_ALIAS = "HAS_ALIAS";
export const HAS_CLAIM = "HAS_CLAIM";
export const SEARCH_INDEX = "plenary_search";

const INDEX_TIMEOUT_S = 300;

/** Columns that every node or every relationship has beside its declared properties. */
const SHARED_COLUMNS = [...EVIDENCE_FIELDS.map(evidenceColumn), ...BASIS_FIELDS.map((field) => `basis_${field}`)];
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

/** @throws StoreError where two things of the ontology would be stored under one name */
export function requireStorable(ontology: Ontology): void {
  for (const type of ontology.concrete) {
    const columns = nodeProperties(ontology, type).flatMap((property) => allColumnsOf(property, ontology));
    requireDistinct(`the type ${type}`, [...NODE_COLUMNS, ...columns]);
    if (!ontology.types.get(type)?.interfaces.includes(ENTITY)) {
      throw new StoreError(
        "BAD_USER_INPUT",
        `The type ${type} does not implement ${ENTITY}: it cannot be kept in Neo4j.`,
      );
    }
  }
  for (const type of ontology.relationships.keys()) {
    const columns = edgeProperties(ontology, type).flatMap((property) => allColumnsOf(property, ontology));
    requireDistinct(`the relationship ${type}`, [...EDGE_COLUMNS, ...columns]);
  }
  requireDistinct("the ontology's labels", [ALIAS, CLAIM, SNAPSHOT, ...ontology.types.keys()]);
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

/** The statements that make the constraints and indexes of an ontology, each without effect where what it makes is there. */
export function schemaStatements(ontology: Ontology): readonly string[] {
  const { escapeLabel, escapeType, escapeProperty, escapeVariable } = Cypher.utils;
  const unique = ontology.concrete.flatMap((type) =>
    nodeProperties(ontology, type)
      .filter((property) => property.unique)
      .map((property) => {
        const name = escapeVariable(`plenary_${type}_${property.name}`);
        return `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${escapeLabel(type)}) REQUIRE n.${escapeProperty(property.name)} IS UNIQUE`;
      }),
  );
  const edgeIds = [...ontology.relationships.keys()].map(
    (type) =>
      `CREATE INDEX ${escapeVariable(`plenary_${type}_id`)} IF NOT EXISTS FOR ()-[r:${escapeType(type)}]-() ON (r.id)`,
  );
  return [
    `CREATE CONSTRAINT plenary_entity_id IF NOT EXISTS FOR (n:${ENTITY}) REQUIRE n.id IS UNIQUE`,
    `CREATE CONSTRAINT plenary_snapshot IF NOT EXISTS FOR (n:${SNAPSHOT}) REQUIRE n.name IS UNIQUE`,
    ...unique,
    ...edgeIds,
    `CREATE INDEX plenary_claim_property IF NOT EXISTS FOR (c:${CLAIM}) ON (c.property)`,
    `CREATE INDEX plenary_disputed IF NOT EXISTS FOR (n:${ENTITY}) ON (n.${DISPUTED_COLUMN})`,
    `CREATE FULLTEXT INDEX ${SEARCH_INDEX} IF NOT EXISTS FOR (n:${ENTITY}) ON EACH [n.${SEARCH_COLUMN}] ` +
      "OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } }",
  ];
}

/** Makes the constraints and indexes that loading and querying need, and waits until they serve. */
export async function ensureSchema(connection: Connection, ontology: Ontology): Promise<void> {
  const session = openSession(connection, "WRITE");
  try {
    await session.executeWrite(async (transaction) => {
      for (const statement of schemaStatements(ontology)) await transaction.run(statement);
    });
    await session.run("CALL db.awaitIndexes($seconds)", { seconds: INDEX_TIMEOUT_S });
  } finally {
    await session.close();
  }
}
