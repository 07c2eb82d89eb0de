import { spawn } from "node:child_process";
import { access, readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

/** The compiled program. */
export const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

/** A first answer from a server that had not been started. */
interface ColdStart {
  /** Megabytes resident then; null where the system does not say. */
  readonly resident: number | null;
}

/** Whether there is a compiled server to start. */
export function isCompiled(): Promise<boolean> {
  return access(MAIN).then(
    () => true,
    () => false,
  );
}

/** Starts the real server on a snapshot file, asks it one question, and ends it. */
export async function coldStart(snapshot: string, query: string): Promise<ColdStart> {
  const env = {
    ...process.env,
    SNAPSHOT_FILE: snapshot,
    PORT: "0",
    HOST: "127.0.0.1",
    LOG_LEVEL: "info",
  };
  const server = spawn(process.execPath, [MAIN, "serve"], { env, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const url = await listening(server.stdout);
    const body = JSON.stringify({ query });
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
    const { errors } = (await response.json()) as { readonly errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return { resident: await megabytesOf(server.pid, "VmRSS") };
  } finally {
    server.kill();
  }
}

/** The address of GraphQL that the server says in its log, which is read on: a server that cannot write its log ends. */
export function listening(log: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    log.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
      const url = /GraphQL at (http:\S+\/graphql)/.exec(text)?.[1];
      if (url !== undefined) resolve(url);
    });
    log.on("end", () => {
      reject(new Error(`The server ended: ${text}`));
    });
  });
}

/** The megabytes that a process has resident, or has had at most; null where the system does not say. */
export async function megabytesOf(pid: number | undefined, what: "VmRSS" | "VmHWM"): Promise<number | null> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, "utf8").catch(() => "");
  const kilobytes = new RegExp(`^${what}:\\s+(\\d+) kB`, "m").exec(status)?.[1];
  return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6;
}
