import { readFile } from "node:fs/promises";

import { describe, expect, it, test } from "vitest";

import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import { ask } from "../support/ask.js";
import { compileSeeds } from "./seeds.js";

/** A question in the README, and the answer that it shows right below, if that is JSON. */
interface Example {
  readonly query: string;
  readonly answer: string | null;
}

const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
const examples: readonly Example[] = [
  ...readme.matchAll(/```graphql\n(?<query>[^`]*)```(?:\n\n```json\n(?<answer>[^`]*)```)?/g),
].map(({ groups }) => ({ query: groups?.["query"] ?? "", answer: groups?.["answer"] ?? null }));

const { compiled, ontology } = await compileSeeds();
const engine = memoryEngine(buildGraph(compiled.records, ontology), ontology);

describe("the questions of the README", () => {
  it("are some, with answers", () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
    expect(examples.filter(({ answer }) => answer !== null).length).toBeGreaterThanOrEqual(2);
  });

  test.for(examples)("$query", async ({ query, answer }) => {
    const response = (await ask(engine, ontology, query)) as { readonly data?: unknown; readonly errors?: unknown };
    expect(response.errors).toBeUndefined();
    if (answer !== null) expect(response.data).toEqual(JSON.parse(answer));
  });
});
