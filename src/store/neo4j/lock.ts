import { hostname } from "node:os";

import type { Connection } from "./connect.js";
import { StoreError } from "./error.js";
import { LOCK } from "./schema.js";
import { openSession } from "./session.js";

/**
 * One load at a time: a node that says who loads, and until when that is to be believed. Whoever loads puts the end off again and again;
 * where it was killed, the end comes and the next one takes over. All times are the database's.
 */

/** Parameters: `owner`, `lease` in milliseconds. Returns one row if the lock is still the owner's, and holds it until the transaction ends. */
export const RENEW =
  `MATCH (l:${LOCK} {name: 'load', owner: $owner}) ` +
  "SET l.until = datetime.realtime() + duration({milliseconds: $lease}) RETURN l.owner AS owner";

// The first SET locks the node, so that of two at once the second sees what the first has written.
const ACQUIRE =
  `MERGE (l:${LOCK} {name: 'load'}) SET l.name = 'load' ` +
  "WITH l, l.until IS NULL OR l.until < datetime.realtime() AS free " +
  "FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END | SET l.owner = $owner, l.host = $host, " +
  "l.since = datetime.realtime(), l.until = datetime.realtime() + duration({milliseconds: $lease})) " +
  "RETURN free, l.host AS host, toString(l.since) AS since";

const RELEASE = `MATCH (l:${LOCK} {name: 'load', owner: $owner}) DELETE l`;

const HOLDER =
  `MATCH (l:${LOCK} {name: 'load'}) WHERE l.until >= datetime.realtime() ` +
  "RETURN l.host AS host, toString(l.since) AS since";

/** Who loads at present. */
export interface Holder {
  readonly host: string;
  /** When it began, as the database writes a point in time. */
  readonly since: string;
}

/** How long a load that says nothing is believed to go on, in milliseconds. */
export const LEASE_MS = 30_000;

export interface Lock {
  readonly owner: string;
  readonly lease: number;
  /** @throws StoreError where somebody else has the lock meanwhile */
  requireHeld(): void;
  /** Gives the lock back. Never rejects: it ends by itself anyway. */
  release(): Promise<void>;
}

/** Takes the lock, waiting for whoever has it; `onWait` is told once who that is. */
export async function acquireLock(
  connection: Connection,
  owner: string,
  lease: number,
  onWait: (holder: Holder) => void,
): Promise<Lock> {
  const session = openSession(connection, "WRITE");
  try {
    for (let waits = 0; ; waits++) {
      const { records } = await session.executeWrite((transaction) =>
        transaction.run(ACQUIRE, { owner, host: hostname(), lease }),
      );
      if (records[0]?.get("free") === true) return holdLock(connection, owner, lease);
      if (waits === 0) onWait({ host: String(records[0]?.get("host")), since: String(records[0]?.get("since")) });
      await new Promise((resolve) => setTimeout(resolve, Math.min(1000, lease / 4)));
    }
  } finally {
    await session.close();
  }
}

/** Who loads at present, or null. */
export async function lockHolder(connection: Connection): Promise<Holder | null> {
  const session = openSession(connection, "READ");
  try {
    const { records } = await session.executeRead((transaction) => transaction.run(HOLDER));
    const row = records[0];
    return row === undefined ? null : { host: String(row.get("host")), since: String(row.get("since")) };
  } finally {
    await session.close();
  }
}

function holdLock(connection: Connection, owner: string, lease: number): Lock {
  let lost = false;
  let renewing: Promise<void> | null = null;
  const renew = async (): Promise<void> => {
    const session = openSession(connection, "WRITE");
    try {
      const { records } = await session.run(RENEW, { owner, lease });
      lost ||= records.length === 0;
    } catch {
      // The next statement of the load meets the same trouble and says what it is.
    } finally {
      await session.close().catch(() => undefined);
      renewing = null;
    }
  };
  const timer = setInterval(() => {
    renewing ??= renew();
  }, lease / 3);
  timer.unref();
  return {
    owner,
    lease,
    requireHeld: () => {
      if (lost) throw lostLock();
    },
    release: async () => {
      clearInterval(timer);
      await renewing;
      const session = openSession(connection, "WRITE");
      await session.run(RELEASE, { owner }).catch(() => undefined);
      await session.close().catch(() => undefined);
    },
  };
}

/** That somebody else loads now. */
export function lostLock(): StoreError {
  return new StoreError(
    "UNAVAILABLE",
    "Another load took over, because this one was not heard of for too long. Run `plenary load` again.",
  );
}
