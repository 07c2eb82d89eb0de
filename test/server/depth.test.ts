import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";

import { depthRule } from "../../src/server/depth.js";

const schema = buildSchema("type Query { thing: Thing } type Thing { thing: Thing name: String }");
const problems = (document: string): readonly string[] =>
  validate(schema, parse(document), [depthRule(2)]).map(({ message }) => message);

test("each operation is measured for itself", () => {
  expect(problems("query A { thing { name } } query B { thing { thing { name } } }")).toEqual([
    "The operation is 3 levels deep; at most 2 are allowed (MAX_DEPTH).",
  ]);
});

test("fragments add no level of their own, and are measured wherever they are spread", () => {
  expect(problems("{ ... on Query { ...F } } fragment F on Query { thing { ... { name } } }")).toEqual([]);
  expect(problems("{ thing { ...F } } fragment F on Thing { thing { name } }")).toHaveLength(1);
});

test("a circle of fragments, or one that is not there, is another rule's error", () => {
  expect(problems("{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }")).toEqual([]);
  expect(problems("{ ...Nothing }")).toEqual([]);
});
