import { dirname, resolve } from "node:path";
import type { z } from "zod";

import { ontologyPath } from "../ontology/default.js";
import type { Config, Neo4jConfig } from "./config.js";
import { NEO4J_NEEDS, VERBATIM, environment } from "./environment.js";
import { ConfigError } from "./errors.js";
import { packaged } from "./paths.js";

type Values = z.output<typeof environment>;
type Texts = Readonly<Record<string, string | undefined>>;

export interface ReadOptions {
  /** What relative paths start from. */
  readonly cwd: string;
  /** What needs a Neo4j database whatever ENGINE says, such as `plenary load`. */
  readonly neo4jFor?: string;
}

/**
 * Reads the configuration from environment variables. A blank variable counts as not set.
 * @throws ConfigError with every mistake at once
 */
export function readConfig(variables: Texts, options: ReadOptions): Config {
  const texts = known(variables);
  const parsed = environment.safeParse(texts);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => invalid(String(issue.path[0]), texts, issue.message)),
    ...missing(texts, options.neo4jFor ?? (texts["ENGINE"] === "neo4j" ? "ENGINE=neo4j" : null)),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return configOf(parsed.data, options.cwd);
}

function known(variables: Texts): Texts {
  const names = Object.keys(environment.shape);
  const set = names.filter((name) => variables[name]?.trim());
  return Object.fromEntries(set.map((name) => [name, VERBATIM.has(name) ? variables[name] : variables[name]?.trim()]));
}

function invalid(name: string, texts: Texts, expected: string): string {
  return `${name} is ${JSON.stringify(withoutUser(texts[name] ?? ""))}; expected ${expected}`;
}

/** An address may hold a password by mistake: `scheme://user:password@host` keeps only what may be shown. */
function withoutUser(value: string): string {
  return value.replace(/\/\/[^/]*@/, "//…@");
}

function missing(texts: Texts, neededFor: string | null): readonly string[] {
  if (neededFor === null) return [];
  return Object.entries(NEO4J_NEEDS)
    .filter(([name]) => texts[name] === undefined)
    .map(([name, what]) => `${name} is not set; expected ${what} (needed for ${neededFor})`);
}

function configOf(values: Values, cwd: string): Config {
  return {
    engine: values.ENGINE,
    neo4j: neo4jOf(values),
    replica: { mode: values.NEO4J_MODE ?? null, memory: values.REPLICA_MEMORY_MB },
    seeds: values.SEEDS === undefined ? packaged("seeds") : resolve(cwd, values.SEEDS),
    datasets: datasetsOf(values, cwd),
    snapshotFile:
      values.SNAPSHOT_FILE === undefined ? packaged("build/graph.plenary") : resolve(cwd, values.SNAPSHOT_FILE),
    snapshot: values.SNAPSHOT ?? null,
    ontology: values.ONTOLOGY === undefined ? ontologyPath : resolve(cwd, values.ONTOLOGY),
    texts: values.TEXTS === undefined ? null : resolve(cwd, values.TEXTS),
    server: {
      host: values.HOST,
      port: values.PORT,
      allowedHosts: values.ALLOWED_HOSTS,
      corsOrigins: values.CORS_ORIGIN,
      requestTimeout: values.REQUEST_TIMEOUT_MS,
      shutdownTimeout: values.SHUTDOWN_TIMEOUT_MS,
      maxEdges: values.MAX_EDGES,
      maxDepth: values.MAX_DEPTH,
      maxTokens: values.MAX_TOKENS,
      maxExports: values.MAX_EXPORTS,
      bodyLimit: values.BODY_LIMIT,
      logLevel: values.LOG_LEVEL,
    },
  };
}

function datasetsOf({ DATASETS, DATA }: Values, cwd: string): Config["datasets"] {
  if (DATASETS === undefined) return null;
  const manifest = resolve(cwd, DATASETS);
  return { manifest, data: DATA === undefined ? dirname(manifest) : resolve(cwd, DATA) };
}

function neo4jOf(values: Values): Neo4jConfig | null {
  if (values.NEO4J_URI === undefined || values.NEO4J_PASSWORD === undefined) return null;
  return {
    uri: values.NEO4J_URI,
    user: values.NEO4J_USER,
    password: values.NEO4J_PASSWORD,
    ...(values.NEO4J_DATABASE === undefined ? {} : { database: values.NEO4J_DATABASE }),
  };
}
