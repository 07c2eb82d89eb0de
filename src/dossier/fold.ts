/**
 * Folds what typesetting changes and nobody reads: Unicode composition (NFC); any white space to one space; soft hyphens and
 * zero-width characters dropped; every single quotation mark and apostrophe to `'`, every double one to `"`, every hyphen and
 * dash to `-`, the ellipsis to three dots. Capitals, accents, words and all other punctuation stay.
 */
export function foldTypography(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[‘’‚‛′´`ʼ]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/…/g, "...")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a text contains a phrase once both are folded, neither beginning nor ending within a word. */
export function containsPhrase(folded: string, phrase: string): boolean {
  const sought = foldTypography(phrase);
  for (let at = folded.indexOf(sought); at !== -1; at = folded.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    const cutsStart = isWord(sought[0]) && isWord(folded[at - 1]);
    const cutsEnd = isWord(sought.at(-1)) && isWord(folded[end]);
    if (!cutsStart && !cutsEnd) return true;
  }
  return false;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
