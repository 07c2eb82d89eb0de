import { expect, it } from "vitest";

import { buildGraph } from "../../src/graph/graph.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { ask } from "../support/ask.js";
import { extendedProject } from "./project.js";
import { questions } from "./questions.js";

const { ontology, records } = await extendedProject();
const engine = memoryEngine(buildGraph(records, ontology), ontology);

it.each(questions)("a type and a relationship added to the ontology answer $title", async ({ query, data }) => {
  expect(await ask(engine, ontology, query)).toEqual({ data });
});
