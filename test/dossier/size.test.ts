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

test("compiling takes time in proportion to the number of edges", { timeout: 120_000 }, async () => {
  await millisecondsFor(20);
  const small = await millisecondsFor(30);
  const large = await millisecondsFor(240);
  // Eight times the edges: some 8 where time is linear, some 64 where it is quadratic.
  expect(large / small).toBeLessThan(24);
});

test("edges to nothing are all refused, each with its place", { timeout: 120_000 }, async () => {
  const wrong = Object.entries(votes(100)).map(([name, text]) => [name, text.replace(/CAST: v/g, "CAST: w")] as const);
  const { problems } = await compile(Object.fromEntries(wrong));
  expect(problems).toHaveLength(10_000);
  expect(new Set(problems.map(({ file, line }) => `${file}:${line}`)).size).toBe(10_000);
});
