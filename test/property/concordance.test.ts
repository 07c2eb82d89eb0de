import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import { afterAll, expect, it } from "vitest";

import { memoryEngine } from "../../src/engine/memory/engine.js";
import { CONCORDANCE } from "../../src/graph/concordance.js";
import { withConcordance } from "../../src/graph/encode-concordance.js";
import { writeSnapshot } from "../../src/graph/file.js";
import { buildGraph } from "../../src/graph/graph.js";
import { tokenise } from "../../src/graph/search.js";
import type { Page, PassagesPlan } from "../../src/plan/plan.js";
import { run } from "../support/engine.js";
import { farNode, first, last, PAGE_INFO, TOTAL } from "../support/plans.js";
import { atHand, indexed } from "../support/texts.js";
import type { Texts } from "../support/texts.js";
import { fixtureMaterial } from "./support.js";

const { ontology, records } = await fixtureMaterial();
const graph = buildGraph(records, ontology);
const folder = await mkdtemp(join(tmpdir(), "plenary-"));
afterAll(() => rm(folder, { recursive: true }));

const SOURCES = ["chronicle", "leaflet", "register"] as const;
/** Few, so that words meet; some begin others, some fold to one. */
const word = fc.constantFrom(
  "a",
  "an",
  "and",
  "China",
  "chinas",
  "Élva",
  "elvan",
  "don’t",
  "dont",
  "2014",
  "20",
  "\u{10400}x",
);
const paragraph = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));
const textsArbitrary: fc.Arbitrary<Texts> = fc
  .subarray([...SOURCES])
  .chain((sources) =>
    fc.tuple(...sources.map((source) => fc.tuple(fc.constant(source), fc.array(paragraph, { maxLength: 6 })))),
  )
  .map((entries) => Object.fromEntries(entries));
const query = fc
  .tuple(fc.array(word, { maxLength: 2 }), word, fc.nat(4))
  .map(([words, end, cut]) => [...words, end.slice(0, Math.max(1, end.length - cut))].join(" "))
  .filter((text) => tokenise(text).length > 0);

interface Place {
  readonly source: string;
  readonly paragraph: number;
  readonly passage: string | null;
}

/** Every paragraph with all words of the query, by reading them all. */
function oracle(texts: Texts, text: string): readonly Place[] {
  const tokens = tokenise(text);
  const end = tokens.at(-1) ?? "";
  const size = (passage: string): number => new Set(tokenise(passage)).size;
  return Object.entries(texts)
    .flatMap(([source, paragraphs]) => paragraphs.map((passage, i) => ({ source, paragraph: i + 1, passage })))
    .filter(({ passage }) => {
      const own = tokenise(passage);
      return tokens.slice(0, -1).every((token) => own.includes(token)) && own.some((token) => token.startsWith(end));
    })
    .sort((a, b) => size(a.passage) - size(b.passage) || a.paragraph - b.paragraph || (a.source < b.source ? -1 : 1));
}

interface Answer {
  readonly edges: readonly {
    readonly cursor: NonNullable<Page["after"]>;
    readonly paragraph: number;
    readonly passage: string | null;
    readonly node: { readonly id: string };
  }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

function plan(text: string, page: Page = first(1000)): PassagesPlan {
  const fields = [
    { kind: "cursor", as: "cursor" },
    { kind: "paragraph", as: "paragraph" },
    { kind: "passage", as: "passage" },
    farNode(),
  ] as const;
  const parts = [{ kind: "edges", as: "edges", fields } as const, TOTAL, PAGE_INFO];
  return { kind: "passages", text, types: ["Source"], where: null, page, parts };
}

function placesIn({ edges }: Answer): readonly Place[] {
  return edges.map(({ node, paragraph: place, passage }) => ({ source: node.id, paragraph: place, passage }));
}

it("a search in passages finds every paragraph with all words, and no other", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(textsArbitrary, query, async (texts, text) => {
      const engine = memoryEngine(withConcordance(graph, indexed(texts)), ontology, atHand(texts));
      const answer = (await run(engine, plan(text))) as Answer;
      expect(placesIn(answer)).toEqual(oracle(texts, text));
      expect(answer.totalCount).toBe(answer.edges.length);
      found += answer.edges.length;
    }),
    { numRuns: 400 },
  );
  expect(found).toBeGreaterThan(100);
});

it("its pages make up the whole, from either end", async () => {
  await fc.assert(
    fc.asyncProperty(textsArbitrary, query, fc.integer({ min: 1, max: 3 }), async (texts, text, size) => {
      const engine = memoryEngine(withConcordance(graph, indexed(texts)), ontology, atHand(texts));
      const all = oracle(texts, text);
      const forward: Place[] = [];
      for (let after: Page["after"] = null, more = true; more;) {
        const answer = (await run(engine, plan(text, first(size, after)))) as Answer;
        expect(answer.pageInfo.hasPreviousPage).toBe(forward.length > 0);
        forward.push(...placesIn(answer));
        after = answer.edges.at(-1)?.cursor ?? null;
        more = answer.pageInfo.hasNextPage;
      }
      const backward: Place[] = [];
      for (let before: Page["before"] = null, more = true; more;) {
        const answer = (await run(engine, plan(text, last(size, before)))) as Answer;
        backward.unshift(...placesIn(answer));
        before = answer.edges[0]?.cursor ?? null;
        more = answer.pageInfo.hasPreviousPage;
      }
      expect(forward).toEqual(all);
      expect(backward).toEqual(all);
    }),
    { numRuns: 150 },
  );
});

/** Words that occur nowhere else in a snapshot. */
const rare = fc.stringMatching(/^[qxz]{3}[a-z]{4}$/);

it("no two words of a text follow each other in its snapshot, and its order cannot be told", async () => {
  const path = join(folder, "snapshot");
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(rare, { minLength: 2, maxLength: 20 }), async (words) => {
      const written = async (order: readonly string[]): Promise<Buffer> => {
        const texts = indexed({ chronicle: [order.join(" ")] });
        await writeSnapshot(path, withConcordance(graph, texts), { dossiers: "" });
        return readFile(path);
      };
      const bytes = (await written(words)).toString("latin1");
      words.slice(1).forEach((next, i) => {
        expect(bytes).not.toContain(`${words[i] ?? ""} ${next}`);
      });
      // Another order of the same words gives the same file, but for what tells the two texts apart.
      const sections = (order: readonly string[]) => {
        const { sections: all } = withConcordance(graph, indexed({ chronicle: [order.join(" ")] }));
        return new Map([...all].filter(([name]) => name !== CONCORDANCE.texts));
      };
      expect(sections(words.toReversed())).toEqual(sections(words));
    }),
    { numRuns: 60 },
  );
});
