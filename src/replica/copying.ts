import { Worker } from "node:worker_threads";

import { type ErrorCode, PlenaryError } from "../errors.js";
import type { Graph } from "../graph/graph.js";
import { openGraph } from "../graph/open.js";
import type { Sections } from "../graph/sections.js";
import type { Ontology } from "../ontology/model.js";
import type { ConnectionConfig } from "../store/neo4j/connect.js";
import type { Load } from "./origin.js";

/** What a worker is to copy. Plain data, which is cloned for it. */
export interface CopyOrder {
  readonly config: ConnectionConfig;
  readonly ontology: Ontology;
  readonly load: Load;
}

/** What a worker says at its end. */
export type CopyOutcome =
  { readonly snapshot: string; readonly sections: Sections } | { readonly code: ErrorCode; readonly message: string };

/** Copies a stored graph; `signal` ends it early. */
export type Copying = (order: CopyOrder, signal: AbortSignal) => Promise<Graph>;

/**
 * Copies in a thread of its own, so that questions are answered meanwhile, with at most so many megabytes of heap.
 *
 * @throws PlenaryError as `copyGraph` and `connect` do, or where the memory does not suffice
 */
export function copyInWorker(megabytes: number): Copying {
  return async (order, signal) => {
    const worker = new Worker(new URL("./worker.js", import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const stop = (): void => void worker.terminate();
    signal.addEventListener("abort", stop);
    try {
      const outcome = await outcomeOf(worker);
      if ("code" in outcome) throw new PlenaryError(outcome.code, outcome.message);
      return openGraph(outcome.sections, outcome.snapshot, order.ontology);
    } finally {
      signal.removeEventListener("abort", stop);
      // It would not end by itself while the database hangs that it has a connection to.
      stop();
    }
  };
}

function outcomeOf(worker: Worker): Promise<CopyOutcome> {
  return new Promise((resolve, reject) => {
    worker.on("message", resolve);
    worker.on("error", (error: Error & { readonly code?: string }) => {
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? outOfMemory(error) : error);
    });
    worker.on("exit", () => {
      reject(new PlenaryError("UNAVAILABLE", "Copying the graph was broken off."));
    });
  });
}

function outOfMemory(cause: Error): PlenaryError {
  const message =
    "The stored graph needs more memory than REPLICA_MEMORY_MB allows. Raise it, or set NEO4J_MODE=direct.";
  return new PlenaryError("UNAVAILABLE", message, { cause });
}
