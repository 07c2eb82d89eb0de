import type { Session } from "neo4j-driver";

import type { Connection } from "./connect.js";

/** A session on the connection's database. Whoever opened it closes it. */
export function openSession({ driver, database }: Connection, access: "READ" | "WRITE"): Session {
  const config = { defaultAccessMode: access, ...(database === undefined ? {} : { database }) };
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its plain options as a class
  return driver.session(config);
}
