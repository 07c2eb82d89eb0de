import { describe, inject } from "vitest";

import { type Connection, connect } from "../../src/store/neo4j/connect.js";

/** The database the tests of this run may write to, or why there is none. */
export type Neo4jAvailability =
  { readonly uri: string; readonly user: string; readonly password: string } | { readonly unavailable: string };

declare module "vitest" {
  interface ProvidedContext {
    neo4j: Neo4jAvailability;
  }
}

/** As `describe`, over a real Neo4j. Without one the tests are skipped, and the title says why. */
export function describeNeo4j(title: string, tests: (connectAgain: () => Promise<Connection>) => void): void {
  const available = inject("neo4j");
  if ("unavailable" in available) {
    const { unavailable } = available;
    describe.skip(`${title} (no Neo4j: ${unavailable})`, () => {
      tests(() => Promise.reject(new Error(unavailable)));
    });
    return;
  }
  describe(title, () => {
    tests(() => connect(available));
  });
}
