import { PlenaryError } from "../../errors.js";
import type { Limits } from "../engine.js";

/** How many steps go by between two looks at the clock. */
const STEPS = 4096;

/** Watches the limits of one request. Both methods are cheap enough for inner loops. */
export class Meter {
  readonly #deadline: number;
  readonly #allowed: number;
  #edges = 0;
  #steps = 0;

  constructor(limits: Limits) {
    this.#deadline = limits.deadline;
    this.#allowed = limits.edges;
  }

  /** Counts edges that are about to be looked at. Throws `TOO_EXPENSIVE` beyond the bound, `TIMEOUT` after the deadline. */
  look(edges: number): void {
    this.#edges += edges;
    if (this.#edges > this.#allowed) {
      throw new PlenaryError(
        "TOO_EXPENSIVE",
        `The question looks at more than ${this.#allowed} edges. Narrow it: fewer fields, a stricter filter, a smaller page.`,
      );
    }
    this.step(edges);
  }

  /** Counts other work. Throws `TIMEOUT` after the deadline. */
  step(count = 1): void {
    this.#steps += count;
    if (this.#steps < STEPS) return;
    this.#steps = 0;
    this.checkTime();
  }

  /** Throws `TIMEOUT` after the deadline. */
  checkTime(): void {
    if (Date.now() > this.#deadline) {
      throw new PlenaryError("TIMEOUT", "The answer took longer than is allowed. Narrow the question.");
    }
  }
}
