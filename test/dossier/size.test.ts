import { expect, test } from "vitest";

import { base, compile, compileValid } from "./support.js";

/** Files with so many votes in all, each of 100 states voting in each, spread over files that are small enough. */
function votes(count: number): Readonly<Record<string, string>> {
  const proof = "evidence: [{ source: article, row: 1 }]";
  const states = Array.from({ length: 100 }, (_, i) => `- { id: s${i}, type: State, name: S${i}, ${proof} }`);
  const files: Record<string, string> = { "base.yaml": base, "states.yaml": states.join("\n") };
  for (let vote = 0; vote < count; vote++) {
    const cast = states.map((_, i) => `- { extends: s${i}, relations: [{ CAST: v${vote}, position: NO, ${proof} }] }`);
    files[`v${vote}.yaml`] = `- { id: v${vote}, type: Vote, name: V${vote}, ${proof} }\n${cast.join("\n")}\n`;
  }
  return files;
}

async function millisecondsFor(count: number): Promise<number> {
  const files = votes(count);
  const start = performance.now();
  const { records } = await compileValid(files);
  expect(records.edges).toHaveLength(count * 100);
  return performance.now() - start;
}

test("compiling 50,000 edges takes time in proportion to their number", { timeout: 120_000 }, async () => {
  await millisecondsFor(20);
  const small = await millisecondsFor(50);
  const large = await millisecondsFor(500);
  expect(large / small).toBeLessThan(25);
});

test("so does refusing 50,000 edges to nothing", { timeout: 60_000 }, async () => {
  const files = { ...votes(500) };
  const wrong = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, text.replace(/CAST: v/g, "CAST: w")]),
  );
  const start = performance.now();
  const { problems } = await compile(wrong);
  expect(problems).toHaveLength(50_000);
  expect(performance.now() - start).toBeLessThan(50_000);
});
