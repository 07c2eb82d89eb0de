import neo4j, { type ManagedTransaction, type Session } from "neo4j-driver";

import type { Connection } from "./connect.js";
import { StoreError } from "./error.js";
import { BEGIN_STEP, LANES, LAST_STEP, type Lock, lostLock } from "./lock.js";
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
  /** Begins a transaction of some statements, after whatever was begun before has ended. */
  readonly write: (...statements: readonly Write[]) => Promise<void>;
  /**
   * Begins a transaction that may come before or after the one added before it, or at the same time. Never more than two are under way.
   */
  readonly add: (...statements: readonly Write[]) => Promise<void>;
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
  /** Waits until nothing is under way and closes the sessions. Never rejects. */
  readonly close: () => Promise<void>;
}

/** @param marker the parameters of `MARK_LOADING` but `load` */
export function openWriter(connection: Connection, lock: Lock, marker: Record<string, unknown>): Writer {
  const [first, second] = [openLane(connection, LANES[0]), openLane(connection, LANES[1])];
  const lanes = [first, second];
  let began = false;
  /** How many were added since something was written that they must not come before. */
  let added = 0;

  const run = (lane: Lane, statements: readonly Write[]): Promise<number> => {
    const step = ++lane.steps;
    let attempts = 0;
    return lane.session.executeWrite(async (transaction) => {
      if (attempts++ > 0 && (await lastStep(transaction, lock, lane)) === step) return 1;
      const [begun, ...counts] = await Promise.all([
        transaction.run(BEGIN_STEP, { owner: lock.owner, lane: lane.name, step: neo4j.int(step) }),
        ...statements.map((statement) => write(transaction, statement)),
      ]);
      if (begun.records.length === 0) throw lostLock();
      statements.forEach(({ expected }, index) => {
        if (expected !== undefined && counts[index] !== expected) throw changedMeanwhile();
      });
      return counts.at(-1) ?? 0;
    });
  };
  const begin = async (): Promise<void> => {
    if (began) return;
    began = true;
    await run(first, [{ text: MARK_LOADING, parameters: { load: lock.owner, ...marker } }]);
  };
  const start = async (lane: Lane, statements: readonly Write[]): Promise<void> => {
    await begin();
    lock.requireHeld();
    lane.underWay = run(lane, statements);
    // Its failure is for whoever waits for it next.
    lane.underWay.catch(() => undefined);
  };
  const ended = async (): Promise<void> => {
    for (const lane of lanes) await lane.underWay;
  };
  const writeInTurn = async (statements: readonly Write[]): Promise<void> => {
    await ended();
    added = 0;
    await start(first, statements);
  };
  const count = async (statements: readonly Write[]): Promise<number> => {
    await writeInTurn(statements);
    return first.underWay;
  };
  return {
    write: (...statements) => writeInTurn(statements),
    add: async (...statements) => {
      const lane = added % 2 === 0 ? first : second;
      await (added++ === 0 ? ended() : lane.underWay);
      await start(lane, statements);
    },
    count: (...statements) => count(statements),
    settled: () => ended(),
    begin,
    began: () => began,
    complete: async (properties) => {
      await count([{ text: MARK_COMPLETE, parameters: { load: lock.owner, properties }, expected: 1 }]);
    },
    close: async () => {
      for (const { session, underWay } of lanes) {
        await underWay.catch(() => undefined);
        await session.close().catch(() => undefined);
      }
    },
  };
}

/** A session, the transaction under way in it, and how many there were. */
interface Lane {
  /** The name of its node in the database. */
  readonly name: (typeof LANES)[number];
  readonly session: Session;
  underWay: Promise<number>;
  steps: number;
}

function openLane(connection: Connection, name: Lane["name"]): Lane {
  return { name, session: openSession(connection, "WRITE"), underWay: Promise.resolve(0), steps: 0 };
}

/**
 * The last step of a lane that was committed. The driver repeats a transaction whose connection was lost, also where only the answer to its commit was:
 * to carry that out again would write every new edge twice.
 */
async function lastStep(transaction: ManagedTransaction, { owner }: Lock, { name }: Lane): Promise<number | null> {
  const { records } = await transaction.run(LAST_STEP, { owner, lane: name });
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
