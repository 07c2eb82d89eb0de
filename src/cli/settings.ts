import { stat } from "node:fs/promises";
import { relative } from "node:path";

import type { Config } from "../config/config.js";
import { readConfig } from "../config/read.js";
import { CliError, EXIT } from "./exit.js";
import type { Io } from "./io.js";

/** Options of a command that stand in for an environment variable, by the variable's name. */
export type Overrides = Readonly<Record<string, string | undefined>>;

/**
 * The configuration of a command: its options, else the environment, else the defaults.
 * @throws ConfigError with every mistake
 */
export function settings(io: Pick<Io, "env" | "cwd">, overrides: Overrides, neo4jFor?: string): Config {
  const given = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
  return readConfig({ ...io.env, ...given }, { cwd: io.cwd, ...(neo4jFor === undefined ? {} : { neo4jFor }) });
}

/** @throws CliError where there is no such folder; `name` is the setting that says so */
export async function requireFolder(path: string, name: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() !== true) throw new CliError(EXIT.usage, `${name}: there is no folder ${path}`);
}

/** A path as somebody in the working directory would write it. */
export function shortPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === "" ? "." : short.startsWith("..") ? path : short;
}
