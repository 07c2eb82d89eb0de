import { setTimeout } from "node:timers/promises";

import neo4j, { type Record } from "neo4j-driver";

import type { Connection } from "./connect.js";
import { StoreError } from "./error.js";
import { atMost } from "./patience.js";
import { type ProcessName, hasEnded, thisProcess } from "./process.js";
import { LOCK } from "./schema.js";
import { openSession } from "./session.js";

/**
 * One load at a time: a node that says who loads, and until when that is to be believed. Whoever loads puts the end off again and again;
 * where it was killed, the end comes and the next one takes over, at once where both run on one machine, which knows that the first has
 * ended. All times are the database's.
 */

/** A node of the lock where it is the owner's. The SET waits for whoever is taking it over: what was true before that would not do. */
const own = (name: string): string =>
  `MATCH (l:${LOCK} {name: ${name}}) SET l.name = ${name} WITH l WHERE l.owner = $owner `;

const OWN = own("'load'");

/** Puts the end off by `lease` milliseconds. Returns one row if the lock is still the owner's. */
export const RENEW = `${OWN} SET l.until = datetime.realtime() + duration({milliseconds: $lease}) RETURN l.owner AS owner`;

/**
 * The sessions in which a load writes, by name. Each has a node of its own, owned by whoever has the lock, that counts its steps: the
 * transactions of one session wait for each other, those of different ones do not. Whoever takes the lock takes these nodes too, and so
 * waits for what is being committed.
 */
export const LANES = ["load, first session", "load, second session"] as const;

/**
 * Begins the step of a load that a transaction carries out in a lane. Parameters: `owner`, `lane`, and `step`, its number. Returns one row
 * if the lock is still the owner's: nobody else has it then before the transaction ends.
 */
export const BEGIN_STEP =
  `${own("$lane")} AND EXISTS { MATCH (:${LOCK} {name: 'load', owner: $owner}) } ` +
  "SET l.step = $step RETURN l.owner AS owner";

/** Returns the number of the last step in `$lane` of the owner's load that was committed, after one that is being committed. */
export const LAST_STEP = `${own("$lane")} RETURN l.step AS step`;

/** What {@link holderIn} reads of the lock `l`. */
const HELD =
  "l {.*} AS lock, toString(l.since) AS since, l.until.epochMillis - datetime.realtime().epochMillis AS left";

// The first SET locks the node, so that of two at once the second sees what the first has written.
const ACQUIRE =
  `MERGE (l:${LOCK} {name: 'load'}) SET l.name = 'load' ` +
  "WITH l, l.until IS NULL OR l.until < datetime.realtime() OR l.owner = $owner OR coalesce(l.owner = $ended, false) AS free " +
  "FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END | SET l.owner = $owner, l += $process, " +
  "l.since = datetime.realtime(), l.until = datetime.realtime() + duration({milliseconds: $lease})) " +
  `FOREACH (lane IN CASE WHEN free THEN $lanes ELSE [] END | MERGE (x:${LOCK} {name: lane}) SET x.owner = $owner, x.step = 0) ` +
  `RETURN free, ${HELD}`;

const RELEASE = `${OWN} MATCH (x:${LOCK} {owner: $owner}) DELETE x`;

const HOLDER = `MATCH (l:${LOCK} {name: 'load'}) WHERE l.until >= datetime.realtime() RETURN ${HELD}`;

/** Who loads at present. */
export interface Holder extends ProcessName {
  readonly owner: string;
  /** When it began, as the database writes a point in time. */
  readonly since: string;
  /** Milliseconds after which it is taken for dead, unless it is heard of again. */
  readonly left: number;
}

/** How long a load that says nothing is believed to go on, in milliseconds. */
export const LEASE_MS = 30_000;

/** Milliseconds that giving the lock back may take; a database that hangs takes for ever. */
const RELEASE_MS = 5_000;

export interface Lock {
  readonly owner: string;
  /** Where the database stood when the lock was taken: after all that earlier loads wrote. */
  readonly bookmarks: readonly string[];
  /** @throws StoreError where somebody else has the lock meanwhile */
  requireHeld(): void;
  /** Gives the lock back. Never rejects: it ends by itself anyway. */
  release(): Promise<void>;
}

/**
 * Takes the lock, waiting for whoever has it; `onWait` is told once who that is, and again where another load is quicker to follow. A holder
 * that is known to have ended is not waited for.
 */
export async function acquireLock(
  connection: Connection,
  owner: string,
  lease: number,
  onWait: (holder: Holder) => void,
): Promise<Lock> {
  const session = openSession(connection, "WRITE");
  const parameters = { owner, process: thisProcess(), lease: neo4j.int(lease), lanes: LANES };
  let ended: string | null = null;
  let awaited: string | null = null;
  try {
    for (;;) {
      const { records } = await session.executeWrite((transaction) =>
        transaction.run(ACQUIRE, { ...parameters, ended }),
      );
      const [row] = records;
      if (row === undefined || row.get("free") === true) {
        return holdLock(connection, owner, lease, session.lastBookmarks());
      }
      const holder = holderIn(row);
      if (hasEnded(holder) && ended !== holder.owner) {
        ended = holder.owner;
        continue;
      }
      if (holder.owner !== awaited) onWait(holder);
      awaited = holder.owner;
      await setTimeout(Math.min(1_000, lease / 4));
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
    const holder = records[0] === undefined ? null : holderIn(records[0]);
    return holder === null || hasEnded(holder) ? null : holder;
  } finally {
    await session.close();
  }
}

/** A load in words, such as `a load by process 4711 on example, since 2024-05-01T10:00:00Z`. */
export function describeHolder({ host, pid, since }: Holder): string {
  return `a load by process ${pid} on ${host}, since ${since}`;
}

function holderIn(row: Record): Holder {
  const { owner, host, pid, machine } = row.get("lock") as globalThis.Record<string, unknown>;
  return {
    owner: String(owner),
    host: String(host),
    pid: Number(pid),
    machine: typeof machine === "string" ? machine : null,
    since: String(row.get("since")),
    left: Number(row.get("left")),
  };
}

function holdLock(connection: Connection, owner: string, lease: number, bookmarks: readonly string[]): Lock {
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
    }
  };
  const every = lease / 3;
  const timer = setInterval(() => {
    // One that hangs is left to itself: the next one may have another connection.
    renewing ??= atMost(every, renew()).finally(() => {
      renewing = null;
    });
  }, every);
  timer.unref();
  return {
    owner,
    bookmarks,
    requireHeld: () => {
      if (lost) throw lostLock();
    },
    release: async () => {
      clearInterval(timer);
      const giveBack = async (): Promise<void> => {
        await renewing;
        const session = openSession(connection, "WRITE");
        try {
          await session.run(RELEASE, { owner });
        } finally {
          await session.close();
        }
      };
      await atMost(RELEASE_MS, giveBack());
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
