import { parentPort, workerData } from "node:worker_threads";

import { closeConnection, connect } from "../store/neo4j/connect.js";
import { storeError } from "../store/neo4j/error.js";
import { copyGraph } from "./copy.js";
import type { CopyOrder, CopyOutcome } from "./copying.js";

/** Copies a stored graph away from the thread that answers questions, and hands its columns over without copying them. */
async function carryOut({ config, ontology, load }: CopyOrder): Promise<CopyOutcome> {
  try {
    const connection = await connect(config);
    try {
      const { snapshot, sections } = await copyGraph(connection, ontology, load);
      return { snapshot, sections };
    } finally {
      await closeConnection(connection);
    }
  } catch (error) {
    const { code, message } = storeError(error);
    return { code, message };
  }
}

const outcome = await carryOut(workerData as CopyOrder);
const buffers = "sections" in outcome ? [...outcome.sections.values()].map(({ buffer }) => buffer as ArrayBuffer) : [];
parentPort?.postMessage(outcome, [...new Set(buffers)]);
