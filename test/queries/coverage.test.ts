import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

import type { Evidence, GraphRecords } from "../../src/graph/record.js";
import { compileSeeds } from "./seeds.js";

const COVERAGE = new URL("../../docs/coverage.md", import.meta.url);

/** What `docs/coverage.md` says an article's paragraph gave, as `source ¶paragraph id`. */
function readCoverage(text: string): readonly string[] {
  return text.split(/^## /m).flatMap((section) => {
    const source = /^Source `([^`]+)`\.$/m.exec(section)?.[1];
    if (source === undefined) return [];
    return [...section.matchAll(/^- ¶(\d+): (.*)$/gm)].flatMap(([, paragraph = "", line = ""]) =>
      [...line.matchAll(/`([^`]+)`/g)].map(([, id = ""]) => `${source} ¶${paragraph} ${id}`),
    );
  });
}

/** What the graph cites, in the same form. */
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

test("the coverage page names what is in the graph, at the paragraph that it cites", async () => {
  const { compiled } = await compileSeeds();
  const covered = readCoverage(await readFile(COVERAGE, "utf8"));
  const cited = citations(compiled.records);

  expect(covered.length).toBeGreaterThan(150);
  expect(covered.filter((entry) => !cited.has(entry))).toEqual([]);
});
