import type { NumberArray } from "./arrays.js";

/** Numbers that arrive one at a time, for a section whose length is not known beforehand. Those that were never given are 0. */
export class Growing<A extends NumberArray = NumberArray> {
  readonly #kind: new (length: number) => A;
  #numbers: A;
  #length = 0;

  constructor(kind: new (length: number) => A) {
    this.#kind = kind;
    this.#numbers = new kind(0);
  }

  /** One more than the last index that was given a number. */
  get length(): number {
    return this.#length;
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  push(value: number): void {
    this.put(this.#length, value);
  }

  /** Puts a number at an index, beyond the end too. */
  put(index: number, value: number): void {
    if (index >= this.#numbers.length) this.#grow(index + 1);
    this.#numbers[index] = value;
    if (index >= this.#length) this.#length = index + 1;
  }

  /** All numbers as they came, `length` of them. */
  all(length = this.#length): A {
    const all = new this.#kind(length);
    all.set(this.#numbers.subarray(0, this.#length));
    return all;
  }

  /** The numbers at some indexes, in their order. */
  ordered(order: Uint32Array): A {
    const numbers = this.#numbers;
    const all = new this.#kind(order.length);
    for (let i = 0; i < order.length; i++) all[i] = numbers[order[i] ?? 0] ?? 0;
    return all;
  }

  #grow(length: number): void {
    const larger = new this.#kind(Math.max(length, 2 * this.#numbers.length, 16));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
