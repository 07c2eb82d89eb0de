import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { compareDates, dateMaxText, dateMinText, dayText, parseDate } from "../../src/graph/date.js";

describe("dates", () => {
  it.each([
    ["2014", 20140101, 20141231],
    ["2014-02", 20140201, 20140228],
    ["2016-02", 20160201, 20160229],
    ["1900-02", 19000201, 19000228],
    ["2014-04", 20140401, 20140430],
    ["2014-02-17", 20140217, 20140217],
  ])("%s means the days from %i to %i", (text, min, max) => {
    expect(parseDate(text)).toEqual({ min, max });
  });

  it.each([
    "",
    "14",
    "2014-2",
    "2014-13",
    "2014-02-30",
    "2015-02-29",
    "2014-02-17T10:00",
    "0000",
    "0000-01-01",
    "2014/2015",
    "2014~",
    " 2014",
  ])("%j is not a date", (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it("give their first and last day as text", () => {
    expect([dateMinText("2016-02"), dateMaxText("2016-02")]).toEqual(["2016-02-01", "2016-02-29"]);
    expect(() => dateMinText("soon")).toThrow('"soon" is not a date');
  });

  it("order by first day, then by last", () => {
    expect(["2014-02", "2014", "2013-12-31", "2014-01-01"].sort(compareDates)).toEqual([
      "2013-12-31",
      "2014-01-01",
      "2014",
      "2014-02",
    ]);
  });

  it("agree with the calendar for every day", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString().slice(0, 10);
          const parsed = parseDate(text);
          expect(parsed?.min).toBe(parsed?.max);
          expect(dayText(parsed?.min ?? 0)).toBe(text);
        },
      ),
    );
  });
});
