import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { STORIES } from "../../../web/explorer/src/stories.js";
import { decodeView, encodeView } from "../../../web/explorer/src/view/codec.js";
import { EMPTY_VIEW, MODALITIES, MOST, PAGE, type View } from "../../../web/explorer/src/view/view.js";

const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,4}$/);
const constant = fc.stringMatching(/^[A-Z]+(_[A-Z]+){0,2}$/);
const edge = fc.tuple(slug, constant, slug).map((parts) => parts.join("/"));
/** Text that nobody has promised anything about, as a pasted link may hold it. */
const anything = fc.string({ minLength: 1, unit: "grapheme" });
const size = fc.integer({ min: 0, max: MOST });

const views: fc.Arbitrary<View> = fc.record({
  page: fc.constantFrom("view", "stories", "schema"),
  form: fc.constantFrom("picture", "list"),
  story: fc.option(anything),
  nodes: fc.uniqueArray(slug),
  listing: fc.option(fc.record({ type: constant, first: size })),
  expansions: fc.array(
    fc
      .record({
        node: fc.option(slug),
        type: fc.option(constant),
        way: fc.constantFrom("OUT", "IN", "BOTH"),
        first: size,
      })
      .filter(({ node, type }) => node !== null || type !== null),
  ),
  trace: fc.option(fc.record({ from: slug, to: slug })),
  selected: fc.option(fc.oneof(slug, edge, anything)),
  modalities: fc
    .subarray([...MODALITIES], { minLength: 1 })
    .map((some) => MODALITIES.filter((modality) => some.includes(modality))),
  valid: fc.option(fc.constantFrom("2014", "2014-02", "2014-02-17")),
  known: fc.option(fc.constantFrom("2016", "2023-12")),
  body: fc.option(slug),
  hidden: fc.uniqueArray(constant),
  snapshot: fc.option(fc.stringMatching(/^[0-9a-f]{16}$/)),
});

test("a view is its URL: reading what was written gives the same view", () => {
  fc.assert(
    fc.property(views, (view) => {
      const url = new URL(`http://localhost/#${encodeView(view)}`);
      expect(decodeView(url.hash)).toEqual(view);
    }),
  );
});

test("any text is read as some view, and that view has a URL of its own", () => {
  fc.assert(
    fc.property(fc.oneof(anything, fc.array(fc.tuple(constant, anything)).map(String)), (text) => {
      const view = decodeView(text);
      expect(decodeView(encodeView(view))).toEqual(view);
    }),
  );
});

describe("a URL", () => {
  test("says only what differs from an empty view", () => {
    expect(encodeView(EMPTY_VIEW)).toBe("");
  });

  test("can be read by people", () => {
    const view: View = {
      ...EMPTY_VIEW,
      expansions: [{ node: "china", type: "BLOCKED", way: "OUT", first: PAGE }],
      selected: "china/BLOCKED/referral",
      modalities: ["ACTUAL", "POSSIBLE"],
      valid: "2014-02",
      hidden: ["ABOUT", "MADE"],
    };
    expect(encodeView(view)).toBe(
      "expand=china~BLOCKED~out~25&selected=china/BLOCKED/referral&modality=ACTUAL,POSSIBLE&valid=2014-02&hide=ABOUT,MADE",
    );
  });

  test("that asks for more than the API gives is read as asking for the most it gives", () => {
    expect(decodeView("expand=china~CAST~out~9999").expansions[0]?.first).toBe(MOST);
    expect(decodeView("expand=china~CAST~out~-1").expansions[0]?.first).toBe(PAGE);
    expect(decodeView("expand=china~CAST~out~0").expansions[0]?.first).toBe(0);
  });

  test("of each story is short enough to be sent", () => {
    for (const { view } of STORIES) expect(encodeView(view).length).toBeLessThan(600);
  });
});
