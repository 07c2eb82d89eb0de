import fc from "fast-check";
import { expect, test } from "vitest";

import { base, compile } from "./support.js";

const sound = `${base}
- id: ask
  type: Recommendation
  name: An ask
  aliases: [{ text: Ask, kind: NAME, from: 2014, evidence: [{ source: article, row: 1 }] }]
  basis: { name: { is: INFERRED, reason: r } }
  evidence: [{ source: article, paragraph: 1, quote: a b, attributedTo: [china], reportedBy: [article] }]
  claims: [{ property: date, value: 2014-02, rank: PREFERRED, evidence: [{ source: article, row: 1 }] }]
  relations:
    - { CALLS_FOR: draft, aim: START, date: 2014, evidence: [{ source: article, row: 1 }] }
- extends: china
  relations:
    - { RECOMMENDS: ask, key: first, evidence: [{ source: article, row: 1 }] }
    - { VETOED: draft, evidence: [{ source: article, row: 1 }] }
    - { HAS_RELATIONS_WITH: russia, evidence: [{ source: article, row: 1 }] }
- { id: vote, type: Vote, name: V, tally: { yes: 1 }, evidence: [{ source: article, row: 1 }] }
`;

const pieces = [
  "",
  " ",
  "\n",
  "- ",
  ": ",
  "[",
  "]",
  "{",
  "}",
  ",",
  "x",
  "0",
  "'",
  '"',
  "#",
  "&a ",
  "*a",
  "!!t ",
  "|\n",
  "\t",
  "~",
  "é",
];

test("whatever is damaged in a dossier, it is told as problems, each with its place in the file", async () => {
  expect((await compile({ "a.yaml": sound })).problems).toEqual([]);
  const damage = fc.record({ at: fc.nat(sound.length), length: fc.nat(12), piece: fc.constantFrom(...pieces) });
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
      const text = damages.reduce(
        (now, { at, length, piece }) => now.slice(0, at) + piece + now.slice(at + length),
        sound,
      );
      const lines = text.split("\n").length;
      const { problems } = await compile({ "a.yaml": text });
      for (const { file, line, column, message } of problems) {
        expect(file).toBe("a.yaml");
        expect(line).toBeLessThanOrEqual(lines);
        expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
        expect(message).not.toMatch(/undefined|null|\[object/);
      }
    }),
    { numRuns: 300 },
  );
});
