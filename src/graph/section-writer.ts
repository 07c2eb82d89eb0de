import { u32 } from "./arrays.js";
import type { NumberArray } from "./arrays.js";
import { StringCollector } from "./strings.js";
import { words } from "./sections.js";
import type { Sections } from "./sections.js";

/** Collects the sections of a graph under construction and the strings they refer to. */
export class SectionWriter {
  readonly strings = new StringCollector();
  readonly #sections = new Map<string, NumberArray>();
  readonly #stringColumns: Uint32Array[] = [];
  #finalCodes: Uint32Array | null = null;

  /** Keeps a section. */
  put(name: string, section: NumberArray): void {
    if (section.length > 0) this.#sections.set(name, section);
  }

  /** Keeps a column. One that holds nothing but zeros is left out: it reads the same. */
  putColumn(name: string, column: NumberArray): void {
    if (column.some((value) => value !== 0)) this.put(name, column);
  }

  /** Keeps a column of provisional string codes, which become final ones when the strings are sorted. */
  putStrings(name: string, codes: Uint32Array): void {
    this.putColumn(name, codes);
    if (this.#finalCodes === null) this.#stringColumns.push(codes);
    else finalise(codes, this.#finalCodes);
  }

  /** Provisional codes as final ones, when the strings are sorted. */
  finalCodes(codes: Uint32Array): Uint32Array {
    if (this.#finalCodes === null) throw new Error("The strings are not sorted yet.");
    finalise(codes, this.#finalCodes);
    return codes;
  }

  /** Sorts the strings and replaces every provisional code. After it no string may be added. */
  sortStrings(): void {
    const { bytes, offsets, codes } = this.strings.finish();
    this.#sections.set("strings.bytes", bytes);
    this.#sections.set("strings.offsets", offsets);
    for (const column of this.#stringColumns) finalise(column, codes);
    this.#finalCodes = codes;
  }

  /** A column kept with `putStrings`; empty where it held no string. */
  stringColumn(name: string): Uint32Array {
    return words(this.#sections, name);
  }

  sections(): Sections {
    return this.#sections;
  }
}

function finalise(column: Uint32Array, codes: Uint32Array): void {
  for (let row = 0; row < column.length; row++) column[row] = u32(codes, u32(column, row));
}
