/**
 * Reading typed arrays. A column without any value is stored as an empty array, so reading past the end gives 0, which stands for
 * "none" in every column of the graph. One function per array type keeps each of them monomorphic, hence fast.
 */

export type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** The value at an index, 0 past the end. */
export function u8(array: Uint8Array, index: number): number {
  return array[index] ?? 0;
}

/** The value at an index, 0 past the end. */
export function u32(array: Uint32Array, index: number): number {
  return array[index] ?? 0;
}

/** The value at an index, 0 past the end. */
export function i32(array: Int32Array, index: number): number {
  return array[index] ?? 0;
}

/** The value at an index, 0 past the end. */
export function f64(array: Float64Array, index: number): number {
  return array[index] ?? 0;
}

/** Whether a bit of a bitmap is set; past the end it is not. */
export function bit(bitmap: Uint8Array, index: number): boolean {
  return (u8(bitmap, index >> 3) & (1 << (index & 7))) !== 0;
}

/** Sets a bit of a bitmap under construction. */
export function setBit(bitmap: Uint8Array, index: number): void {
  bitmap[index >> 3] = u8(bitmap, index >> 3) | (1 << (index & 7));
}

/** A bitmap of so many zero bits. */
export function newBitmap(length: number): Uint8Array {
  return new Uint8Array((length + 7) >> 3);
}

/** Position of the first element of an ascending array that is not below `value`. */
export function lowerBound(ascending: Uint32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (u32(ascending, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The numbers from 0 to `length`, exclusive. */
export function rowNumbers(length: number): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}
