import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { MAIN, megabytesOf } from "./server-process.js";

const MANIFEST = fileURLToPath(new URL("../../datasets/un-record.yaml", import.meta.url));
/** The system forgets what a process had as soon as it ends. */
const LOOK_EVERY_MS = 50;

/**
 * Runs the whole `plenary import` of the manifest in a process of its own.
 *
 * @param data the folder with the official files
 * @param out where the snapshot goes
 * @returns the most megabytes that it had resident; null where the system does not say
 */
export async function runImport(data: string, out: string): Promise<number | null> {
  const child = spawn(process.execPath, [MAIN, "import", MANIFEST, "--data", data, "--out", out], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  let peak: number | null = null;
  const look = setInterval(() => {
    void megabytesOf(child.pid, "VmHWM").then((megabytes) => (peak = megabytes ?? peak));
  }, LOOK_EVERY_MS);
  try {
    const [code] = (await once(child, "close")) as [number | null];
    if (code !== 0) throw new Error(`The import ended with code ${String(code)}.`);
    return peak;
  } finally {
    clearInterval(look);
  }
}
