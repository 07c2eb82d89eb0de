import type { Position } from "./problem.js";

/** Where each record is written, by identity of the record; filled while reading and merging. */
export class Placing {
  readonly #places = new Map<object, Position>();

  /** Read-only, for those who report. */
  get places(): ReadonlyMap<object, Position> {
    return this.#places;
  }

  set(record: object, at: Position): void {
    this.#places.set(record, at);
  }

  /** @throws RangeError where the record was never placed */
  get(record: object): Position {
    const at = this.#places.get(record);
    if (at === undefined) throw new RangeError("a record without a place");
    return at;
  }

  /** Gives a record made from another that one's place. */
  copy(from: object, to: object): void {
    this.set(to, this.get(from));
  }
}
