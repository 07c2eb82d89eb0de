import type { FastifyBaseLogger } from "fastify";

import type { ServerConfig } from "../config/config.js";

export type Log = FastifyBaseLogger;

/** Where log lines go: standard output, or a list in a test. */
export interface LogStream {
  write(line: string): unknown;
  readonly isTTY?: boolean;
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

/** Fields of every line that tell a person at a terminal nothing. */
const SILENT = new Set(["level", "time", "pid", "hostname", "msg", "reqId", "err"]);

/** A JSON log line as `12:00:05 info message field=value …`; the stack of an error follows it. */
export function wordLine(line: string): string {
  const entry = JSON.parse(line) as Record<string, unknown>;
  const fields = Object.entries(entry)
    .filter(([name]) => !SILENT.has(name))
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  const time = new Date(Number(entry["time"])).toTimeString().slice(0, 8);
  const words = [time, LEVELS[Number(entry["level"])] ?? "", String(entry["msg"] ?? ""), ...fields];
  return `${words.filter((word) => word !== "").join(" ")}\n${stackOf(entry["err"])}`;
}

function stackOf(error: unknown): string {
  return typeof error === "object" && error !== null && "stack" in error ? `${String(error.stack)}\n` : "";
}
