import type { Element } from "./order.js";

/** Told of an element. Returns true to be told of no more. */
export type ElementVisitor = (element: Element) => boolean;

/** Where the elements of one connection come from: those that its filters let through. */
export interface Source {
  /** Whether `each` visits in order of id. */
  readonly ordered: boolean;
  /** Visits every element once, or until the visitor ends it. */
  each(visit: ElementVisitor): void;
  /** The number of elements, where it is known without visiting them; else null. */
  readonly size: number | null;
  /** Elements in order of id from a given id on, where they need not all be visited for that; else null. */
  readonly range: Range | null;
}

/** Elements in order of id from some place: before or after an id, which need not exist any more. */
export interface Range {
  /** From the first element after `id` upwards, or at `id` where `inclusive`; from the very first for null. */
  ascending(id: string | null, inclusive: boolean): Iterable<Element>;
  /** From the last element before `id` downwards, or at `id` where `inclusive`; from the very last for null. */
  descending(id: string | null, inclusive: boolean): Iterable<Element>;
}
