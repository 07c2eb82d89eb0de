import { access } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

import { readTexts } from "../../src/dossier/read-texts.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { CONCORDANCE, concordanceTexts } from "../../src/graph/concordance.js";
import { textWords, withConcordance } from "../../src/graph/encode-concordance.js";
import { buildGraph } from "../../src/graph/graph.js";
import type { Graph } from "../../src/graph/graph.js";
import { tokenise } from "../../src/graph/search.js";
import type { Ontology } from "../../src/ontology/model.js";
import type { Plan } from "../../src/plan/plan.js";
import { run } from "../support/engine.js";
import { first, ID } from "../support/plans.js";
import { compileSeeds } from "./seeds.js";

/** The texts of the sources are not part of this repository; they lie beside it where they are at hand. */
const TEXTS = fileURLToPath(new URL("../../../shared/seeds", import.meta.url));

const present = await access(TEXTS).then(
  () => true,
  () => false,
);
/** Skips, and shows it, unless the texts are there or have to be. */
const withTexts = test.skipIf(!present && process.env["REQUIRE_SHARED"] !== "1");

let texts: ReadonlyMap<string, readonly string[]>;
let graph: Graph;
let ontology: Ontology;

beforeAll(async () => {
  if (!present) return;
  const seeds = await compileSeeds();
  ({ texts } = await readTexts(seeds.compiled, TEXTS));
  ({ ontology } = seeds);
  const words = [...texts].map(([source, text]) => textWords(source, source, text));
  graph = withConcordance(buildGraph(seeds.compiled.records, ontology), words);
});

withTexts("the articles: every passage is found by its own words, and is the passage named", async () => {
  const engine = memoryEngine(graph, ontology, (source, paragraph) => texts.get(source)?.[paragraph - 1] ?? null);
  const fields = [
    { kind: "paragraph", as: "paragraph" },
    { kind: "passage", as: "passage" },
    { kind: "end", as: "node", end: "node", fields: [ID] },
  ] as const;
  const parts = [{ kind: "edges", as: "edges", fields }] as const;
  expect(texts.size).toBe(5);
  for (const [source, paragraphs] of texts) {
    for (const [index, text] of paragraphs.entries()) {
      const plan: Plan = { kind: "passages", text, types: ["Source"], where: null, page: first(1000), parts };
      const { edges } = (await run(engine, plan)) as { readonly edges: readonly unknown[] };
      const expected = { paragraph: index + 1, passage: text, node: { $type: "Source", id: source } };
      if (tokenise(text).length > 0) expect(edges).toContainEqual(expected);
    }
  }
});

withTexts("the articles: their words are kept, and no two of them together", () => {
  const kept = graph.concordance === null ? [] : concordanceTexts(graph.concordance);
  for (const { source, paragraphs } of kept) {
    for (const [index, words] of paragraphs.entries()) {
      expect(words).toEqual([...words].sort());
      expect(new Set(words)).toEqual(new Set(tokenise(texts.get(source)?.[index] ?? "")));
    }
  }
  const bytes = Object.values(CONCORDANCE).map((name) => {
    const section = graph.sections.get(name);
    return section === undefined
      ? ""
      : Buffer.from(section.buffer, section.byteOffset, section.byteLength).toString("latin1");
  });
  const pairs = [...texts.values()].flat().flatMap((text) => {
    const words = tokenise(text);
    return words.slice(1).map((word, index) => `${words[index] ?? ""} ${word}`);
  });
  expect(pairs.length).toBeGreaterThan(1000);
  expect(pairs.filter((pair) => bytes.some((section) => section.includes(pair)))).toEqual([]);
});
