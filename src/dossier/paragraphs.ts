/**
 * The paragraphs of a source's text, the first being number 1 of evidence locators. Blank lines separate them; in a text
 * without blank lines each line that is not empty is one.
 */
export function paragraphsOf(text: string): readonly string[] {
  const lines = text.replace(/\r\n?/g, "\n");
  const blocks = trimAll(lines.split(/\n[ \t]*\n+/));
  return blocks.length > 1 ? blocks : trimAll(lines.split(LINE_END));
}

/* eslint-disable no-control-regex -- the ASCII separators are white space, too */
/** Whatever ends a line. */
const LINE_END = /[\n\v\f\x1c-\x1e\x85\u2028\u2029]/;

/** White space at the ends of a paragraph. */
const EDGES = /^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g;
/* eslint-enable no-control-regex */

function trimAll(parts: readonly string[]): readonly string[] {
  return parts.map((part) => part.replace(EDGES, "")).filter((part) => part !== "");
}
