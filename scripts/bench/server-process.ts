import { type ChildProcess, spawn } from "node:child_process";
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
  const { server, url } = startServing({ SNAPSHOT_FILE: snapshot });
  try {
    await askServer(await url, query);
    return { resident: await megabytesOf(server.pid, "VmRSS") };
  } finally {
    server.kill();
  }
}

/** A server that was started, to be killed by whoever did, and the address of its GraphQL once it listens. */
export interface Serving {
  readonly server: ChildProcess;
  readonly url: Promise<string>;
}

/** Starts the compiled server on a free loopback port. */
export function startServing(env: Readonly<Record<string, string>>): Serving {
  const server = spawn(process.execPath, [MAIN, "serve"], {
    env: { ...process.env, ...env, PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { server, url: listening(server.stdout) };
}

/** What a server answers. @throws Error where there is anything wrong with it */
export async function askServer(url: string, query: string): Promise<unknown> {
  const body = JSON.stringify({ query });
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  const { data, errors } = (await response.json()) as { readonly data?: unknown; readonly errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** The address of GraphQL that the server says in its log, which is read on: a server that cannot write its log ends. */
function listening(log: Readable): Promise<string> {
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
