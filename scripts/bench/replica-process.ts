import type { ChildProcess } from "node:child_process";
import { setTimeout } from "node:timers/promises";

import { watchMemory } from "./program.js";
import { askServer, megabytesOf, startServing } from "./server-process.js";

/** Asked all the while. */
const QUESTION =
  "{ snapshot { id } votes(first: 5) { totalCount nodes { name castBy(first: 5) { nodes { name } } } } }";

const LOOK_EVERY_MS = 100;
/** After a copy the garbage of making it is still there: memory is read when it has had time to go. */
const SETTLE_MS = 10_000;
const GIVE_UP_MS = 600_000;

/** A server that answers from a copy of what Neo4j holds. */
export interface ReplicaProcess {
  /** From the start of its process to its first answer, in seconds. */
  readonly started: number;
  /** Waits until it serves another snapshot than at first, and says how long that took, and what memory. */
  readonly swap: () => Promise<Swap>;
  readonly stop: () => void;
}

interface Swap {
  /** From now until the other snapshot was served. */
  readonly seconds: number;
  /** Megabytes resident some time before, at most meanwhile, and some time after; null where the system does not say. */
  readonly before: number | null;
  readonly most: number | null;
  readonly after: number | null;
  /** The longest that a question took meanwhile, in milliseconds. */
  readonly slowest: number;
}

/** Starts the compiled server as a replica of a Neo4j. */
export async function startReplica(env: Readonly<Record<string, string>>): Promise<ReplicaProcess> {
  const began = performance.now();
  const { server, url: listening } = startServing({ ...env, ENGINE: "neo4j", NEO4J_MODE: "replica" });
  try {
    const url = await listening;
    const snapshot = await served(url);
    const started = (performance.now() - began) / 1000;
    await setTimeout(SETTLE_MS);
    const before = await megabytesOf(server.pid, "VmRSS");
    return {
      started,
      swap: async () => ({ before, ...(await swapped(server, url, snapshot)) }),
      stop: () => void server.kill(),
    };
  } catch (error) {
    server.kill();
    throw error;
  }
}

async function swapped(server: ChildProcess, url: string, snapshot: string): Promise<Omit<Swap, "before">> {
  const memory = watchMemory(server, "VmRSS");
  const began = performance.now();
  let slowest = 0;
  for (;;) {
    const asked = performance.now();
    const now = await served(url);
    slowest = Math.max(slowest, performance.now() - asked);
    if (now !== snapshot) break;
    if (performance.now() - began > GIVE_UP_MS) throw new Error("The replica does not take the other graph.");
    await setTimeout(LOOK_EVERY_MS);
  }
  const seconds = (performance.now() - began) / 1000;
  await setTimeout(SETTLE_MS);
  return { seconds, slowest, most: memory.most(), after: await megabytesOf(server.pid, "VmRSS") };
}

/** The snapshot that a server answers from. */
async function served(url: string): Promise<string> {
  return ((await askServer(url, QUESTION)) as Answer).snapshot.id;
}

interface Answer {
  readonly snapshot: { readonly id: string };
}
