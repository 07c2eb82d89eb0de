import { z } from "zod";

import { hostName, hostNames, neo4jAddress, oneOf, origins, snapshotId, text, wholeNumber } from "./rules.js";

/** Every environment variable that Plenary reads, with its rule and default. `.env.example` explains each. */
export const environment = z.object({
  HOST: hostName().default("127.0.0.1"),
  PORT: wholeNumber(0, 65_535).default(4000),
  ALLOWED_HOSTS: hostNames().default([]),
  CORS_ORIGIN: origins().default([]),

  ENGINE: oneOf(["memory", "neo4j"]).default("memory"),
  NEO4J_URI: neo4jAddress().optional(),
  NEO4J_USER: text().default("neo4j"),
  NEO4J_PASSWORD: text().optional(),
  NEO4J_DATABASE: text().optional(),
  NEO4J_MODE: oneOf(["replica", "direct"]).optional(),
  REPLICA_MEMORY_MB: wholeNumber(1, 1_000_000, " of megabytes").default(2_048),

  SEEDS: text().optional(),
  DATASETS: text().optional(),
  DATA: text().optional(),
  SNAPSHOT: snapshotId().optional(),
  SNAPSHOT_FILE: text().optional(),
  ONTOLOGY: text().optional(),
  TEXTS: text().optional(),

  REQUEST_TIMEOUT_MS: wholeNumber(1, 3_600_000, " of milliseconds").default(10_000),
  SHUTDOWN_TIMEOUT_MS: wholeNumber(0, 3_600_000, " of milliseconds").default(10_000),
  MAX_EDGES: wholeNumber(1, 1_000_000_000_000).default(5_000_000),
  MAX_DEPTH: wholeNumber(1, 1_000).default(25),
  MAX_TOKENS: wholeNumber(1, 1_000_000).default(10_000),
  MAX_EXPORTS: wholeNumber(1, 1_000).default(2),
  BODY_LIMIT: wholeNumber(1_024, 1_073_741_824, " of bytes").default(1_048_576),

  LOG_LEVEL: oneOf(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** Variables taken as they are: a password may begin or end with a space. All others are trimmed. */
export const VERBATIM: ReadonlySet<string> = new Set(["NEO4J_PASSWORD"]);

/** What must be set to reach a Neo4j database, and what each is. */
export const NEO4J_NEEDS = {
  NEO4J_URI: "the address of the database, such as neo4j://127.0.0.1:7687",
  NEO4J_PASSWORD: "the password of NEO4J_USER",
} as const;
