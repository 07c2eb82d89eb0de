import { createHash } from "node:crypto";

import { tokenise } from "../graph/search.js";

/** Longer ids are cut, and told apart by a digest of the whole. */
const MAX_LENGTH = 80;

/** An id made of some words: `A/RES/69/188` is `a-res-69-188`. Long texts are cut at a word and end in eight digits of their hash. */
export function slug(...parts: readonly string[]): string {
  const text = tokenise(parts.join(" "))
    .map((token) => token.replace(/[^a-z0-9]/g, (letter) => letter.codePointAt(0)?.toString(16) ?? ""))
    .join("-");
  if (text.length <= MAX_LENGTH) return text;
  const start = text.slice(0, MAX_LENGTH - 9);
  return `${start.slice(0, Math.max(start.lastIndexOf("-"), 1))}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}
