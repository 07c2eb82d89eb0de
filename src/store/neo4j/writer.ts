import neo4j, { type ManagedTransaction } from "neo4j-driver";

import type { Connection } from "./connect.js";
import { StoreError } from "./error.js";
import { LAST_STEP, type Lock, RENEW, lostLock } from "./lock.js";
import { openSession } from "./session.js";
import { MARK_COMPLETE, MARK_LOADING } from "./snapshot.js";

/** A writing statement. */
export interface Write {
  readonly text: string;
  readonly parameters: Record<string, unknown>;
  /** How many rows it has to say it wrote in `count`. */
  readonly expected?: number;
}

/** Writes while the load has the lock, in transactions of their own. Before the first of them the graph is marked as loading. */
export interface Writer {
  /** Begins a transaction of some statements; waits for the one before it, so that two are never under way. */
  readonly write: (...statements: readonly Write[]) => Promise<void>;
  /** As `write`, to its end. Returns the `count` of the last statement, or 1 where an answer was lost that had it. */
  readonly count: (...statements: readonly Write[]) => Promise<number>;
  /** Waits until what was begun is written. */
  readonly settled: () => Promise<void>;
  /** Marks the graph as loading, for whoever is going to change what is no statement of a transaction like the others. */
  readonly begin: () => Promise<void>;
  /** Whether anything was written. */
  readonly began: () => boolean;
  /** Ends the load: marks the graph as complete, with what the marker says of it. */
  readonly complete: (marker: Record<string, unknown>) => Promise<void>;
  /** Waits until nothing is under way and closes the session. Never rejects. */
  readonly close: () => Promise<void>;
}

/** @param marker the parameters of `MARK_LOADING` but `load` */
export function openWriter(connection: Connection, lock: Lock, marker: Record<string, unknown>): Writer {
  const session = openSession(connection, "WRITE");
  let began = false;
  let underWay: Promise<number> = Promise.resolve(0);

  let steps = 0;
  const run = (statements: readonly Write[]): Promise<number> => {
    const step = ++steps;
    let attempts = 0;
    return session.executeWrite(async (transaction) => {
      if (attempts++ > 0 && (await lastStep(transaction, lock)) === step) return 1;
      const [renewed, ...counts] = await Promise.all([
        transaction.run(RENEW, { owner: lock.owner, lease: neo4j.int(lock.lease), step: neo4j.int(step) }),
        ...statements.map((statement) => write(transaction, statement)),
      ]);
      if (renewed.records.length === 0) throw lostLock();
      statements.forEach(({ expected }, index) => {
        if (expected !== undefined && counts[index] !== expected) throw changedMeanwhile();
      });
      return counts.at(-1) ?? 0;
    });
  };
  const begin = async (): Promise<void> => {
    if (began) return;
    began = true;
    await run([{ text: MARK_LOADING, parameters: { load: lock.owner, ...marker } }]);
  };
  const start = async (statements: readonly Write[]): Promise<void> => {
    await underWay;
    await begin();
    lock.requireHeld();
    underWay = run(statements);
    // Its failure is for whoever waits for it next.
    underWay.catch(() => undefined);
  };
  const count = async (statements: readonly Write[]): Promise<number> => {
    await start(statements);
    return underWay;
  };
  return {
    write: (...statements) => start(statements),
    count: (...statements) => count(statements),
    settled: async () => {
      await underWay;
    },
    begin,
    began: () => began,
    complete: async (properties) => {
      await count([{ text: MARK_COMPLETE, parameters: { load: lock.owner, properties }, expected: 1 }]);
    },
    close: async () => {
      await underWay.catch(() => undefined);
      await session.close().catch(() => undefined);
    },
  };
}

/**
 * The last step that was committed. The driver repeats a transaction whose connection was lost, also where only the answer to its commit was:
 * to carry that out again would write every new edge twice.
 */
async function lastStep(transaction: ManagedTransaction, { owner }: Lock): Promise<number | null> {
  const { records } = await transaction.run(LAST_STEP, { owner });
  return records[0] === undefined ? null : Number(records[0].get("step"));
}

async function write(transaction: ManagedTransaction, { text, parameters }: Write): Promise<number> {
  const { records } = await transaction.run(text, parameters);
  return records[0]?.has("count") === true ? Number(records[0].get("count")) : records.length;
}

function changedMeanwhile(): StoreError {
  return new StoreError(
    "UNAVAILABLE",
    "Somebody else changed the stored graph while it was being loaded. Run `plenary load` again.",
  );
}
