import type { TextWords } from "../../src/graph/concordance.js";
import { textWords } from "../../src/graph/encode-concordance.js";
import type { PassageText } from "../../src/engine/memory/passages.js";

/** The paragraphs of texts, by the id of their source. */
export type Texts = Readonly<Record<string, readonly string[]>>;

/** What a concordance keeps of some texts; each goes by its source's name. */
export function indexed(texts: Texts): readonly TextWords[] {
  return Object.entries(texts).map(([source, paragraphs]) => textWords(source, `${source}.txt`, paragraphs));
}

/** The texts at hand, as a server has them. */
export function atHand(texts: Texts): PassageText {
  return (source, paragraph) => texts[source]?.[paragraph - 1] ?? null;
}
