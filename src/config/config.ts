/** How to reach a Neo4j database. Without `database`, the server's default one. */
export interface Neo4jConfig {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database?: string;
}

/** How a server on Neo4j answers. */
export interface ReplicaConfig {
  /** From a copy in memory, or by asking the database each time; null: from a copy if that fits. */
  readonly mode: "replica" | "direct" | null;
  /** Megabytes that a copy may take. */
  readonly memory: number;
}

/** The HTTP server: where it listens, whom it answers, what one request may cost. */
export interface ServerConfig {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Names beside the loopback ones and `host` that a request may have in its Host header; `*` for any. */
  readonly allowedHosts: readonly string[];
  /** Origins whose pages may read answers; `*` for any; none by default. */
  readonly corsOrigins: readonly string[];
  /** In milliseconds. */
  readonly requestTimeout: number;
  /** How long requests may take to finish once the server is told to stop, in milliseconds. */
  readonly shutdownTimeout: number;
  /** Edges that one request may look at. */
  readonly maxEdges: number;
  /** Levels of nesting of one document. */
  readonly maxDepth: number;
  /** Lexical tokens of one document. */
  readonly maxTokens: number;
  /** Exports that are written at the same time; others are asked to come again. */
  readonly maxExports: number;
  /** Bytes of one request body. */
  readonly bodyLimit: number;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
}

/** Everything that can be configured, valid and with defaults filled in. Paths are absolute. */
export interface Config {
  readonly engine: "memory" | "neo4j";
  /** Null where no database is needed and none is configured. */
  readonly neo4j: Neo4jConfig | null;
  readonly replica: ReplicaConfig;
  /** The folder of dossiers. */
  readonly seeds: string;
  /** The manifest of the datasets that are imported beside the dossiers, and the folder its paths start from; null where there are none. */
  readonly datasets: { readonly manifest: string; readonly data: string } | null;
  readonly snapshotFile: string;
  /** The id of the only snapshot that may be served; null for any. */
  readonly snapshot: string | null;
  readonly ontology: string;
  /** The folder of the texts that sources name; null where they are not at hand. */
  readonly texts: string | null;
  readonly server: ServerConfig;
}
