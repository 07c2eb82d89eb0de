import type { Ontology } from "../../ontology/model.js";
import type { EdgeField, Key, NodeField } from "../../plan/plan.js";
import type { Columns } from "../../store/neo4j/values.js";

/** What an element has by its place in a connection. */
export interface Position {
  readonly key: Key;
  readonly matched: readonly string[];
}

/** Turns what a statement returned into the shape of the response; the parts nest in each other through this. */
export interface Decoder {
  readonly ontology: Ontology;
  node(columns: Columns, fields: readonly NodeField[]): object;
  edge(columns: Columns, fields: readonly EdgeField[], position: Position): object;
}
