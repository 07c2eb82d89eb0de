import { setTimeout } from "node:timers/promises";

import type { CopyStatus, Engine } from "../engine/engine.js";
import { PlenaryError } from "../errors.js";
import type { Load, Origin } from "./origin.js";

export interface ReplicaOptions {
  /** Milliseconds from the end of one look at the database to the next. */
  readonly interval: number;
  /** Told of each change: of a new graph, of a database that goes away or comes back. */
  readonly say: (message: string) => void;
}

/** A copy that is served. */
interface Copy {
  readonly load: Load;
  readonly engine: Engine;
  readonly copiedAt: number;
}

/**
 * An engine that answers from a copy of a stored graph and follows the store: a new load is copied beside the old graph and takes its
 * place at once, for the sessions opened from then on; those that are open finish on the old one. While the store is away it goes on
 * answering from what it has. Closing the engine closes the origin.
 *
 * @throws PlenaryError where there is nothing to copy at the start
 */
export async function replicaEngine(origin: Origin, options: ReplicaOptions): Promise<Engine> {
  const replica = new Replica(origin, options, await firstCopy(origin));
  const following = replica.follow();
  return {
    name: "replica",
    copy: () => replica.status(),
    info: () => replica.engine.info(),
    session: (limits) => replica.engine.session(limits),
    close: async () => {
      replica.stop();
      // Ends a copy that is being made, which following waits for.
      await origin.close();
      await following;
    },
  };
}

/** Where a load began meanwhile, what there is then is copied, or said to be loading. */
async function firstCopy(origin: Origin): Promise<Copy> {
  for (;;) {
    try {
      return await takeCopy(origin, await origin.current());
    } catch (error) {
      if (!isReplaced(error)) throw error;
    }
  }
}

function isReplaced(error: unknown): boolean {
  return error instanceof PlenaryError && error.code === "SNAPSHOT_CHANGED";
}

async function takeCopy(origin: Origin, load: Load): Promise<Copy> {
  const engine = await origin.copy(load);
  return { load, engine, copiedAt: Date.now() };
}

class Replica {
  readonly #origin: Origin;
  readonly #options: ReplicaOptions;
  readonly #stopping = new AbortController();
  #copy: Copy;
  #confirmedAt: number;
  #problem: string | null = null;

  constructor(origin: Origin, options: ReplicaOptions, copy: Copy) {
    this.#origin = origin;
    this.#options = options;
    this.#copy = copy;
    this.#confirmedAt = copy.copiedAt;
  }

  get engine(): Engine {
    return this.#copy.engine;
  }

  status(): CopyStatus {
    return { copiedAt: this.#copy.copiedAt, confirmedAt: this.#confirmedAt, problem: this.#problem };
  }

  stop(): void {
    this.#stopping.abort();
  }

  /** Looks at the store again and again until told to stop. */
  async follow(): Promise<void> {
    const { signal } = this.#stopping;
    const { interval } = this.#options;
    const again = (): Promise<boolean> => setTimeout(interval, true, { signal }).catch(() => false);
    while (await again()) await this.#look();
  }

  async #look(): Promise<void> {
    try {
      const load = await this.#origin.current();
      if (load.load !== this.#copy.load.load) await this.#take(load);
      this.#confirmedAt = Date.now();
      if (this.#problem !== null) this.#options.say("the database answers again, and the copy is up to date");
      this.#problem = null;
    } catch (error) {
      this.#trouble(error);
    }
  }

  async #take(load: Load): Promise<void> {
    if (load.id === this.#copy.load.id) {
      this.#copy = { ...this.#copy, load };
      return;
    }
    const copy = await takeCopy(this.#origin, load);
    if (this.#stopping.signal.aborted) return;
    this.#copy = copy;
    this.#options.say(`another graph was loaded and is served from now on: snapshot ${load.id}`);
  }

  #trouble(error: unknown): void {
    if (this.#stopping.signal.aborted) return;
    // A load that begins while another is copied is looked at in the next round: nothing is wrong.
    if (isReplaced(error)) return;
    const problem = error instanceof PlenaryError ? error.message : "The stored graph cannot be copied.";
    if (problem !== this.#problem) this.#options.say(`answering from the copy: ${problem}`);
    this.#problem = problem;
  }
}
