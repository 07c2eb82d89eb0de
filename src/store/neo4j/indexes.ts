import Cypher from "@neo4j/cypher-builder";
import type { Session } from "neo4j-driver";

import type { Ontology } from "../../ontology/model.js";
import type { Connection } from "./connect.js";
import { DISPUTED_COLUMN, SEARCH_COLUMN, nodeProperties } from "./elements.js";
import { CLAIM, ENTITY, LOCK, SEARCH_INDEX, SNAPSHOT } from "./schema.js";
import { openSession } from "./session.js";

/** The constraints and indexes that loading and querying need: which there should be, which there are, and what to do about the rest. */

const INDEX_TIMEOUT_S = 300;

/** A constraint or an index. */
interface Item {
  readonly name: string;
  /** Whether it demands that values are unique, so that values which are there may stand against it. */
  readonly unique: boolean;
  /** Makes it; without effect where the same is there, whatever its name. */
  readonly statement: string;
}

/** A constraint or an index that the database has. */
export interface Known {
  readonly name: string;
  readonly unique: boolean;
  readonly of: "NODE" | "RELATIONSHIP";
  readonly labels: readonly string[];
  readonly properties: readonly string[];
}

const LOCK_ITEM = uniqueItem("plenary_lock", LOCK, "name");

function uniqueItem(name: string, label: string, property: string): Item {
  const { escapeLabel, escapeProperty, escapeVariable } = Cypher.utils;
  const of = `FOR (n:${escapeLabel(label)}) REQUIRE n.${escapeProperty(property)} IS UNIQUE`;
  return { name, unique: true, statement: `CREATE CONSTRAINT ${escapeVariable(name)} IF NOT EXISTS ${of}` };
}

function indexItem(name: string, of: string, kind = ""): Item {
  const index = `CREATE ${kind}INDEX ${Cypher.utils.escapeVariable(name)} IF NOT EXISTS ${of}`;
  return { name, unique: false, statement: index };
}

/** All that an ontology needs. */
function itemsOf(ontology: Ontology): readonly Item[] {
  const unique = ontology.concrete.flatMap((type) =>
    nodeProperties(ontology, type)
      .filter((property) => property.unique)
      .map((property) => uniqueItem(uniqueName(type, property.name), type, property.name)),
  );
  const edgeIds = [...ontology.relationships.keys()].map((type) =>
    indexItem(edgeIndexName(type), `FOR ()-[r:${Cypher.utils.escapeType(type)}]-() ON (r.id)`),
  );
  const search = "OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } }";
  return [
    uniqueItem("plenary_entity_id", ENTITY, "id"),
    LOCK_ITEM,
    uniqueItem("plenary_snapshot", SNAPSHOT, "name"),
    ...unique,
    ...edgeIds,
    indexItem("plenary_claim_property", `FOR (c:${CLAIM}) ON (c.property)`),
    indexItem("plenary_disputed", `FOR (n:${ENTITY}) ON (n.${DISPUTED_COLUMN})`),
    indexItem(SEARCH_INDEX, `FOR (n:${ENTITY}) ON EACH [n.${SEARCH_COLUMN}] ${search}`, "FULLTEXT "),
  ];
}

function uniqueName(type: string, property: string): string {
  return `plenary_${type}_${property}`;
}

function edgeIndexName(type: string): string {
  return `plenary_${type}_id`;
}

/** The constraints and indexes there are. */
export async function knownIndexes(session: Session): Promise<readonly Known[]> {
  const { records } = await session.run(
    "SHOW INDEXES YIELD name, entityType, labelsOrTypes, properties, owningConstraint " +
      "RETURN name, owningConstraint IS NOT NULL AS unique, entityType AS of, labelsOrTypes AS labels, properties",
  );
  return records.map((record) => {
    const { labels, properties, ...known } = record.toObject() as { [name in keyof Known]: Known[name] | null };
    // An index that looks relationships or nodes up by their types is on nothing in particular.
    return { ...known, labels: labels ?? [], properties: properties ?? [] } as Known;
  });
}

/** Whether the ids of a relationship type are in an index: where they are not, nothing of it was ever loaded. */
export function hasEdgeIndex(known: readonly Known[], type: string): boolean {
  return known.some(
    ({ of, labels, properties }) =>
      of === "RELATIONSHIP" && labels.includes(type) && properties.length === 1 && properties[0] === "id",
  );
}

/** Those that a load of another ontology made and this one has no use for. What others made has another name, or is on something else. */
export function staleIndexes(known: readonly Known[], ontology: Ontology): readonly Known[] {
  const wanted = new Set(itemsOf(ontology).map(({ name }) => name));
  return known.filter((index) => !wanted.has(index.name) && index.name === ownName(index));
}

/** The name that Plenary would have given it; null where Plenary makes none such. */
function ownName({ unique, of, labels, properties }: Known): string | null {
  const [label, property] = [labels[0], properties[0]];
  if (label === undefined || property === undefined || labels.length > 1 || properties.length > 1) return null;
  if (of === "NODE") return unique ? uniqueName(label, property) : null;
  return property === "id" && !unique ? edgeIndexName(label) : null;
}

/** Takes constraints and indexes away. */
export async function dropIndexes(session: Session, stale: readonly Known[]): Promise<void> {
  for (const { name, unique } of stale) {
    await session.run(`DROP ${unique ? "CONSTRAINT" : "INDEX"} ${Cypher.utils.escapeVariable(name)} IF EXISTS`);
  }
}

/** Makes sure that loads can take turns, which they do by a node that has to be the only one. */
export async function ensureLock(connection: Connection): Promise<void> {
  const session = openSession(connection, "WRITE");
  try {
    const known = await knownIndexes(session);
    if (known.some(({ name }) => name === LOCK_ITEM.name)) return;
    await session.executeWrite((transaction) => transaction.run(LOCK_ITEM.statement));
  } finally {
    await session.close();
  }
}

/**
 * Makes what an ontology needs, or only the indexes of it, where it is missing, and waits until it serves.
 *
 * @param which `"indexes"` leaves out what demands unique values: those that are stored may stand against it until they are changed
 */
export async function ensureIndexes(session: Session, ontology: Ontology, which: "indexes" | "all"): Promise<void> {
  const known = new Set((await knownIndexes(session)).map(({ name }) => name));
  const missing = itemsOf(ontology).filter(({ name, unique }) => !known.has(name) && !(unique && which === "indexes"));
  if (missing.length === 0) return;
  await session.executeWrite(async (transaction) => {
    for (const { statement } of missing) await transaction.run(statement);
  });
  await session.run("CALL db.awaitIndexes($seconds)", { seconds: INDEX_TIMEOUT_S });
}
