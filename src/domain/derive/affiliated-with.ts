import { AFFILIATED_WITH, HOLDS, OFFICE_OF } from "../terms.js";
import { chain } from "./derivation.js";
import type { Derivation, Premises } from "./derivation.js";

/** X HOLDS o, and o is OFFICE_OF y: X is AFFILIATED_WITH y for as long as X holds o. */
export function deriveAffiliatedWith(premises: Premises): readonly Derivation[] {
  return premises
    .edges(HOLDS)
    .flatMap((holds) =>
      premises.edgesFrom(OFFICE_OF, holds.object).map((officeOf) => chain(AFFILIATED_WITH, holds, officeOf)),
    );
}
