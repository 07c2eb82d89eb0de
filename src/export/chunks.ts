/** Characters that are handed on at once. */
const CHUNK = 65_536;

/** The same text in chunks of {@link CHUNK} characters, the last one shorter. No chunk ends inside of a character. */
export async function* chunked(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let pending = "";
  for await (const piece of pieces) {
    pending += piece;
    if (pending.length < CHUNK) continue;
    let start = 0;
    while (pending.length - start >= CHUNK) {
      const end = boundary(pending, start + CHUNK);
      yield pending.slice(start, end);
      start = end;
    }
    pending = pending.slice(start);
  }
  if (pending !== "") yield pending;
}

/** `end`, or one before where that would part the two halves of a character beyond U+FFFF. */
function boundary(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1);
  return unit >= 0xd800 && unit <= 0xdbff && end < text.length ? end - 1 : end;
}
