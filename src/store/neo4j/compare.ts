import { compareText } from "../../graph/text.js";
import type { Pages } from "./stored.js";

/** How an element of the graph stands to what is stored: it has to be added, is as it should be, or has to be changed. */
export const ADDED = 0;
export const UNCHANGED = 1;
export const CHANGED = 2;
export type State = typeof ADDED | typeof UNCHANGED | typeof CHANGED;

/** An element of the graph by its number. */
export interface Expected {
  readonly id: string;
  readonly number: number;
}

export interface Comparison<T> {
  /** What the stored element is to the element of that number; {@link ADDED} where it has to be taken away and added anew. */
  readonly judge: (stored: T, number: number) => State;
  /** Told how each element stands that is stored. */
  readonly found: (number: number, state: State) => void;
  /** Told, for each page, the ids to take away; the next page is not read before that is done. */
  readonly stale: (ids: readonly string[]) => Promise<void>;
}

/**
 * Compares what is stored with what should be, both in order of id, a page at a time.
 *
 * @returns how many ids are stored
 */
export async function compareStored<T extends { readonly id: string }>(
  stored: Pages<T>,
  expected: Iterator<Expected>,
  { judge, found, stale }: Comparison<T>,
): Promise<number> {
  let next = expected.next();
  let before = "";
  let numberBefore: number | null = null;
  let count = 0;
  for await (const page of stored) {
    const gone: string[] = [];
    for (const element of page) {
      if (element.id === before) {
        // Somebody has made a copy: which of them is the right one does not matter.
        gone.push(element.id);
        if (numberBefore !== null) found(numberBefore, ADDED);
        continue;
      }
      count++;
      while (next.done !== true && compareText(next.value.id, element.id) < 0) next = expected.next();
      const number = next.done !== true && next.value.id === element.id ? next.value.number : null;
      const state = number === null ? ADDED : judge(element, number);
      if (state === ADDED) gone.push(element.id);
      else if (number !== null) found(number, state);
      before = element.id;
      numberBefore = number;
    }
    if (gone.length > 0) await stale(gone);
  }
  return count;
}
