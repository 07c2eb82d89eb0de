import { hostname } from "node:os";
import type { FastifyBaseLogger } from "fastify";

import type { ServerConfig } from "../config/config.js";

/** What the server logs to: fields first, then a message. */
export type Log = Pick<FastifyBaseLogger, "debug" | "info" | "warn" | "error">;

/** Where log lines go: standard output, or a list in a test. */
export interface LogStream {
  write(line: string): unknown;
  readonly isTTY?: boolean;
}

/** Writes a line like those of the server's log, before there is a server. */
export function logLine(out: LogStream, msg: string): void {
  const line = `${JSON.stringify({ level: 30, time: Date.now(), pid: process.pid, hostname: hostname(), msg })}\n`;
  out.write(out.isTTY === true ? wordLine(line) : line);
}

/** Options of Fastify's logger: JSON, one object a line; on a terminal, lines for people. */
export function logOptions(
  level: ServerConfig["logLevel"],
  out: LogStream,
): { level: string; stream: { write(line: string): void } } {
  const worded = out.isTTY === true;
  return { level, stream: { write: (line) => void out.write(worded ? wordLine(line) : line) } };
}

const LEVELS: Readonly<Record<number, string>> = {
  10: "trace",
  20: "debug",
  30: "info",
  40: "warn",
  50: "error",
  60: "fatal",
};

/** What Fastify's logger puts into every line. */
interface LogEntry {
  readonly level: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly msg?: string;
  readonly err?: { readonly stack?: string };
}

/** Fields of every line that tell a person at a terminal nothing. */
const SILENT = new Set(["level", "time", "pid", "hostname", "msg", "reqId", "err"]);

/** A JSON log line as `12:00:05 info message field=value …`; the stack of an error follows it. */
export function wordLine(line: string): string {
  const entry = JSON.parse(line) as LogEntry;
  const fields = Object.entries(entry)
    .filter(([name]) => !SILENT.has(name))
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  const time = new Date(entry.time).toTimeString().slice(0, 8);
  const words = [time, LEVELS[entry.level] ?? "", entry.msg ?? "", ...fields];
  const stack = entry.err?.stack;
  return `${words.filter((word) => word !== "").join(" ")}\n${stack === undefined ? "" : `${stack}\n`}`;
}
