import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { emptyReason, fit } from "../../src/graph/coverage.js";
import type { Question, Statement } from "../../src/graph/coverage.js";

const register: Statement = {
  source: "register",
  relationships: ["CAST", "ON"],
  bodies: ["council"],
  from: "2010-01-01",
  until: "2014-12-31",
  complete: true,
};
const question: Question = {
  relationships: ["CAST"],
  bodies: ["council"],
  from: "2012",
  until: "2013-06",
  certain: true,
};

function code(asked: Partial<Question>, ...statements: readonly Statement[]): string {
  return emptyReason({ ...question, ...asked }, statements).code;
}

describe("an empty answer", () => {
  it("is sure where one complete statement covers relationship, body and the whole period", () => {
    expect(emptyReason(question, [register])).toEqual({
      code: "NOT_FOUND",
      message: "There is none: register lists every CAST of council from 2012 until 2013-06.",
      nearest: ["register"],
    });
    expect(code({ from: "2010", until: "2014" }, register)).toBe("NOT_FOUND");
  });

  it.each([
    ["incomplete", {}, { complete: false }],
    ["asked for another relationship too", { relationships: ["CAST", "VETOED"] }, {}],
    ["asked for no relationship", { relationships: [] }, {}],
    ["asked about another body", { bodies: ["assembly"] }, {}],
    ["asked about no body", { bodies: [] }, {}],
    ["asked about a day before", { from: "2009-12-31" }, {}],
    ["asked without an end", { until: null }, {}],
    ["sure only from the end of a year that it names", { from: "2010" }, { from: "2010" }],
    ["silent on relationships", {}, { relationships: [] }],
    ["asked for more than a list could tell", { certain: false }, {}],
  ])("is not where the register is %s", (_what, asked, said) => {
    expect(code(asked, { ...register, ...said })).toBe("NOT_COVERED");
  });

  it("is not put together from several statements", () => {
    const early = { ...register, until: "2012-06-30" };
    const late = { ...register, from: "2012-07-01" };
    expect(code({}, early, late)).toBe("NOT_COVERED");
  });

  it("is sure of every body and all time where a register names no limit", () => {
    const all = { ...register, bodies: [], from: null, until: null };
    expect(code({ bodies: [], from: null, until: null }, all)).toBe("NOT_FOUND");
  });

  it("names those that come nearest: by relationships, then body, period and completeness", () => {
    const named = (source: string, more: Partial<Statement>): Statement => ({ ...register, source, ...more });
    const asked = { ...question, relationships: ["CAST", "VETOED"], until: "2016" };
    expect(
      emptyReason(asked, [
        named("other", { relationships: ["MADE"] }),
        named("elsewhere", { bodies: ["assembly"] }),
        named("partial", { complete: false }),
        named("early", { until: "2011-01-01" }),
        register,
        named("both", { relationships: ["CAST", "VETOED"], bodies: ["assembly"] }),
      ]),
    ).toEqual({
      code: "NOT_COVERED",
      message:
        "No source lists every CAST and VETOED of council from 2012 until 2016: that none is found does not mean that there is none.",
      nearest: ["both", "register", "partial"],
    });
  });
});

it("covers a period exactly where it covers every one of its days", () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2012-02-${String(n).padStart(2, "0")}`);
  const bound = fc.option(day);
  fc.assert(
    fc.property(bound, bound, day, day, (from, until, start, end) => {
      const days = Array.from({ length: 28 }, (_, n) => `2012-02-${String(n + 1).padStart(2, "0")}`);
      const asked = days.filter((one) => one >= start && one <= end);
      fc.pre(asked.length > 0 && (from ?? "") <= (until ?? "9"));
      const covered = asked.filter((one) => (from === null || one >= from) && (until === null || one <= until));
      const { period } = fit({ ...register, from, until }, { ...question, from: start, until: end });
      expect(period).toBe(covered.length === asked.length ? "whole" : covered.length > 0 ? "part" : "none");
    }),
  );
});
