/** Dates as sources give them: EDTF level 0 (ISO 8601-2), limited to `yyyy`, `yyyy-mm` and `yyyy-mm-dd`. */

/** The days a date may mean: integers `yyyymmdd`, both inclusive. */
export interface DateInterval {
  readonly min: number;
  readonly max: number;
}

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The days that `text` stands for, or null where it is not a date of the calendar. */
export function parseDate(text: string): DateInterval | null {
  const match = PATTERN.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  // ISO 8601 has a year 0000, the calendar of any source here has not; columns keep 0 for "no date".
  if (year === 0) return null;
  if (match[2] === undefined) return { min: year * 10_000 + 101, max: year * 10_000 + 1231 };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  const start = year * 10_000 + month * 100;
  const last = daysOfMonth(year, month);
  if (match[3] === undefined) return { min: start + 1, max: start + last };
  const day = Number(match[3]);
  return day < 1 || day > last ? null : { min: start + day, max: start + day };
}

/**
 * Orders two dates by their first possible day, then by their last.
 *
 * @throws RangeError where either is not a date
 */
export function compareDates(a: string, b: string): number {
  const left = interval(a);
  const right = interval(b);
  return left.min - right.min || left.max - right.max;
}

/** The first day that `text` may mean, as `yyyy-mm-dd`. @throws RangeError where it is not a date */
export function dateMinText(text: string): string {
  return dayText(interval(text).min);
}

/** The last day that `text` may mean, as `yyyy-mm-dd`. @throws RangeError where it is not a date */
export function dateMaxText(text: string): string {
  return dayText(interval(text).max);
}

/** A day given as the integer `yyyymmdd`, as `yyyy-mm-dd`. */
export function dayText(day: number): string {
  const digits = String(day).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

function interval(text: string): DateInterval {
  const parsed = parseDate(text);
  if (parsed === null) throw new RangeError(`"${text}" is not a date: expected yyyy, yyyy-mm or yyyy-mm-dd`);
  return parsed;
}

/** The number of days of a month, counted from 1, in the Gregorian calendar. */
export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
