import { describe, expect, it } from "vitest";

import { nestingProblem } from "../../src/api/nesting.js";

const nots = (depth: number): string => `${"{ not: ".repeat(depth - 1)}{}${" }".repeat(depth - 1)}`;
const lists = (depth: number): unknown => {
  let value: unknown = [];
  for (let i = 1; i < depth; i++) value = [value];
  return value;
};
const advice = "is nested more than 50 levels deep. Ask with fewer lists and objects inside each other.";
const problem = (document: string, variables: Readonly<Record<string, unknown>> = {}): string | null =>
  nestingProblem(document, variables, 10_000_000);

describe("the nesting of input", () => {
  it("is bounded in literals, and the argument named", () => {
    expect(problem(`{ states(first: 2, where: ${nots(50)}) { totalCount } }`)).toBeNull();
    expect(problem(`{ states(first: 2, where: ${nots(51)}) { totalCount } }`)).toBe(`states(where) ${advice}`);
    expect(problem(`query Q($w: Where = ${nots(51)}) { states(where: $w) { totalCount } }`)).toBe(`$w ${advice}`);
    expect(problem(`{ node(id: ${"[".repeat(100_000)}`)).toBe(`node(id) ${advice}`);
  });

  it("is bounded in variables, and the variable named", () => {
    expect(problem("{ a }", { one: lists(50) })).toBeNull();
    expect(problem("{ a }", { one: 1, two: { in: lists(50) } })).toBe(`$two ${advice}`);
    expect(problem("{ a }", { deep: lists(100_000) })).toBe(`$deep ${advice}`);
  });

  it("counts each argument for itself, selections and texts not at all", () => {
    const field = `a(x: ${nots(30)}, y: [${nots(30)}])`;
    expect(problem(`{ ${`${field} { `.repeat(60)}${field}${" }".repeat(60)} }`)).toBeNull();
    expect(problem(`{ a(x: "${"{".repeat(60)}", y: """${"[".repeat(60)}""") # ${"{".repeat(60)}\n}`)).toBeNull();
  });

  it("is left to the parser where the document cannot be read, or is too long to be", () => {
    expect(problem(`{ a(x: ? ${nots(60)}) }`)).toBeNull();
    expect(nestingProblem(`{ a(x: ${nots(60)}) }`, {}, 20)).toBeNull();
  });
});
