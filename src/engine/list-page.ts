import type { Key, Page } from "../plan/plan.js";

/** The elements of one page, and the value of its `pageInfo`. */
export interface ListPage<T> {
  readonly elements: readonly T[];
  readonly info: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startKey: Key | null;
    readonly endKey: Key | null;
  };
}

/** A part of a connection over a list, `N` being what it selects of an element and `E` of its edge. */
type ListPart<N, E> =
  | { readonly kind: "totalCount" | "pageInfo" }
  | { readonly kind: "nodes"; readonly fields: N }
  | { readonly kind: "edges"; readonly fields: E };

/** The value of one part of a connection over a list of `count` elements; the readers say what a selection has of an element. */
export function listPart<T, N, E>(
  part: ListPart<N, E>,
  count: number,
  page: ListPage<T>,
  readers: {
    readonly node: (fields: N) => (element: T) => unknown;
    readonly edge: (fields: E) => (element: T) => unknown;
  },
): unknown {
  switch (part.kind) {
    case "totalCount":
      return count;
    case "pageInfo":
      return page.info;
    case "nodes":
      return page.elements.map(readers.node(part.fields));
    case "edges":
      return page.elements.map(readers.edge(part.fields));
  }
}

/**
 * Cuts a page out of a list that is in order.
 *
 * @param against compares an element with a cursor's key: negative where it comes before
 */
export function listPage<T>(
  all: readonly T[],
  page: Page,
  against: (element: T, key: Key) => number,
  keyOf: (element: T) => Key,
): ListPage<T> {
  const { first, last, after, before } = page;
  const [start, end] = [
    after === null ? 0 : all.filter((one) => against(one, after) <= 0).length,
    before === null ? all.length : all.filter((one) => against(one, before) < 0).length,
  ];
  const within = all.slice(start, Math.max(start, end));
  const elements = first === null ? within.slice(Math.max(0, within.length - (last ?? 0))) : within.slice(0, first);
  const left = elements.length < within.length;
  const key = (element: T | undefined): Key | null => (element === undefined ? null : keyOf(element));
  return {
    elements,
    info: {
      hasNextPage: end < all.length || (first !== null && left),
      hasPreviousPage: start > 0 || (first === null && left),
      startKey: key(elements[0]),
      endKey: key(elements.at(-1)),
    },
  };
}
