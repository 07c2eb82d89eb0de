import { Kind, parse } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";

import type { Engine } from "../../src/engine/engine.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { buildGraph } from "../../src/graph/graph.js";
import type { Ontology } from "../../src/ontology/model.js";
import { ask } from "../support/ask.js";
import { readGoldens } from "./run.js";
import { compileSeeds } from "./seeds.js";

const goldens = await readGoldens();

describe("the embedded engine answers from the articles", () => {
  let engine: Engine;
  let ontology: Ontology;

  beforeAll(async () => {
    const seeds = await compileSeeds();
    ontology = seeds.ontology;
    engine = memoryEngine(buildGraph(seeds.compiled.records, ontology), ontology);
  });

  test.each(goldens)("$name", async ({ query, expected }) => {
    expect(await ask(engine, ontology, query)).toEqual(expected);
  });
});

describe("every golden reads as documentation", () => {
  test.each(goldens)("$name asks in plain English, names its paragraphs and holds one named operation", ({ query }) => {
    expect(query).toMatch(/^(?:# .+\n)*# .+\?\n#\n(?:# .+\n)*# .*paragraphs? \d/);
    const operations = parse(query).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value] : [],
    );
    expect(operations).toEqual([expect.stringMatching(/^[A-Z]\w+$/)]);
  });
});
