/** Where a sentence ends: after a full stop, question mark or exclamation mark and closing quotation marks, before a capital. */
const END = /(?<=[.!?][”’"]*)\s+(?=[“‘”’"(©]*[A-Z0-9])/u;

/** An abbreviation with a full stop after each letter, such as U.N., does not end a sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:[A-Z]\.){2,}$/u;

/** The sentences of a paragraph, in order. A text without a full stop, such as a title, is one sentence. */
export function splitSentences(paragraph: string): readonly string[] {
  const sentences: string[] = [];
  for (const part of paragraph.trim().split(END)) {
    const last = sentences.at(-1);
    if (last !== undefined && ABBREVIATION.test(last)) sentences[sentences.length - 1] = `${last} ${part}`;
    else sentences.push(part);
  }
  return sentences;
}

/** The first words of a sentence, by which the coverage page lets its reader find it. */
export function firstWords(sentence: string, count = 4): string {
  return sentence.split(/\s+/u).slice(0, count).join(" ");
}
