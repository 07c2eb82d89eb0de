import type { Driver, Session } from "neo4j-driver";

/** An open connection pool and the database it works on. Whoever opened it closes its driver. */
export interface Connection {
  readonly driver: Driver;
  readonly database: string | undefined;
}

/**
 * A session on the connection's database. Whoever opened it closes it.
 *
 * @param bookmarks what the session must see at least, as another session left it: members of a cluster may otherwise be behind each other
 */
export function openSession(
  { driver, database }: Connection,
  access: "READ" | "WRITE",
  bookmarks: readonly string[] = [],
): Session {
  const config = {
    defaultAccessMode: access,
    bookmarks: [...bookmarks],
    ...(database === undefined ? {} : { database }),
  };
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its plain options as a class
  return driver.session(config);
}
