import { spawn } from "node:child_process";
import { access, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

import type { Release } from "./release.js";
import type { Requirements } from "./requirements.js";

const pomOf = (version: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>plenary</groupId>
  <artifactId>neo4j-development-server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.neo4j</groupId>
      <artifactId>neo4j</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;

/** The folder of the server's jars, outside the repository: `$XDG_CACHE_HOME/plenary/neo4j-VERSION`, else below `~/.cache`. */
export function cacheDirectory(version: string, environment: NodeJS.ProcessEnv = process.env): string {
  const base = environment["XDG_CACHE_HOME"];
  return join(base === undefined || base === "" ? join(homedir(), ".cache") : base, "plenary", `neo4j-${version}`);
}

/**
 * The folder with the server's jars, fetched with Maven the first time. The jars are collected aside and renamed into place when
 * they are complete: a start that was interrupted, or another start at the same time, never leaves half a server behind.
 */
export async function ensureLibraries(
  { version }: Release,
  requirements: Requirements,
  options: {
    readonly cache?: string;
    readonly report?: (message: string) => void;
    readonly signal?: AbortSignal | undefined;
  } = {},
): Promise<string> {
  const cache = options.cache ?? cacheDirectory(version);
  const libraries = join(cache, "lib");
  if (await exists(libraries)) return libraries;
  options.report?.(`Fetching Neo4j Community ${version} with Maven into ${cache} (once) …`);
  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(join(cache, "fetching-"));
  try {
    await writeFile(join(staging, "pom.xml"), pomOf(version));
    await maven(requirements.maven, staging, version, options.signal);
    await rename(join(staging, "lib"), libraries).catch(async (error: unknown) => {
      if (!(await exists(libraries))) throw error;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return libraries;
}

async function maven(
  command: string,
  directory: string,
  version: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const goals = [
    "--batch-mode",
    "--quiet",
    "dependency:copy-dependencies",
    `-DoutputDirectory=${join(directory, "lib")}`,
  ];
  const child = spawn(command, goals, { cwd: directory, stdio: ["ignore", "pipe", "pipe"], signal });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  if (code === 0) return;
  const tail = output.trim().split("\n").slice(-8).join("\n");
  throw new Error(`Maven could not fetch Neo4j ${version} (exit code ${String(code)}):\n${tail}`);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
