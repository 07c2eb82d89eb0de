/**
 * The best so many of a stream, by a comparison: a heap whose root is the worst one kept, so that a stream of any length takes
 * memory for the page alone.
 */
export class Top<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #capacity: number;
  readonly #heap: T[] = [];
  #dropped = false;

  constructor(capacity: number, compare: (a: T, b: T) => number) {
    this.#capacity = capacity;
    this.#compare = compare;
  }

  /** Whether more were offered than are kept. */
  get dropped(): boolean {
    return this.#dropped;
  }

  offer(item: T): void {
    const heap = this.#heap;
    if (heap.length < this.#capacity) {
      heap.push(item);
      this.#rise(heap.length - 1);
      return;
    }
    this.#dropped = true;
    const [worst] = heap;
    if (worst === undefined || this.#compare(item, worst) >= 0) return;
    heap[0] = item;
    this.#sink(0);
  }

  /** Those kept, best first. */
  sorted(): T[] {
    return this.#heap.toSorted(this.#compare);
  }

  #rise(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#worse(index, parent)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #sink(start: number): void {
    let index = start;
    for (;;) {
      const left = 2 * index + 1;
      if (left >= this.#heap.length) return;
      const child = left + 1 < this.#heap.length && this.#worse(left + 1, left) ? left + 1 : left;
      if (!this.#worse(child, index)) return;
      this.#swap(child, index);
      index = child;
    }
  }

  #worse(a: number, b: number): boolean {
    const [x, y] = [this.#heap[a], this.#heap[b]];
    return x !== undefined && y !== undefined && this.#compare(x, y) > 0;
  }

  #swap(a: number, b: number): void {
    const [x, y] = [this.#heap[a], this.#heap[b]];
    if (x === undefined || y === undefined) return;
    this.#heap[a] = y;
    this.#heap[b] = x;
  }
}
