import { expect, it } from "vitest";

import { NEO4J_VERSION, chosenRelease } from "../../scripts/neo4j/release.js";

it("development and tests run the release with long-term support unless another one is named", () => {
  expect(chosenRelease({}).version).toBe(NEO4J_VERSION);
  expect(chosenRelease({ NEO4J_RELEASE: "" }).version).toBe(NEO4J_VERSION);
  expect(chosenRelease({ NEO4J_RELEASE: "2026.08.1" }).java).toEqual([25]);
});

it("a release that nobody has tried is refused, with those that somebody has", () => {
  expect(() => chosenRelease({ NEO4J_RELEASE: "4.4.0" })).toThrow(/"4\.4\.0".*5\.26\.30 or 2026\.08\.1/);
});
