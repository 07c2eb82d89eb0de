import { createHash } from "node:crypto";

import { u32 } from "./arrays.js";
import type { NumberArray } from "./arrays.js";
import { CONCORDANCE, openConcordance } from "./concordance.js";
import type { IndexedText, TextWords } from "./concordance.js";
import type { Graph } from "./model.js";
import { tokenise } from "./search.js";
import type { Sections } from "./sections.js";
import { StringCollector } from "./strings.js";
import { compareText } from "./text.js";

/**
 * Identifies a text: SHA-256 (hex) over all of its paragraphs together. What separates them does not matter, everything in them does.
 * A digest for each paragraph would let short ones be guessed.
 */
export function digestParagraphs(paragraphs: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(paragraphs), "utf8").digest("hex");
}

/** What a concordance keeps of a text. `file` is the name by which the source names it. */
export function textWords(source: string, file: string, paragraphs: readonly string[]): TextWords {
  const different = (text: string): readonly string[] => [...new Set(tokenise(text))].sort(compareText);
  return { source, file, digest: digestParagraphs(paragraphs), paragraphs: paragraphs.map(different) };
}

/** A graph with a concordance of some texts, each of another source, instead of the one it may have. The order of the texts does not matter. */
export function withConcordance(graph: Graph, texts: readonly TextWords[]): Graph {
  const own: ReadonlySet<string> = new Set(Object.values(CONCORDANCE));
  const others = [...graph.sections].filter(([name]) => !own.has(name));
  const sections = new Map([...others, ...encode(texts)]);
  return { ...graph, concordance: openConcordance(sections), sections };
}

function encode(texts: readonly TextWords[]): Sections {
  const sorted = texts.toSorted((a, b) => compareText(a.source, b.source));
  const paragraphs = sorted.flatMap((text) => text.paragraphs);
  const byWord = [...passagesByWord(paragraphs)].sort(([a], [b]) => compareText(a, b));
  const strings = new StringCollector();
  const offsets = new Uint32Array(byWord.length + 1);
  byWord.forEach(([word, own], index) => {
    strings.add(word);
    offsets[index + 1] = u32(offsets, index) + own.length;
  });
  const passages = new Uint32Array(u32(offsets, byWord.length));
  byWord.forEach(([, own], index) => {
    passages.set(own, u32(offsets, index));
  });
  const encoded = strings.finish();
  const sections: readonly (readonly [string, NumberArray])[] = [
    [CONCORDANCE.texts, new Uint8Array(Buffer.from(JSON.stringify(sorted.map(indexed)), "utf8"))],
    [CONCORDANCE.sizes, Uint32Array.from(paragraphs, (words) => words.length)],
    [CONCORDANCE.words, encoded.bytes],
    [CONCORDANCE.ends, encoded.offsets],
    [CONCORDANCE.offsets, offsets],
    [CONCORDANCE.passages, passages],
  ];
  return new Map(sections.filter(([, section]) => section.length > 0));
}

function indexed({ source, file, digest, paragraphs }: TextWords): IndexedText {
  return { source, file, digest, paragraphs: paragraphs.length };
}

function passagesByWord(paragraphs: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const byWord = new Map<string, number[]>();
  paragraphs.forEach((words, passage) => {
    for (const word of words) {
      const passages = byWord.get(word);
      if (passages === undefined) byWord.set(word, [passage]);
      else passages.push(passage);
    }
  });
  return byWord;
}
