import type { Engine } from "../engine/engine.js";

/** One load of the database: enough to tell it from another, and to judge whether a copy of it fits. */
export interface Load {
  /** Different after every load, even of the same graph. */
  readonly load: string;
  /** The id of the graph. */
  readonly id: string;
  readonly nodes: number;
  readonly links: number;
}

/** Where a replica copies from. */
export interface Origin {
  /** @throws PlenaryError where it cannot be reached, or holds no complete graph that this server can serve */
  current(): Promise<Load>;
  /**
   * An engine that answers from a copy of that load.
   * @throws PlenaryError as `current` does, or `SNAPSHOT_CHANGED` where another load began meanwhile, or where the copy does not fit
   */
  copy(load: Load): Promise<Engine>;
  close(): Promise<void>;
}
