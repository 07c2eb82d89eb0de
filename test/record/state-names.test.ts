import { beforeAll, describe, expect, test } from "vitest";

import { foldName } from "../../src/import/states/names.js";
import { resolveStates } from "../../src/import/states/states.js";
import { FORMER_STATES, OTHER_NAMES } from "../../src/import/states/table.js";
import { hasFiles, runPython } from "./record.js";

/** First and last use of each name in the files: months in the roll calls, days in the registers of resolutions. */
interface Uses {
  readonly votes: Readonly<Record<string, Span>>;
  readonly registers: Readonly<Record<string, Span>>;
}
type Span = readonly [first: string, last: string];

const present = await hasFiles();
const { byName } = resolveStates(
  { identify: (_t, _p, _v, id) => id, identifyNamed: (_t, _n, id) => id, identifyVote: (_p, _d, id) => id },
  { node: () => undefined, edge: () => undefined },
);

describe.skipIf(!present)("the table of states against the names that the official files use", () => {
  let uses: Uses | null;
  beforeAll(async () => {
    const printed = await runPython("state-names.py");
    uses = printed === null ? null : (JSON.parse(printed) as Uses);
  }, 60_000);

  test("knows who cast each vote of the roll calls, and none of a state that was no more", ({ skip }) => {
    if (uses === null) return skip("python3 is not installed");
    const { votes } = uses;
    // The roll calls call Serbia Yugoslavia to this day: docs/imports.md.
    for (const [name, [first, last]] of Object.entries(votes).filter(([name]) => name !== "Yugoslavia")) {
      const state = byName(name, first);
      expect(state, name).not.toBeNull();
      const former = FORMER_STATES.find(({ id }) => id === state);
      if (former !== undefined) expect(last <= former.until, `${name} voted in ${last}`).toBe(true);
      else expect(byName(name, last), name).toBe(state);
    }
    const end = FORMER_STATES.find(({ id }) => id === "republic-of-china")?.until ?? "";
    expect([votes["Taiwan"]?.[1], votes["China"]?.[0]]).toEqual([end.slice(0, "yyyy-mm".length), "1971-11"]);
  });

  test("ends and begins no former name while the registers of resolutions use it otherwise", ({ skip }) => {
    if (uses === null) return skip("python3 is not installed");
    const spans = new Map(Object.entries(uses.registers).map(([name, span]) => [foldName(name), span]));
    // China's name is another's since.
    const former = OTHER_NAMES.filter(({ kind, state }) => kind === "FORMER" && state !== "republic-of-china");
    const checked = former.flatMap(({ text, from = "", until = "9999" }) => {
      const span = spans.get(foldName(text));
      if (span === undefined) return [];
      expect(span[0] >= from && span[1] <= until, `${text} from ${span[0]} to ${span[1]}`).toBe(true);
      return [text];
    });
    expect(checked.toSorted()).toEqual([
      "Libyan Arab Jamahiriya",
      "The former Yugoslav Republic of Macedonia",
      "Turkey",
    ]);
  });
});
