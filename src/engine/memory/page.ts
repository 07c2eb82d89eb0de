import type { Key, Page } from "../../plan/plan.js";
import type { Element, Ordering } from "./order.js";
import type { ElementVisitor, Range, Source } from "./source.js";
import { Top } from "./top.js";

/** The elements of one page, in order, and whether the connection goes on at either end. */
export interface Window {
  readonly elements: readonly Element[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** Whether a page can be read without visiting every element of its connection. */
export function canSeek(source: Source, ordering: Ordering, page: Page): boolean {
  if (!ordering.byId) return false;
  return (
    source.range !== null || (source.ordered && page.first !== null && page.after === null && page.before === null)
  );
}

/** Reads a page where `canSeek` says so. */
export function seekPage(source: Source, ordering: Ordering, page: Page): Window {
  const { range } = source;
  if (range !== null) return rangePage(range, ordering, page);
  const elements: Element[] = [];
  let hasNextPage = false;
  source.each((element) => {
    hasNextPage = elements.length === (page.first ?? 0);
    if (!hasNextPage) elements.push(element);
    return hasNextPage;
  });
  return { elements, hasNextPage, hasPreviousPage: false };
}

function rangePage(range: Range, ordering: Ordering, page: Page): Window {
  const after = idOf(page.after);
  const before = idOf(page.before);
  const forward = page.first !== null;
  const limit = page.first ?? page.last ?? 0;
  const [from, to] = forward ? [after, page.before] : [before, page.after];
  const beyond = to === null ? () => false : sided(ordering.against(to), forward);
  const elements: Element[] = [];
  let more = false;
  for (const element of forward ? range.ascending(from, false) : range.descending(from, false)) {
    if (beyond(element)) break;
    more = elements.length === limit;
    if (more) break;
    elements.push(element);
  }
  const earlier = after !== null && exists(range.descending(after, true));
  const later = before !== null && exists(range.ascending(before, true));
  return forward
    ? { elements, hasNextPage: more || later, hasPreviousPage: earlier }
    : { elements: elements.reverse(), hasNextPage: later, hasPreviousPage: more || earlier };
}

/** Selects a page while every element of a connection goes by. */
export function pageSelector(ordering: Ordering, page: Page): { readonly visit: ElementVisitor; window(): Window } {
  const forward = page.first !== null;
  const compare = (a: Element, b: Element) => (forward ? ordering.compare(a, b) : ordering.compare(b, a));
  const top = new Top(page.first ?? page.last ?? 0, compare);
  const after = page.after === null ? null : ordering.against(page.after);
  const before = page.before === null ? null : ordering.against(page.before);
  let earlier = false;
  let later = false;
  return {
    visit: (element) => {
      const tooEarly = after !== null && after(element) <= 0;
      const tooLate = before !== null && before(element) >= 0;
      if (tooEarly) earlier = true;
      if (tooLate) later = true;
      if (!tooEarly && !tooLate) top.offer(element);
      return false;
    },
    window: () => ({
      elements: forward ? top.sorted() : top.sorted().reverse(),
      hasNextPage: later || (forward && top.dropped),
      hasPreviousPage: earlier || (!forward && top.dropped),
    }),
  };
}

function sided(against: (element: Element) => number, forward: boolean): (element: Element) => boolean {
  return forward ? (element) => against(element) >= 0 : (element) => against(element) <= 0;
}

function idOf(key: Key | null): string | null {
  return key === null ? null : String(key.at(-1));
}

function exists(elements: Iterable<Element>): boolean {
  for (const _ of elements) return true;
  return false;
}
