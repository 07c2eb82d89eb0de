const LINE = 26;
const LINES = 3;

/** A name broken into at most three lines of some 26 letters; what is left out is told by an ellipsis. */
export function linesOf(name: string, most = LINES): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return lines.slice(0, most).map((line, index) => (index === most - 1 ? `${line}…` : line));
}
