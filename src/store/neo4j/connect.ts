import neo4j, { type Driver } from "neo4j-driver";

import { StoreError, guarded } from "./error.js";
import { atMost, within } from "./patience.js";
import { type Connection, openSession } from "./session.js";

export type { Connection } from "./session.js";

export interface ConnectionConfig {
  /** Such as `bolt://localhost:7687` or `neo4j+s://db.example.org`. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The user's home database where absent. */
  readonly database?: string;
}

/** The oldest server whose Cypher has all that Plenary uses. */
const OLDEST: readonly [number, number] = [5, 26];

const CONNECTION_TIMEOUT_MS = 10_000;

/** Milliseconds that a server has to answer at all. */
const PATIENCE_MS = 30_000;
const CLOSING_MS = 2_000;

/**
 * Opens a connection and proves that it works: the address answers, the password is right, the database exists, and the server is
 * recent enough. Integers arrive as JavaScript numbers.
 *
 * @throws StoreError that says which of these failed
 */
export async function connect(config: ConnectionConfig): Promise<Connection> {
  const driver = openDriver(config);
  const database = config.database;
  try {
    const proving = guarded(async () => {
      const info = await driver.getServerInfo(database === undefined ? {} : { database });
      requireVersion(info.agent ?? "");
      const session = openSession({ driver, database }, "READ");
      try {
        await session.run("RETURN 1");
      } finally {
        await session.close();
      }
    });
    await within(PATIENCE_MS, proving);
    return { driver, database };
  } catch (error) {
    await closeConnection({ driver, database });
    throw error;
  }
}

/** Closes a connection. One to a database that hangs is left to itself after a moment. */
export async function closeConnection({ driver }: Connection): Promise<void> {
  await atMost(CLOSING_MS, driver.close());
}

/** @throws StoreError where the server that calls itself `agent` (such as `Neo4j/5.26.30`) is too old or not Neo4j */
export function requireVersion(agent: string): void {
  const [, major, minor] = /^Neo4j\/(\d+)\.(\d+)/.exec(agent) ?? [];
  const recent =
    major !== undefined &&
    minor !== undefined &&
    (Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1]));
  if (recent) return;
  const found = agent === "" ? "does not say which it is" : `is ${agent}`;
  throw new StoreError("UNAVAILABLE", `Plenary needs Neo4j ${OLDEST.join(".")} or later; the server ${found}.`);
}

function openDriver(config: ConnectionConfig): Driver {
  try {
    const options = {
      disableLosslessIntegers: true,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      connectionAcquisitionTimeout: 2 * CONNECTION_TIMEOUT_MS,
      telemetryDisabled: true,
      userAgent: "plenary",
    };
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its plain options as a class
    return neo4j.driver(config.uri, neo4j.auth.basic(config.user, config.password), options);
  } catch (error) {
    const message = "NEO4J_URI is not an address of Neo4j. Expected such as bolt://localhost:7687 or neo4j+s://host.";
    throw new StoreError("UNAVAILABLE", message, { cause: error });
  }
}
