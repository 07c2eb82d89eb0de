import { daysOfMonth, parseDate } from "./date.js";

/**
 * EDTF level 0 dates as one integer: `yyyymmdd`, with 00 for a month or day that is not given. 0 is no date. The text and the interval
 * follow from it, so that a date column takes four bytes a row.
 */

/** The packed form of a date. Throws `RangeError` where the text is no date. */
export function packDate(text: string): number {
  if (parseDate(text) === null) throw new RangeError(`"${text}" is not a date (yyyy, yyyy-mm or yyyy-mm-dd).`);
  return Number(text.slice(0, 4)) * 10_000 + Number(text.slice(5, 7)) * 100 + Number(text.slice(8, 10));
}

/** The text of a packed date other than 0. */
export function unpackDate(date: number): string {
  const year = String(Math.floor(date / 10_000)).padStart(4, "0");
  const month = Math.floor(date / 100) % 100;
  const day = date % 100;
  if (month === 0) return year;
  return day === 0 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** The first day of a packed date, as `yyyymmdd`. */
export function firstDay(date: number): number {
  if (date % 10_000 === 0) return date + 101;
  return date % 100 === 0 ? date + 1 : date;
}

/** The last day of a packed date, as `yyyymmdd`. */
export function lastDay(date: number): number {
  if (date % 10_000 === 0) return date + 1231;
  return date % 100 === 0 ? date + daysOfMonth(Math.floor(date / 10_000), Math.floor(date / 100) % 100) : date;
}

/** A number that orders packed dates by first day, then by last day. */
export function dateRank(date: number): number {
  const spread = date % 10_000 === 0 ? 2 : date % 100 === 0 ? 1 : 0;
  return firstDay(date) * 4 + spread;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
