import type { Ontology } from "../../ontology/model.js";
import type { Connection } from "../../store/neo4j/connect.js";
import type { StatementCache, Statements } from "./statements.js";
import type { ShownView } from "./view.js";

/** What the sessions of one engine share. */
export interface EngineParts {
  readonly connection: Connection;
  readonly ontology: Ontology;
  /** The id of the only snapshot to answer from; null for whichever is stored. */
  readonly pinned: string | null;
  readonly statements: StatementCache;
}

/** What running one plan takes: the statements see what its view shows. */
export interface PlanParts {
  readonly ontology: Ontology;
  readonly view: ShownView;
  readonly statements: Statements;
}
