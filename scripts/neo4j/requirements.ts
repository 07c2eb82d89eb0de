import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

import type { Release } from "./release.js";

const run = promisify(execFile);

/** What a development server needs from the machine. */
export interface Requirements {
  readonly java: string;
  readonly maven: string;
}

/** Something on this machine that must be there before a server can start. The message says what to install. */
export class MissingRequirement extends Error {
  override readonly name = "MissingRequirement";
}

/** The feature release in what `java -version` prints, such as 17 for `openjdk version "17.0.15"`; null where there is none. */
export function javaRelease(versionOutput: string): number | null {
  const release = /version "(?:1\.)?(\d+)/.exec(versionOutput)?.[1];
  return release === undefined ? null : Number(release);
}

/** Finds Java (`JAVA_HOME`, else the path) and Maven. Rejects with a `MissingRequirement` that names the first one lacking. */
export async function findRequirements(
  { version, java: known }: Release,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Requirements> {
  const home = environment["JAVA_HOME"];
  const java = home === undefined || home === "" ? "java" : join(home, "bin", "java");
  const releases = known.join(" or ");
  const printed = await run(java, ["-version"], { env: environment }).catch(() => {
    throw new MissingRequirement(
      `Java was not found (tried ${java}). Install Java ${releases}, or set JAVA_HOME to it.`,
    );
  });
  const release = javaRelease(printed.stderr + printed.stdout);
  if (release === null || !known.includes(release)) {
    throw new MissingRequirement(
      `Neo4j ${version} needs Java ${releases}; ${java} is ${release ?? "of an unknown release"}.`,
    );
  }
  await run("mvn", ["-version"], { env: environment }).catch(() => {
    throw new MissingRequirement("Maven was not found. Install it, so that `mvn` is on the path.");
  });
  return { java, maven: "mvn" };
}
