import { fileURLToPath } from "node:url";

import { type Run, runProgram } from "./program.js";

const MANIFEST = fileURLToPath(new URL("../../datasets/un-record.yaml", import.meta.url));

/**
 * Runs the whole `plenary import` of the manifest in a process of its own.
 *
 * @param data the folder with the official files
 * @param out where the snapshot goes
 */
export function runImport(data: string, out: string): Promise<Run> {
  return runProgram(["import", MANIFEST, "--data", data, "--out", out]);
}
