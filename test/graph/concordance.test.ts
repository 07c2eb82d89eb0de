import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";

import { CONCORDANCE, concordanceInfo, concordanceTexts } from "../../src/graph/concordance.js";
import type { Concordance } from "../../src/graph/concordance.js";
import { digestParagraphs, withConcordance } from "../../src/graph/encode-concordance.js";
import { readConcordance, readSnapshot, writeSnapshot } from "../../src/graph/file.js";
import { buildGraph } from "../../src/graph/graph.js";
import type { Graph } from "../../src/graph/graph.js";
import { loadOntology } from "../../src/ontology/load.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { fixtureRecords } from "../support/fixture.js";
import { indexed } from "../support/texts.js";
import type { Texts } from "../support/texts.js";

const ontology = await loadOntology(ontologyPath);
const graph = buildGraph(fixtureRecords(), ontology);
const texts: Texts = {
  leaflet: ["Zebras graze where yaks roam. Zebras!", "", "Élva’s yaks"],
  chronicle: ["A title"],
};

function required(one: Graph): Concordance {
  if (one.concordance === null) throw new Error("there is no concordance");
  return one.concordance;
}

async function written(one: Graph): Promise<{ readonly path: string; readonly bytes: Buffer }> {
  const folder = await mkdtemp(join(tmpdir(), "plenary-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "snapshot");
  await writeSnapshot(path, one, { dossiers: "abc" });
  return { path, bytes: await readFile(path) };
}

describe("a concordance", () => {
  it("keeps the different words of each paragraph, in alphabetical order, by the id of the source", () => {
    expect(concordanceTexts(required(withConcordance(graph, indexed(texts))))).toEqual([
      {
        source: "chronicle",
        file: "chronicle.txt",
        digest: digestParagraphs(["A title"]),
        paragraphs: [["a", "title"]],
      },
      {
        source: "leaflet",
        file: "leaflet.txt",
        digest: digestParagraphs(texts["leaflet"] ?? []),
        paragraphs: [["graze", "roam", "where", "yaks", "zebras"], [], ["elvas", "yaks"]],
      },
    ]);
  });

  it("gives back what it was made from", () => {
    const given = indexed(texts).toSorted((a, b) => (a.source < b.source ? -1 : 1));
    expect(concordanceTexts(required(withConcordance(graph, given)))).toEqual(given);
  });

  it("is told by what it was made from", () => {
    const info = (some: Texts) => concordanceInfo(required(withConcordance(graph, indexed(some))));
    expect(info(texts)).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      sources: 2,
      passages: 4,
      words: 8,
    });
    expect(info({ ...texts, chronicle: ["A Title"] }).id).not.toBe(info(texts).id);
    expect(info({})).toMatchObject({ sources: 0, passages: 0, words: 0 });
  });

  it("leaves the snapshot id and every other section of its graph alone", () => {
    const concordant = withConcordance(graph, indexed(texts));
    expect(concordant.snapshot).toBe(graph.snapshot);
    const names: readonly string[] = Object.values(CONCORDANCE);
    expect(new Map([...concordant.sections].filter(([name]) => !names.includes(name)))).toEqual(graph.sections);
    expect([...graph.sections.keys()].filter((name) => names.includes(name))).toEqual([]);
    expect(graph.concordance).toBeNull();
  });

  it("takes the place of the one before", () => {
    const once = withConcordance(graph, indexed(texts));
    for (const other of [indexed({ chronicle: ["Else"] }), []]) {
      expect(withConcordance(once, other).sections).toEqual(withConcordance(graph, other).sections);
    }
  });
});

describe("the file of a graph with a concordance", () => {
  it("has the same bytes, whatever the order of the texts", async () => {
    const one = await written(withConcordance(graph, indexed(texts)));
    const other = await written(withConcordance(graph, indexed(texts).toReversed()));
    expect(other.bytes.equals(one.bytes)).toBe(true);
  });

  it("gives it back, with the graph or alone", async () => {
    const { path } = await written(withConcordance(graph, indexed(texts)));
    const expected = concordanceTexts(required(withConcordance(graph, indexed(texts))));
    expect(concordanceTexts(required((await readSnapshot(path, ontology)).graph))).toEqual(expected);
    const alone = await readConcordance(path);
    expect(alone === null ? null : concordanceTexts(alone)).toEqual(expected);
    expect(await readConcordance((await written(graph)).path)).toBeNull();
  });

  it("gives back one of no text, or of texts without words", async () => {
    for (const some of [{}, { chronicle: [], leaflet: ["…"] }]) {
      const { path } = await written(withConcordance(graph, indexed(some)));
      const read = await readConcordance(path);
      expect(read === null ? null : concordanceTexts(read)).toEqual(indexed(some));
    }
  });

  it("is as long without one as it ever was", async () => {
    const plain = await written(graph);
    expect(plain.bytes.includes("concordance")).toBe(false);
    expect((await readSnapshot(plain.path, ontology)).graph.concordance).toBeNull();
  });
});
