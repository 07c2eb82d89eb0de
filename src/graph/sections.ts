import type { NumberArray } from "./arrays.js";

/** A graph as it lies in memory and in its file: named typed arrays, nothing else. An absent section is an empty column. */
export type Sections = ReadonlyMap<string, NumberArray>;

/** The section of that name, empty where there is none. Throws where it holds another kind of numbers. */
export function bytes(sections: Sections, name: string): Uint8Array {
  return read(sections, name, Uint8Array);
}

/** As {@link bytes}, for unsigned 32-bit integers. */
export function words(sections: Sections, name: string): Uint32Array {
  return read(sections, name, Uint32Array);
}

/** As {@link bytes}, for signed 32-bit integers. */
export function integers(sections: Sections, name: string): Int32Array {
  return read(sections, name, Int32Array);
}

/** As {@link bytes}, for 64-bit floats. */
export function floats(sections: Sections, name: string): Float64Array {
  return read(sections, name, Float64Array);
}

function read<T extends NumberArray>(sections: Sections, name: string, kind: new (length: number) => T): T {
  const section = sections.get(name);
  if (section === undefined) return new kind(0);
  if (!(section instanceof kind)) throw new TypeError(`Section "${name}" does not hold ${kind.name}.`);
  return section;
}
