/** A release of Neo4j Community that can be started from Maven's artifacts. */
export interface Release {
  readonly version: string;
  /** The Java releases that it is started on here. */
  readonly java: readonly number[];
  /** The class that starts it. */
  readonly main: string;
}

/** What development and tests run unless told otherwise: one exact release, so that everybody sees the same behaviour. */
export const NEO4J_VERSION = "5.26.30";

const RELEASES: readonly Release[] = [
  { version: NEO4J_VERSION, java: [17, 21], main: "org.neo4j.server.CommunityEntryPoint" },
  { version: "2026.08.1", java: [25], main: "org.neo4j.server.Neo4jCommunity" },
];

/** The release that `NEO4J_RELEASE` names, else the usual one. @throws Error where it is none of those known here */
export function chosenRelease(environment: NodeJS.ProcessEnv = process.env): Release {
  const wanted = environment["NEO4J_RELEASE"];
  const version = wanted === undefined || wanted === "" ? NEO4J_VERSION : wanted;
  const release = RELEASES.find((one) => one.version === version);
  if (release !== undefined) return release;
  const known = RELEASES.map((one) => one.version).join(" or ");
  throw new Error(`NEO4J_RELEASE is "${version}": Neo4j is started here as ${known}.`);
}
