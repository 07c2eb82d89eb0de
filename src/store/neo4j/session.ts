import type { Driver, Session } from "neo4j-driver";

/** An open connection pool and the database it works on. Whoever opened it closes its driver. */
export interface Connection {
  readonly driver: Driver;
  readonly database: string | undefined;
}

/** A session on the connection's database. Whoever opened it closes it. */
export function openSession({ driver, database }: Connection, access: "READ" | "WRITE"): Session {
  const config = { defaultAccessMode: access, ...(database === undefined ? {} : { database }) };
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its plain options as a class
  return driver.session(config);
}
