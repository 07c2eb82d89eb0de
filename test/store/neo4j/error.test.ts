import neo4j from "neo4j-driver";
import { describe, expect, it } from "vitest";

import { PlenaryError } from "../../../src/errors.js";
import { storeError } from "../../../src/store/neo4j/error.js";

const detail = "MATCH (n) at bolt://user:secret@db.example:7687";
const raised = (code: string): Error => new neo4j.Neo4jError(detail, code, "50N42", "general error");

describe("an error of the database", () => {
  it.each([
    ["Neo.ClientError.Transaction.TransactionTimedOut", "TIMEOUT"],
    ["Neo.TransientError.General.MemoryPoolOutOfMemoryError", "TOO_EXPENSIVE"],
    ["ServiceUnavailable", "UNAVAILABLE"],
    ["Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "UNAVAILABLE"],
    ["Neo.ClientError.Security.Forbidden", "UNAVAILABLE"],
    ["Neo.TransientError.General.DatabaseUnavailable", "UNAVAILABLE"],
    ["Neo.DatabaseError.Transaction.TransactionStartFailed", "UNAVAILABLE"],
    ["Neo.ClientError.Schema.IndexAlreadyExists", "BAD_USER_INPUT"],
    ["Neo.ClientError.Statement.SyntaxError", "INTERNAL"],
  ])("%s becomes %s, without Cypher or address", (code, expected) => {
    const error = storeError(raised(code));
    expect(error.code).toBe(expected);
    expect(error.message).not.toMatch(/MATCH|bolt|secret/);
  });

  it("of a pool whose connections all wait says that the database does not answer", () => {
    const error = storeError(
      new neo4j.Neo4jError(
        "Connection acquisition timed out in 20000 ms. Pool status: …",
        "N/A",
        "50N42",
        "general error",
      ),
    );
    expect(error).toMatchObject({ code: "UNAVAILABLE", message: expect.stringMatching(/does not answer/) as string });
  });

  it("passes as it is where it is one of Plenary's own", () => {
    const own = new PlenaryError("BAD_USER_INPUT", "No.");
    expect(storeError(own)).toBe(own);
  });
});
