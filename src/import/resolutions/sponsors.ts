import type { Telling } from "./telling.js";
import { readNames } from "./names.js";

/** The states that put a text forward. Chairs, committees and other sponsors that are no states are told as doubts. */
export function emitSponsors({ record, context, symbol, text, evidence, doubt }: Telling): void {
  const names = readNames(record.sponsors, (name) => context.states.byName(name, record.date.value));
  const told = new Set<string>();
  for (const { state, text: name, behalf } of names) {
    if (state === null)
      doubt({
        reason: "a sponsor that is no state known: left out",
        detail: `${symbol}: ${name}`,
      });
    else if (!told.has(state)) {
      told.add(state);
      const wording = behalf === undefined ? undefined : `On behalf of the ${behalf}.`;
      context.sink.edge({ type: "SPONSORED", subject: state, object: text, evidence: evidence("sponsors", wording) });
    }
  }
}
