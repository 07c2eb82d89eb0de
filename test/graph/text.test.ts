import fc from "fast-check";
import { expect, it } from "vitest";

import { compareText } from "../../src/graph/text.js";

it("orders strings as their UTF-8 bytes, which is by code point", () => {
  const any = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

it("puts a character beyond the basic plane after U+FFFD", () => {
  expect(["𐀀", "\uFFFD", "z"].sort(compareText)).toEqual(["z", "\uFFFD", "𐀀"]);
});
