import { createHash } from "node:crypto";

import { lowerBound, u32 } from "./arrays.js";
import { bytes, words } from "./sections.js";
import type { Sections } from "./sections.js";
import { Strings } from "./strings.js";

/**
 * Which words stand in which paragraph of which source, and nothing else of its text: no order of words within a paragraph, no repetition,
 * case or punctuation. Words are the tokens of search. It goes by the ids of sources, not by nodes, so that it outlives a change of the
 * dossiers; it is no part of the snapshot id, which is that of the records.
 *
 * A passage is a number: the paragraphs of the texts in order of their sources' ids, from 0. A word is its code in `words`.
 */
export interface Concordance {
  /** In order of the ids of their sources. */
  readonly texts: readonly IndexedText[];
  /** The first passage of each text. */
  readonly first: Uint32Array;
  /** How many different words each passage has. */
  readonly sizes: Uint32Array;
  readonly words: Strings;
  /** The passages of word `w`, ascending: `passages[offsets[w - 1]]` to `passages[offsets[w]]`, exclusive. */
  readonly offsets: Uint32Array;
  readonly passages: Uint32Array;
}

/** A text whose words are indexed. */
export interface IndexedText {
  /** Id of the source. */
  readonly source: string;
  /** The name by which the source names its text. */
  readonly file: string;
  /** As `digestParagraphs` gives: tells whether a file still holds this text. */
  readonly digest: string;
  /** How many there are. */
  readonly paragraphs: number;
}

/** The same text with what is known of its paragraphs: the different words of each, by code point. */
export interface TextWords extends Omit<IndexedText, "paragraphs"> {
  readonly paragraphs: readonly (readonly string[])[];
}

/** How much a concordance holds. */
export interface ConcordanceInfo {
  /** SHA-256 (hex) over the sources and the digests of their texts: the same id means that the same passages are found. */
  readonly id: string;
  readonly sources: number;
  readonly passages: number;
  /** Different words. */
  readonly words: number;
}

/** The names of the sections that a concordance is kept in. */
export const CONCORDANCE = {
  texts: "concordance.texts",
  sizes: "concordance.sizes",
  words: "concordance.words.bytes",
  ends: "concordance.words.offsets",
  offsets: "concordance.passages.offsets",
  passages: "concordance.passages",
} as const;

/** The concordance that some sections hold, null where there is none. */
export function openConcordance(sections: Sections): Concordance | null {
  if (!sections.has(CONCORDANCE.texts)) return null;
  const json = Buffer.from(bytes(sections, CONCORDANCE.texts)).toString("utf8");
  const texts = JSON.parse(json) as readonly IndexedText[];
  const first = new Uint32Array(texts.length);
  let passage = 0;
  texts.forEach(({ paragraphs }, index) => {
    first[index] = passage;
    passage += paragraphs;
  });
  return {
    texts,
    first,
    sizes: words(sections, CONCORDANCE.sizes),
    words: new Strings(bytes(sections, CONCORDANCE.words), words(sections, CONCORDANCE.ends)),
    offsets: words(sections, CONCORDANCE.offsets),
    passages: words(sections, CONCORDANCE.passages),
  };
}

/** What a concordance keeps of each of its texts. */
export function concordanceTexts(concordance: Concordance): readonly TextWords[] {
  const { texts, first, sizes, words: strings, offsets, passages } = concordance;
  const paragraphs: string[][] = Array.from(sizes, () => []);
  for (let word = 1; word < offsets.length; word++) {
    for (const passage of passages.subarray(u32(offsets, word - 1), u32(offsets, word))) {
      paragraphs[passage]?.push(strings.text(word));
    }
  }
  return texts.map((text, index) => {
    const start = u32(first, index);
    return { ...text, paragraphs: paragraphs.slice(start, start + text.paragraphs) };
  });
}

export function concordanceInfo({ texts, sizes, offsets }: Concordance): ConcordanceInfo {
  const identity = JSON.stringify(texts.map(({ source, digest }) => [source, digest]));
  return {
    id: createHash("sha256").update(identity, "utf8").digest("hex"),
    sources: texts.length,
    passages: sizes.length,
    words: offsets.length - 1,
  };
}

/** Where a passage stands: its source, and its paragraph in the source's text, from 1. */
export function placeOf(
  { texts, first }: Concordance,
  passage: number,
): { readonly source: string; readonly paragraph: number } {
  // The last text that begins at the passage or before it: one without paragraphs begins where the next one does.
  const index = lowerBound(first, passage + 1) - 1;
  return { source: texts[index]?.source ?? "", paragraph: passage - u32(first, index) + 1 };
}

/**
 * The passages that hold a token, ascending. With `prefix` those of every word that begins with it, one word after the other, so that a
 * passage may come several times. A view of what is there: nothing is copied.
 */
export function passagesWith(concordance: Concordance, token: string, prefix: boolean): Uint32Array {
  const { words: strings, offsets, passages } = concordance;
  const from = strings.position(token);
  // Words hold letters and digits alone, so the last code point there is comes after all that a word may go on with.
  const to = prefix ? strings.position(`${token}\u{10ffff}`) : from;
  const [least, most] = [Math.ceil(from), Math.floor(to)];
  return least > most ? new Uint32Array(0) : passages.subarray(u32(offsets, least - 1), u32(offsets, most));
}
