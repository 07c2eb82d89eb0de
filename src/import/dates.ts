import { parseDate } from "../graph/date.js";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/**
 * The day that official files write as `18 December 2019`, `2019-12-18` or `2019-12-18 00:00:00`, with spaces of any kind.
 *
 * @returns `yyyy-mm-dd`, or null where it is no day of the calendar
 */
export function readDay(text: string): string | null {
  const clean = text.replace(/\s+/g, " ").trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[ T]00:00:00)?$/.exec(clean)?.[1];
  if (iso !== undefined) return check(iso);
  // "19 November 2004 in Nairobi"
  const [, day, month = "", year] = /^(\d{1,2}) ([A-Za-z]+) (\d{4})(?: in [\p{L} ]+)?$/u.exec(clean) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (day === undefined || year === undefined || number === 0) return null;
  return check(`${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`);
}

function check(day: string): string | null {
  return parseDate(day) === null ? null : day;
}
