import Cypher from "@neo4j/cypher-builder";
import neo4j, { type Record as Row, type Session } from "neo4j-driver";

import { StoreError } from "./error.js";
import { FINGERPRINT } from "./fingerprint.js";
import { ALIAS, CLAIM, ENTITY, HAS_ALIAS, HAS_CLAIM } from "./schema.js";
import type { Columns } from "./values.js";

/**
 * What is stored, a page at a time in order of id, each page a transaction of its own: neither the database nor whoever reads holds more
 * than two pages, and a page that fails is asked for again. The next page is under way while one is being read.
 */

/** Pages in order of id. */
export type Pages<T> = AsyncGenerator<readonly T[]>;

/** A stored element by its fingerprint; the empty text where it has none. */
export interface StoredFingerprint {
  readonly id: string;
  readonly fingerprint: string;
}

/** A stored node with all that is its own. */
export interface StoredNode {
  readonly id: string;
  readonly columns: Columns;
  readonly labels: readonly string[];
  readonly aliases: readonly Columns[];
  readonly claims: readonly Columns[];
}

/** A stored relationship with the ids of the nodes it goes between. */
export interface StoredEdge {
  readonly id: string;
  /** `id`, and those asked for that it has. */
  readonly columns: Columns;
  readonly subject: string;
  readonly object: string;
}

/** Rows whose whole content is asked for are larger than an id and a fingerprint. */
const PAGE = { fingerprint: 20_000, content: 2_000 } as const;

/**
 * How many rows come in one record. A record for each would keep the driver busy; one of all of them would come in many chunks, among all
 * of which the driver looks for every text.
 */
const RECORD = { fingerprint: 100, content: 20 } as const;

/** Lists as they are collected, by name, returned some of their rows at a time. */
function inRecords(lists: Readonly<Record<string, string>>, size: number): string {
  const names = Object.keys(lists);
  const collected = names.map((name) => `${lists[name] ?? ""} AS ${name}`).join(", ");
  const slices = names.map((name) => `${name}[first..first + ${size}] AS ${name}`).join(", ");
  return `WITH ${collected} UNWIND range(0, size(${names[0] ?? ""}) - 1, ${size}) AS first RETURN ${slices} ORDER BY first`;
}

const FINGERPRINTS = (variable: string): string =>
  inRecords(
    { ids: `collect(${variable}.id)`, fingerprints: `collect(coalesce(${variable}.${FINGERPRINT}, ''))` },
    RECORD.fingerprint,
  );

/** Which elements are read: Cypher that is true of them, of the node `n` or the relationship `r`, and the parameters that it names. */
export interface Choice {
  readonly condition: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What is read at once: the next page of all, or what has some ids. */
type Reach = "page" | "ids";

function nodes(reach: Reach, choice: Choice | null): string {
  return `MATCH (n:${ENTITY}) WHERE ${within("n", reach)}${also(choice)} WITH n${ordered("n", reach)} `;
}

// Without the hint the planner may begin at the nodes, and sort all relationships for every page.
function edges(type: string, reach: Reach, choice: Choice | null): string {
  const escaped = Cypher.utils.escapeType(type);
  return (
    `MATCH (s)-[r:${escaped}]->(o) USING INDEX r:${escaped}(id) ` +
    `WHERE ${within("r", reach)} AND s:${ENTITY} AND o:${ENTITY}${also(choice)} WITH s, r, o${ordered("r", reach)} `
  );
}

function within(variable: string, reach: Reach): string {
  return `${variable}.id ${reach === "page" ? ">= $after" : "IN $ids"}`;
}

function ordered(variable: string, reach: Reach): string {
  return reach === "page" ? ` ORDER BY ${variable}.id LIMIT $limit` : "";
}

function also(choice: Choice | null): string {
  return choice === null ? "" : ` AND ${choice.condition}`;
}

const NODE_ROWS = inRecords(
  {
    rows:
      "collect({id: n.id, columns: properties(n), labels: labels(n), " +
      `aliases: COLLECT { MATCH (n)-[:${HAS_ALIAS}]->(a:${ALIAS}) RETURN properties(a) ORDER BY a.position }, ` +
      `claims: COLLECT { MATCH (n)-[:${HAS_CLAIM}]->(c:${CLAIM}) RETURN properties(c) ORDER BY c.position }})`,
  },
  RECORD.content,
);

/** The fingerprints of all nodes. */
export function storedNodeFingerprints(session: Session): Pages<StoredFingerprint> {
  const statement = nodes("page", null) + FINGERPRINTS("n");
  return pages(session, statement, PAGE.fingerprint, fingerprintsIn);
}

/** All nodes, or those chosen. */
export function storedNodes(session: Session, choice: Choice | null = null): Pages<StoredNode> {
  const statement = nodes("page", choice) + NODE_ROWS;
  return pages(session, statement, PAGE.content, nodesIn, choice?.parameters);
}

/** Those nodes of some ids that are chosen, in no order. */
export function storedNodesOf(
  session: Session,
  ids: readonly string[],
  choice: Choice | null,
): Promise<readonly StoredNode[]> {
  return readRows(session, nodes("ids", choice) + NODE_ROWS, { ...choice?.parameters, ids }, nodesIn);
}

/** The fingerprints of all relationships of a type. */
export function storedEdgeFingerprints(session: Session, type: string): Pages<StoredFingerprint> {
  const statement = edges(type, "page", null) + FINGERPRINTS("r");
  return pages(session, statement, PAGE.fingerprint, fingerprintsIn);
}

/**
 * All relationships of a type, or those chosen, with those of their properties that are asked for.
 *
 * @param columns the names of the properties, `id` excluded. Their values come as lists: to read the names again with each row takes most of the time
 * @param after the id that the first of them follows
 */
export function storedEdges(
  session: Session,
  type: string,
  columns: readonly string[],
  choice: Choice | null = null,
  after = "",
): Pages<StoredEdge> {
  const statement = edges(type, "page", choice) + edgeRows(columns);
  return pages(session, statement, PAGE.content, edgesIn(columns), choice?.parameters, after);
}

/** The relationships of a type up to an id, which is among them. */
export function upTo(id: string): Choice {
  return { condition: "r.id <= $last", parameters: { last: id } };
}

/** The id that stands so far on in the order of ids of a type: 0 is the first. Null where there are not as many. */
export async function edgeIdAt(session: Session, type: string, place: number): Promise<string | null> {
  const escaped = Cypher.utils.escapeType(type);
  const statement =
    `MATCH (s)-[r:${escaped}]->(o) USING INDEX r:${escaped}(id) WHERE r.id >= '' ` +
    "WITH r.id AS id ORDER BY id SKIP $place LIMIT 1 RETURN id";
  const { records } = await session.executeRead((transaction) =>
    transaction.run(statement, { place: neo4j.int(place) }),
  );
  return records[0] === undefined ? null : (records[0].get("id") as string);
}

/** Those relationships of a type and some ids that are chosen, in no order. */
export function storedEdgesOf(
  session: Session,
  type: string,
  columns: readonly string[],
  ids: readonly string[],
  choice: Choice | null,
): Promise<readonly StoredEdge[]> {
  const statement = edges(type, "ids", choice) + edgeRows(columns);
  return readRows(session, statement, { ...choice?.parameters, ids }, edgesIn(columns));
}

async function* pages<T extends { readonly id: string }>(
  session: Session,
  statement: string,
  limit: number,
  rows: (record: Row) => readonly T[],
  parameters: Choice["parameters"] = {},
  start = "",
): Pages<T> {
  const read = async (after: string): Promise<readonly T[]> => {
    const { records } = await session.executeRead((transaction) =>
      transaction.run(statement, { ...parameters, after, limit: neo4j.int(limit) }),
    );
    const page = records.flatMap(rows);
    // The last row of the page before comes again, so that a copy of it is seen too.
    const again = page.findIndex(({ id }) => id === after);
    if (page.length === limit && page.at(-1)?.id === after) throw tooManyCopies(after);
    return again === -1 ? page : page.toSpliced(again, 1);
  };
  let page = await read(start);
  while (page.length > 0) {
    const last = page.at(-1)?.id ?? "";
    const next = page.length < limit - 1 ? Promise.resolve([]) : read(last);
    // Whoever leaves off early must not meet the failure of a page that nobody asked for.
    next.catch(() => undefined);
    yield page;
    page = await next;
  }
}

function fingerprintsIn(record: Row): readonly StoredFingerprint[] {
  const fingerprints = record.get("fingerprints") as readonly string[];
  return (record.get("ids") as readonly string[]).map((id, index) => ({ id, fingerprint: fingerprints[index] ?? "" }));
}

function nodesIn(record: Row): readonly StoredNode[] {
  return record.get("rows") as readonly StoredNode[];
}

type EdgeValues = readonly [id: string, subject: string, object: string, ...values: unknown[]];

function edgeRows(columns: readonly string[]): string {
  const values = ["r.id", "s.id", "o.id", ...columns.map((name) => `p.${Cypher.utils.escapeProperty(name)}`)];
  return `WITH s, r, o, properties(r) AS p ${inRecords({ rows: `collect([${values.join(", ")}])` }, RECORD.content)}`;
}

function edgesIn(columns: readonly string[]): (record: Row) => readonly StoredEdge[] {
  return (record) => (record.get("rows") as readonly EdgeValues[]).map((row) => storedEdge(row, columns));
}

function storedEdge(row: EdgeValues, names: readonly string[]): StoredEdge {
  const [id, subject, object] = row;
  const columns: Columns = { id };
  names.forEach((name, index) => {
    const value = row[index + 3] ?? null;
    if (value !== null) columns[name] = value;
  });
  return { id, columns, subject, object };
}

async function readRows<T>(
  session: Session,
  statement: string,
  parameters: Choice["parameters"],
  rows: (record: Row) => readonly T[],
): Promise<readonly T[]> {
  const { records } = await session.executeRead((transaction) => transaction.run(statement, parameters));
  return records.flatMap(rows);
}

function tooManyCopies(id: string): StoreError {
  return new StoreError("UNAVAILABLE", `Neo4j holds thousands of copies of "${id}", made by hand. Delete them.`);
}
