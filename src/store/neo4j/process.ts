import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

import { fingerprint } from "./fingerprint.js";

/** A process as the database knows it. */
export interface ProcessName {
  readonly host: string;
  readonly pid: number;
  /** Where that pid means the same process; null where this cannot be told. */
  readonly machine: string | null;
}

/** This process. */
export function thisProcess(): ProcessName {
  return { host: hostname(), pid: process.pid, machine: machine() };
}

/** True where a process is known to have ended: it ran on this machine, and its pid is nobody's now. */
export function hasEnded(other: Pick<ProcessName, "pid" | "machine">): boolean {
  return other.machine !== null && other.machine === machine() && !isAlive(other.pid);
}

/**
 * Two processes for which this is the same see each other's pids: the same boot of the same kernel, and the same namespace of pids, of
 * which each container has its own. The name of the host would not do, for containers may share it.
 */
function machine(): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return fingerprint([boot, readlinkSync("/proc/self/ns/pid")]);
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but is there.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
