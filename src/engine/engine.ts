import type { ConcordanceInfo } from "../graph/concordance.js";
import type { Plan } from "../plan/plan.js";

/** A nested result: keyed by response key, as `src/plan/plan.ts` says for each kind. */
export type Result = unknown;

export interface SnapshotStatistics {
  readonly nodes: number;
  readonly links: number;
  /** Number of nodes by concrete type, every type of the ontology, in its order. */
  readonly types: readonly { readonly type: string; readonly count: number }[];
  /** Number of edges by relationship type, every type of the ontology, in its order. */
  readonly relationships: readonly { readonly type: string; readonly count: number }[];
}

/** What an engine serves. */
export interface SnapshotInfo extends SnapshotStatistics {
  /** SHA-256 (hex) over the canonical records. */
  readonly id: string;
  /** `Ontology.hash` of the vocabulary it was built with. */
  readonly ontology: string;
  /** Where the engine has a concordance. */
  readonly concordance?: ConcordanceInfo;
}

/** Bounds of one request. Exceeding either is a `PlenaryError` (`TIMEOUT`, `TOO_EXPENSIVE`), never a partial answer. */
export interface Limits {
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** Edges that may be looked at, over all plans of the request. */
  readonly edges: number;
}

/** One request's view of the graph: every plan run in it sees the same snapshot. */
export interface Session {
  readonly snapshot: string;
  /** What that snapshot is, whatever the engine serves meanwhile. */
  info(): Promise<SnapshotInfo>;
  run(plan: Plan): Promise<Result>;
  close(): Promise<void>;
}

/** How a copy stands to the database that it was taken from. Times are in milliseconds since the epoch. */
export interface CopyStatus {
  /** When the graph that is served was read. */
  readonly copiedAt: number;
  /** When the database was last seen to hold that graph. */
  readonly confirmedAt: number;
  /** Why it may be behind: the database is away, or what it holds cannot be served. Null while all is well. */
  readonly problem: string | null;
}

export interface Engine {
  readonly name: "memory" | "neo4j" | "replica";
  /** Of an engine that answers from a copy. */
  readonly copy?: () => CopyStatus;
  info(): Promise<SnapshotInfo>;
  session(limits: Limits): Promise<Session>;
  close(): Promise<void>;
}
