import { GraphQLError } from "graphql";
import type { GraphQLErrorExtensions } from "graphql";
import { describe, expect, it } from "vitest";

import { PlenaryError } from "../../src/errors.js";
import { isMasked } from "../../src/server/mask.js";

const CASES: readonly [string, Error & { extensions?: GraphQLErrorExtensions }, boolean][] = [
  ["a mistake in the server", new GraphQLError("boom", { originalError: new TypeError("boom") }), true],
  ["thrown outside of any field, without extensions", new RangeError("Maximum call stack size exceeded"), true],
  [
    "a mistake in the question",
    new GraphQLError("no", { originalError: new PlenaryError("BAD_USER_INPUT", "no") }),
    false,
  ],
  ["what GraphQL found itself", new GraphQLError("no", { extensions: { code: "GRAPHQL_PARSE_FAILED" } }), false],
];

describe("an error is logged or not", () => {
  it.each(CASES)("if it is %s", (_, error, logged) => {
    expect(isMasked(error)).toBe(logged);
  });
});
