import { u32 } from "./arrays.js";
import { compareText } from "./text.js";

/**
 * All strings of a graph, each once, numbered from 1 in code point order: comparing two codes compares their texts, so that equality,
 * order and ranges over strings are integer work. Texts are decoded from UTF-8 when first read. Code 0 is no string.
 */
export class Strings {
  readonly #bytes: Buffer;
  readonly #offsets: Uint32Array;
  readonly #texts: (string | undefined)[] = [];

  /** `offsets[code]` is the end of the bytes of `code`, and `offsets[code - 1]` their start. */
  constructor(bytes: Uint8Array, offsets: Uint32Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#offsets = offsets;
  }

  /** The text of a code, the empty string for 0. */
  text(code: number): string {
    if (code === 0) return "";
    const known = this.#texts[code];
    if (known !== undefined) return known;
    const text = this.#bytes.toString("utf8", u32(this.#offsets, code - 1), u32(this.#offsets, code));
    this.#texts[code] = text;
    return text;
  }

  /** The code of a text, 0 where no string of the graph is equal to it. */
  code(text: string): number {
    const position = this.position(text);
    return Number.isInteger(position) ? position : 0;
  }

  /** Where a text stands among the codes: its own code, or half way between those of its neighbours. */
  position(text: string): number {
    const wanted = Buffer.from(text, "utf8");
    let low = 1;
    let high = this.#offsets.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(middle, wanted);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low - 0.5;
  }

  /** The order of UTF-8 bytes is the order of code points. */
  #compare(code: number, wanted: Buffer): number {
    return this.#bytes.compare(wanted, 0, wanted.length, u32(this.#offsets, code - 1), u32(this.#offsets, code));
  }
}

/** Collects strings under provisional codes; `finish` sorts them and says which final code each provisional one became. */
export class StringCollector {
  readonly #codes = new Map<string, number>();
  readonly #texts: string[] = [];

  /** The text of a provisional code. */
  text(code: number): string {
    return this.#texts[code - 1] ?? "";
  }

  /** The provisional code of a text, from 1. */
  add(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#codes.size + 1;
    this.#codes.set(text, code);
    this.#texts.push(text);
    return code;
  }

  /** The sorted strings in the form `Strings` reads, and the final code by provisional code (0 stays 0). */
  finish(): { readonly bytes: Uint8Array; readonly offsets: Uint32Array; readonly codes: Uint32Array } {
    const texts = this.#texts.toSorted(compareText);
    const codes = new Uint32Array(texts.length + 1);
    const offsets = new Uint32Array(texts.length + 1);
    let end = 0;
    texts.forEach((text, index) => {
      codes[this.#codes.get(text) ?? 0] = index + 1;
      end += Buffer.byteLength(text, "utf8");
      offsets[index + 1] = end;
    });
    const bytes = Buffer.alloc(end);
    texts.forEach((text, index) => bytes.write(text, u32(offsets, index), "utf8"));
    return { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), offsets, codes };
  }
}
