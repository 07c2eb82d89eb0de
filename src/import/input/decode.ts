import { ImportError } from "../error.js";

const LINE_FEED = 0x0a;

/**
 * The text of UTF-8, in pieces, without a byte order mark.
 *
 * @throws ImportError with the line where other bytes are met
 */
export async function* decode(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let lines = 1;
  let first = true;
  for await (const chunk of bytes) {
    if (first) refuseUtf16(chunk, name);
    first = false;
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch (cause) {
      throw notUtf8(name, lines + linesBeforeFault(chunk), cause);
    }
    if (text !== "") yield text;
    lines += countLines(chunk, chunk.length);
  }
  try {
    decoder.decode();
  } catch (cause) {
    throw notUtf8(name, lines, cause);
  }
}

function notUtf8(name: string, line: number, cause: unknown): ImportError {
  return new ImportError(name, line, "these bytes are not UTF-8; save the file with that encoding", { cause });
}

function refuseUtf16([a, b]: Uint8Array, name: string): void {
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    throw new ImportError(name, null, "this is UTF-16; save the file as UTF-8");
  }
}

/** Lines that end in a chunk before its first byte that is no UTF-8. A character begun in the chunk before may be the fault: then 0. */
function linesBeforeFault(chunk: Uint8Array): number {
  const lenient = new TextDecoder("utf-8").decode(chunk);
  const fault = lenient.indexOf("\uFFFD", lenient.startsWith("\uFFFD") ? 1 : 0);
  return lenient.slice(0, Math.max(fault, 0)).split("\n").length - 1;
}

function countLines(chunk: Uint8Array, end: number): number {
  let count = 0;
  for (let at = chunk.indexOf(LINE_FEED); at !== -1 && at < end; at = chunk.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}
