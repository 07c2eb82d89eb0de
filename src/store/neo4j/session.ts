import type { Driver, Session } from "neo4j-driver";

/** An open connection pool and the database it works on. Whoever opened it closes its driver. */
export interface Connection {
  readonly driver: Driver;
  readonly database: string | undefined;
}

/** Sessions that read one thing together: each sees at least what the first of them has seen. */
export interface Readers {
  readonly open: () => Session;
  readonly close: () => Promise<void>;
}

/** None of them is open yet. Whoever asked for them closes them all. */
export function readersOf(connection: Connection): Readers {
  const sessions: Session[] = [];
  return {
    open: () => {
      const session = openSession(connection, "READ", sessions[0]?.lastBookmarks());
      sessions.push(session);
      return session;
    },
    close: async () => {
      await Promise.all(sessions.map((session) => session.close()));
    },
  };
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
