import Cypher from "@neo4j/cypher-builder";

import { ALIAS, CLAIM, ENTITY, HAS_ALIAS, HAS_CLAIM, REMOVED } from "./schema.js";

/**
 * The statements that change the stored graph. Each works on the rows or ids it is given as `$rows` or `$ids`, and leaves alone what is
 * not Plenary's on them: properties other than `$columns`, labels other than `$labels`, relationships of others.
 */

const { escapeLabel, escapeProperty, escapeType } = Cypher.utils;

/** Takes away the properties of `variable` that are Plenary's and that `row.columns` does not have, and sets those it has. */
const replaceColumns = (variable: string, columns: string): string =>
  `FOREACH (k IN [k IN keys(${variable}) WHERE k IN ${columns} AND row.columns[k] IS NULL] | REMOVE ${variable}[k]) ` +
  `SET ${variable} += row.columns`;

const labelList = (labels: readonly string[]): string => labels.map((label) => `:${escapeLabel(label)}`).join("");

/**
 * Writes nodes, new ones and known ones; rows are `{id, columns, labels, others}`, others being Plenary's labels that the node must not
 * have. They go first: a value that has to be unique must not meet the label of the type that the node had before.
 */
export const WRITE_NODES =
  `UNWIND $rows AS row MERGE (n:${ENTITY} {id: row.id}) REMOVE n:$(row.others) ${replaceColumns("n", "$columns")}, ` +
  "n:$(row.labels) RETURN count(*) AS count";

/** Returns a row if an earlier load has left any {@link REMOVED} node. */
export const ANY_REMOVED = `MATCH (n:${REMOVED}) RETURN n.id AS id LIMIT 1`;

/** Makes those of `$ids` that an earlier load left as {@link REMOVED} nodes of the graph again. */
export const RETURN_NODES = `UNWIND $ids AS id MATCH (n:${REMOVED} {id: id}) SET n:${ENTITY} REMOVE n:${REMOVED}`;

/** Writes the nodes that hold aliases or claims; rows are `{owner, columns}`, told apart by `columns.position`. */
export function writeAttached(kind: "alias" | "claim"): string {
  const [type, label] = ATTACHED[kind];
  return (
    `UNWIND $rows AS row MATCH (n:${ENTITY} {id: row.owner}) MERGE (n)-[:${type}]->(x:${label} {position: row.columns.position}) ` +
    `${replaceColumns("x", "$columns")} RETURN count(*) AS count`
  );
}

const ATTACHED = { alias: [HAS_ALIAS, ALIAS], claim: [HAS_CLAIM, CLAIM] } as const;

/**
 * Two statements that take away the nodes that hold aliases and claims of the nodes in `$rows`: those from position `aliases` and `claims`
 * on. One that others hold on to stays, as {@link REMOVED}.
 */
export const REMOVE_ATTACHED: readonly string[] = ["held", "free"].map((which) => {
  const held =
    "(COUNT { (x)--() } > 1 OR any(l IN labels(x) WHERE NOT l IN ['Alias', 'Claim']) OR any(k IN keys(x) WHERE NOT k IN $columns))";
  const take =
    which === "held"
      ? `WITH h, x WHERE ${held} FOREACH (k IN [k IN keys(x) WHERE k IN $columns] | REMOVE x[k]) ` +
        `REMOVE x:${ALIAS}:${CLAIM} SET x:${REMOVED} DELETE h`
      : "DELETE h, x";
  return (
    `UNWIND $rows AS row MATCH (n:${ENTITY} {id: row.id})-[h:${HAS_ALIAS}|${HAS_CLAIM}]->(x:${ALIAS}|${CLAIM}) ` +
    `WHERE x.position IS NULL OR x.position >= CASE WHEN h:${HAS_ALIAS} THEN row.aliases ELSE row.claims END ${take}`
  );
});

/** Takes away the nodes `$ids` that nobody else holds on to. Their edges and what is attached to them must be gone. */
export const REMOVE_NODES =
  `UNWIND $ids AS id MATCH (n:${ENTITY} {id: id}) WHERE NOT EXISTS { (n)--() } ` +
  "AND all(l IN labels(n) WHERE l IN $labels) AND all(k IN keys(n) WHERE k IN $columns) DELETE n";

/** Takes from the nodes `$ids` all that is Plenary's but their id, and marks them as {@link REMOVED}. */
export function stripNodes(labels: readonly string[]): string {
  return (
    `UNWIND $ids AS id MATCH (n:${ENTITY} {id: id}) ` +
    `FOREACH (k IN [k IN keys(n) WHERE k IN $columns AND k <> 'id'] | REMOVE n[k]) REMOVE n${labelList(labels)} SET n:${REMOVED}`
  );
}

/** Takes the values of some properties from the nodes `$ids`: one may have had a value that another has now. */
export function clearValues(properties: readonly string[]): string {
  const columns = properties.map((name) => `n.${escapeProperty(name)}`).join(", ");
  return `UNWIND $ids AS id MATCH (n:${ENTITY} {id: id}) REMOVE ${columns}`;
}

/**
 * The nodes `$ids` as a list `nodes`, in that order, and then each of `$rows` with its ends `s` and `o`, whose places among `$ids` it begins with: a node is
 * looked up once for all its edges. No row at all where a node is missing, since the places would not be right then.
 */
const WITH_ENDS =
  `UNWIND range(0, size($ids) - 1) AS i MATCH (n:${ENTITY} {id: $ids[i]}) WITH n, i ORDER BY i ` +
  "WITH collect(n) AS nodes, count(*) AS found WHERE found = size($ids) " +
  "UNWIND $rows AS row WITH nodes[row[0]] AS s, nodes[row[1]] AS o, row ";

/** Writes new edges of any types; rows are `[subject, object, type, columns]`, the ends as places among `$ids`. Returns their count. */
export const ADD_EDGES = `${WITH_ENDS}CREATE (s)-[r:$(row[2])]->(o) SET r = row[3] RETURN count(r) AS count`;

/**
 * Writes new edges of one type; rows are `[subject, object, shared, id]`: the ends as places among `$ids`, and the values of `columns` as
 * one place in the list `$shared`, where null is no value. Returns their count. To name type and columns takes the server less work than
 * {@link ADD_EDGES}, see docs/decisions.md.
 */
export function addEdges(type: string, columns: readonly string[]): string {
  const values = columns.map((name, place) => `${escapeProperty(name)}: $shared[row[2]][${place}]`);
  const all = ["id: row[3]", ...values].join(", ");
  return `${WITH_ENDS}CREATE (s)-[r:${escapeType(type)} {${all}}]->(o) RETURN count(r) AS count`;
}

/** Changes edges of a type that are there; rows are `{id, columns}`. Returns their count. */
export function changeEdges(type: string): string {
  return `UNWIND $rows AS row ${edgeById(type, "row.id")} ${replaceColumns("r", "$columns")} RETURN count(r) AS count`;
}

/** Takes away the edges `$ids` of a type. */
export function removeEdges(type: string): string {
  return `UNWIND $ids AS id ${edgeById(type, "id")} DELETE r`;
}

/** Takes away up to `$limit` edges of a type, whatever they are, or those without an id. Returns how many. */
export function removeAnyEdges(type: string, which: "all" | "nameless"): string {
  const nameless = which === "nameless" ? " WHERE r.id IS NULL" : "";
  return (
    `MATCH (:${ENTITY})-[r:${escapeType(type)}]->(:${ENTITY})${nameless} WITH r LIMIT $limit DELETE r ` +
    "RETURN count(*) AS count"
  );
}

function edgeById(type: string, id: string): string {
  const escaped = escapeType(type);
  return `MATCH (s)-[r:${escaped}]->(o) USING INDEX r:${escaped}(id) WHERE r.id = ${id} AND s:${ENTITY} AND o:${ENTITY}`;
}
