import type { Connection } from "../../../src/store/neo4j/connect.js";

export type Row = Record<string, unknown>;

/** Asks a database in plain Cypher. */
export function asker(connection: () => Connection): (cypher: string, parameters?: Row) => Promise<Row[]> {
  return async (cypher, parameters = {}) => {
    const { records } = await connection().driver.executeQuery(cypher, parameters);
    return records.map((record) => record.toObject());
  };
}
