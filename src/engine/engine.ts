import type { ConcordanceInfo } from "../graph/concordance.js";
import type { EdgeRecord, NodeRecord } from "../graph/record.js";
import type { Plan } from "../plan/plan.js";
import type { View } from "../plan/view.js";

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

/** Records to be read whole: those of some ids, or (null) all that the view has. */
export interface Extract {
  readonly view?: View;
  readonly ids: readonly string[] | null;
  /** Of edges: only those of these types. */
  readonly relationships?: readonly string[];
}

/**
 * One request's view of the graph: every plan run in it sees the same snapshot.
 *
 * Records are as `src/graph/record.ts` has them, with no more of values, claims, aliases and evidence than the view shows, in order of id, a
 * page at a time. Ids that the view does not have are left out. The limits hold for working out what a view shows; the stream itself may take
 * as long as its reader does, gives way to other requests between pages, and ends when the reader leaves off. A page has no more than
 * some thousands of records, whatever the size of the graph. Where the stored graph is replaced meanwhile it fails with
 * `SNAPSHOT_CHANGED`, at its end at the latest: nothing read is to be relied on before that.
 */
export interface Session {
  readonly snapshot: string;
  /** What that snapshot is, whatever the engine serves meanwhile. */
  info(): Promise<SnapshotInfo>;
  run(plan: Plan): Promise<Result>;
  nodeRecords(extract: Extract): AsyncIterable<readonly NodeRecord[]>;
  edgeRecords(extract: Extract): AsyncIterable<readonly EdgeRecord[]>;
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
