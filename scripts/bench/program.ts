import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

import { MAIN, megabytesOf } from "./server-process.js";

/** What one run of the compiled program took. */
export interface Run {
  readonly seconds: number;
  /** The most megabytes that it had resident; null where the system does not say. */
  readonly megabytes: number | null;
}

/** The system forgets what a process had as soon as it ends. */
const LOOK_EVERY_MS = 50;

/**
 * Runs a command of the compiled program to its end.
 *
 * @throws Error where it fails
 */
export async function runProgram(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const memory = watchMemory(child, "VmHWM");
  const [code] = (await once(child, "close")) as [number | null];
  const megabytes = memory.most();
  if (code !== 0) throw new Error(`plenary ${args[0] ?? ""} ended with code ${String(code)}.`);
  return { seconds: (performance.now() - began) / 1000, megabytes };
}

/**
 * Watches what a process has resident, or has had at most since it began, until it is asked for the most that was seen, in megabytes; null where
 * the system does not say.
 */
export function watchMemory({ pid }: ChildProcess, what: "VmRSS" | "VmHWM"): { readonly most: () => number | null } {
  let most: number | null = null;
  const look = setInterval(() => {
    void megabytesOf(pid, what).then((megabytes) => {
      if (megabytes !== null) most = Math.max(most ?? 0, megabytes);
    });
  }, LOOK_EVERY_MS);
  return {
    most: () => {
      clearInterval(look);
      return most;
    },
  };
}
