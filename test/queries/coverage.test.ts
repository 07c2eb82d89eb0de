import { access, readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { paragraphsOf } from "../../src/dossier/paragraphs.js";
import type { Evidence, GraphRecords } from "../../src/graph/record.js";
import { firstWords, splitSentences } from "../support/sentences.js";
import { compileSeeds } from "./seeds.js";

const COVERAGE = new URL("../../docs/coverage.md", import.meta.url);

/** The texts of the sources are not part of this repository; they lie beside it where they are at hand. */
const TEXTS = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));

/** A line of `docs/coverage.md`: what a sentence gave. */
interface Line {
  /** The number of the article in its heading, such as 002. */
  readonly article: string;
  readonly source: string;
  readonly paragraph: string;
  /** Where the sentence is and how it begins, such as `002 ¶8.1 On August 17 of`. */
  readonly sentence: string;
  /** Ids, or why there is nothing to record. */
  readonly content: string;
}

function readCoverage(text: string): readonly Line[] {
  return text.split(/^## /m).flatMap((section) => {
    const article = /\(article (\d+)\)/.exec(section)?.[1];
    const source = /^Source `([^`]+)`\.$/m.exec(section)?.[1];
    if (article === undefined || source === undefined) return [];
    return [...section.matchAll(/^- ¶(\d+)\.(\d+) "([^"]*)": *(.*)$/gm)].map(
      ([, paragraph = "", number = "", words = "", content = ""]) => ({
        article,
        source,
        paragraph,
        sentence: `${article} ¶${paragraph}.${number} ${words}`,
        content,
      }),
    );
  });
}

/** What the graph cites, as `source ¶paragraph id`. */
function citations({ nodes, edges }: GraphRecords): ReadonlySet<string> {
  const cited = (id: string, evidence: readonly Evidence[]): string[] =>
    evidence.map(({ source, paragraph }) => `${source} ¶${paragraph} ${id}`);
  return new Set([
    ...edges.flatMap((edge) => cited(edge.id, edge.evidence)),
    ...nodes.flatMap(({ id, evidence, aliases, claims }) => [
      ...cited(id, evidence),
      ...[...aliases, ...claims].flatMap((proven) => cited(id, proven.evidence)),
    ]),
  ]);
}

/** Every sentence of the first five articles at hand, in the form of {@link Line.sentence}. */
async function readSentences(): Promise<readonly string[]> {
  const files = (await readdir(TEXTS)).filter((file) => /^00[0-4]_/.test(file)).sort();
  const sentences = await Promise.all(
    files.map(async (file) =>
      paragraphsOf(await readFile(TEXTS + file, "utf8")).flatMap((paragraph, p) =>
        splitSentences(paragraph).map((text, s) => `${file.slice(0, 3)} ¶${p + 1}.${s + 1} ${firstWords(text)}`),
      ),
    ),
  );
  return sentences.flat();
}

test("the coverage page names what is in the graph, at the paragraph that it cites", async () => {
  const { compiled } = await compileSeeds();
  const covered = readCoverage(await readFile(COVERAGE, "utf8")).flatMap(({ source, paragraph, content }) =>
    [...content.matchAll(/`([^`]+)`/g)].map(([, id = ""]) => `${source} ¶${paragraph} ${id}`),
  );
  const cited = citations(compiled.records);

  expect(covered.length).toBeGreaterThan(600);
  expect(covered.filter((entry) => !cited.has(entry))).toEqual([]);
});

test("every line of the coverage page has ids or says why not", async () => {
  const lines = readCoverage(await readFile(COVERAGE, "utf8"));
  const silent = lines.filter(({ content }) => !content.includes("`") && !/^No\w+ .{15}/.test(content));

  expect(silent).toEqual([]);
});

test("every sentence of the articles has its line on the coverage page", async ({ skip }) => {
  const present = await access(TEXTS).then(
    () => true,
    () => false,
  );
  if (!present && process.env["REQUIRE_SHARED"] !== "1") skip("the texts of the sources are not at ../shared/seeds");

  const lines = readCoverage(await readFile(COVERAGE, "utf8"));

  expect(lines.map(({ sentence }) => sentence).sort()).toEqual([...(await readSentences())].sort());
});
