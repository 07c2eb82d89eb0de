import { CommanderError } from "commander";

import { ConfigError } from "../config/errors.js";
import { PlenaryError } from "../errors.js";
import type { Io } from "./io.js";

/** What the exit codes mean. Part of the command line's contract. */
export const EXIT = { ok: 0, problems: 1, usage: 2, unavailable: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An error that a command foresees: its lines are for whoever typed the command. */
export class CliError extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CliError";
    this.exitCode = exitCode;
  }
}

/** Mistakes in the input, each with its place: `file:line:column: message`. */
export class InputError extends CliError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], what: string) {
    super(EXIT.problems, `${problems.length} ${problems.length === 1 ? "problem" : "problems"} in ${what}`);
    this.name = "InputError";
    this.problems = problems;
  }
}

/** Says on standard error what went wrong, line by line, and gives the exit code for it. */
export function report(error: unknown, io: Io): ExitCode {
  // Commander has said it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof InputError) for (const problem of error.problems) io.stderr.write(`${problem}\n`);
  const message = error instanceof Error ? error.message : String(error);
  for (const line of message.split("\n")) io.stderr.write(`plenary: ${line}\n`);
  if (isDebugging(io) && error instanceof Error) io.stderr.write(`${traceOf(error)}\n`);
  return exitCodeOf(error);
}

/** True where DEBUG asks for what is otherwise kept from the terminal. */
export function isDebugging(io: Pick<Io, "env">): boolean {
  return (io.env["DEBUG"] ?? "").split(",").some((name) => name.trim() === "plenary" || name.trim() === "*");
}

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CliError) return error.exitCode;
  if (error instanceof ConfigError) return EXIT.usage;
  return error instanceof PlenaryError && error.code === "UNAVAILABLE" ? EXIT.unavailable : EXIT.problems;
}

function traceOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${traceOf(error.cause)}` : "";
  return `${error.stack ?? error.message}${cause}`;
}
