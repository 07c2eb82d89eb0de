import { describe, expect, it } from "vitest";

import { StoreError } from "../../../src/store/neo4j/error.js";
import { requireVersion } from "../../../src/store/neo4j/connect.js";

describe("the version of a Neo4j server", () => {
  it.each(["Neo4j/5.26.0", "Neo4j/5.26.30", "Neo4j/5.27.0-dev", "Neo4j/2025.06.1"])("may be %s", (agent) => {
    expect(() => {
      requireVersion(agent);
    }).not.toThrow();
  });

  it.each(["Neo4j/5.25.1", "Neo4j/4.4.40"])("may not be %s, and the refusal says what is needed", (agent) => {
    expect(() => {
      requireVersion(agent);
    }).toThrow(StoreError);
    expect(() => {
      requireVersion(agent);
    }).toThrow(`Plenary needs Neo4j 5.26 or later; the server is ${agent}.`);
  });

  it("has to be told", () => {
    expect(() => {
      requireVersion("");
    }).toThrow("Plenary needs Neo4j 5.26 or later; the server does not say which it is.");
  });
});
