import { parseDate } from "../graph/date.js";
import type { EdgeRecord } from "../graph/record.js";

/** When an edge holds. */
export type Dates = Pick<EdgeRecord, "date" | "from" | "until">;

const NAMES = ["date", "from", "until"] as const;

/**
 * The dates of two accounts of one thing. They are compatible where each of date, from and until is the same in both, is absent
 * in one, or is a part of the other's (2014-02 is a part of 2014), and where what results is one date or one span; the more
 * precise is taken.
 *
 * @returns null where they are not compatible: two things then, not one
 */
export function joinDates(a: Dates, b: Dates): Dates | null {
  const joined: { -readonly [name in keyof Dates]: string } = {};
  for (const name of NAMES) {
    const date = joinDate(a[name], b[name]);
    if (date === null) return null;
    if (date !== undefined) joined[name] = date;
  }
  const { date, from, until } = joined;
  if (date !== undefined && (from !== undefined || until !== undefined)) return null;
  return from !== undefined && until !== undefined && endsBefore(until, from) ? null : joined;
}

/** The dates of an edge, and nothing else of it. */
export function datesOf(edge: Dates): Dates {
  return Object.fromEntries(NAMES.flatMap((name) => (edge[name] === undefined ? [] : [[name, edge[name]]])));
}

function endsBefore(until: string, from: string): boolean {
  const [first, last] = [parseDate(from), parseDate(until)];
  return first !== null && last !== null && first.min > last.max;
}

function joinDate(a: string | undefined, b: string | undefined): string | undefined | null {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  const left = parseDate(a);
  const right = parseDate(b);
  if (left === null || right === null) return null;
  if (left.min <= right.min && right.max <= left.max) return b;
  return right.min <= left.min && left.max <= right.max ? a : null;
}
