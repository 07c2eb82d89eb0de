import fc from "fast-check";
import { expect, test } from "vitest";

import { didYouMean, listOr, nearest } from "../../src/dossier/suggest.js";

const names = ["SPONSORED", "SUPPORTED", "CAST", "ON", "RECOMMENDS", "RECOMMENDED"];

test.each([
  ["SPONSORD", "SPONSORED"],
  ["SPONOSRED", "SPONSORED"],
  ["sponsored", "SPONSORED"],
  ["RECOMENDS", "RECOMMENDS"],
  ["CATS", "CAST"],
  ["VETOED", null],
  ["", null],
])("%s is meant to be %s", (written, expected) => {
  expect(nearest(written, names)).toBe(expected);
});

test("ties go to the first by code point, whatever the order of names", () => {
  expect(nearest("ab", ["xb", "ax"])).toBe("ax");
  expect(nearest("ab", ["ax", "xb"])).toBe("ax");
});

test("a name is nearest to itself", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (list, index) => {
      const name = list[index % list.length] ?? "";
      return nearest(name, list) === name;
    }),
  );
});

test("what is said", () => {
  expect(didYouMean("CATS", names)).toBe('; did you mean "CAST"?');
  expect(didYouMean("x", names)).toBe("");
  expect([listOr(["A"]), listOr(["A", "B"]), listOr(["A", "B", "C"])]).toEqual(["A", "A or B", "A, B or C"]);
});
