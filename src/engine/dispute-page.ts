import { compareText } from "../graph/text.js";
import type { Key, Page } from "../plan/plan.js";

/** The disputes of one page, and the value of its `pageInfo`. */
export interface DisputePage<T> {
  readonly disputes: readonly T[];
  readonly info: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startKey: Key | null;
    readonly endKey: Key | null;
  };
}

/** Cuts a page out of all disputes, which are in order of id. */
export function disputePage<T extends { readonly id: string }>(all: readonly T[], page: Page): DisputePage<T> {
  const { first, last, after, before } = page;
  const [start, end] = [
    after === null ? 0 : all.filter(({ id }) => compareText(id, String(after.at(-1))) <= 0).length,
    before === null ? all.length : all.filter(({ id }) => compareText(id, String(before.at(-1))) < 0).length,
  ];
  const within = all.slice(start, Math.max(start, end));
  const disputes = first === null ? within.slice(Math.max(0, within.length - (last ?? 0))) : within.slice(0, first);
  const left = disputes.length < within.length;
  const key = (dispute: T | undefined): Key | null => (dispute === undefined ? null : [dispute.id]);
  return {
    disputes,
    info: {
      hasNextPage: end < all.length || (first !== null && left),
      hasPreviousPage: start > 0 || (first === null && left),
      startKey: key(disputes[0]),
      endKey: key(disputes.at(-1)),
    },
  };
}
