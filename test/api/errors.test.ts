import { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";

import { isInternal, maskError, withCode } from "../../src/api/errors.js";
import { PlenaryError } from "../../src/errors.js";

describe("errors shown to whoever asked", () => {
  const wrapped = (originalError: Error): GraphQLError =>
    new GraphQLError(originalError.message, { originalError, path: ["state", "blocked"] });

  it("keep message, code and place of what is meant for them", () => {
    const error = wrapped(new PlenaryError("TIMEOUT", "The answer took too long."));
    expect(maskError(error)).toEqual({
      message: "The answer took too long.",
      path: ["state", "blocked"],
      extensions: { code: "TIMEOUT" },
    });
    expect(isInternal(error)).toBe(false);
  });

  it("keep what GraphQL itself finds wrong", () => {
    const own = new GraphQLError("Cannot query field", { extensions: { code: "GRAPHQL_VALIDATION_FAILED" } });
    expect(maskError(own)).toEqual({
      message: "Cannot query field",
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    });
    expect(maskError(wrapped(new GraphQLError("not a date"))).extensions).toEqual({ code: "BAD_USER_INPUT" });
  });

  it("tell nothing of anything else but where the log has it", () => {
    const error = wrapped(new Error("MATCH (n) at bolt://user:password@host"));
    expect(maskError(error, "r-7")).toEqual({
      message: "Something went wrong inside the server. The server's log has the cause under request r-7.",
      path: ["state", "blocked"],
      extensions: { code: "INTERNAL" },
    });
    expect(maskError("thrown text")).toEqual({
      message: "Something went wrong inside the server.",
      extensions: { code: "INTERNAL" },
    });
    expect(isInternal(error)).toBe(true);
    expect(isInternal(wrapped(new PlenaryError("INTERNAL", "Something went wrong.")))).toBe(true);
  });

  it("carry their code even where nobody masks them", () => {
    const error = withCode(new PlenaryError("NOT_SUPPORTED", "Not yet."));
    expect(error).toMatchObject({ message: "Not yet.", extensions: { code: "NOT_SUPPORTED" } });
    expect(maskError(error).extensions).toEqual({ code: "NOT_SUPPORTED" });
    const other = new Error("x");
    expect(withCode(other)).toBe(other);
  });
});
