import type { Ontology } from "../../ontology/model.js";
import type { EdgeField, Key, NodeField } from "../../plan/plan.js";
import type { Columns } from "../../store/neo4j/values.js";
import type { ChosenEvidence } from "./view.js";

/** What an element has by its place in a connection. */
export interface Position {
  readonly key: Key;
  readonly matched: readonly string[];
}

/** The position of what stands in no connection. */
export const NOWHERE: Position = { key: [], matched: [] };

/** What was fetched of a node by id, or null where that has not happened yet or there is no such node. */
export type FindNode = (id: string, fields: readonly NodeField[]) => Columns | null;

/** Turns what a statement returned into the shape of the response; the parts nest in each other through this. */
export interface Decoder {
  readonly ontology: Ontology;
  readonly find: FindNode;
  /** The evidence that the view chooses; null where it shows all. */
  readonly evidence: ChosenEvidence | null;
  node(columns: Columns, fields: readonly NodeField[]): object;
  edge(columns: Columns, fields: readonly EdgeField[], position: Position): object;
}
