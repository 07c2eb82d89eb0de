import { CALLS_FOR, RECOMMENDED, RECOMMENDS } from "../terms.js";
import { chain } from "./derivation.js";
import type { Derivation, Premises } from "./derivation.js";

/** The aims of asking for something; those of asking to end or prevent it are no recommendation of it. */
const AIMS = ["START", "CONTINUE"];

/** X RECOMMENDS r, and r CALLS_FOR y with the aim to start or continue it: X RECOMMENDED y. */
export function deriveRecommended(premises: Premises): readonly Derivation[] {
  return premises.edges(RECOMMENDS).flatMap((recommends) =>
    premises
      .edgesFrom(CALLS_FOR, recommends.object)
      .filter(({ properties }) => AIMS.some((aim) => aim === properties["aim"]))
      .map((callsFor) => chain(RECOMMENDED, recommends, callsFor)),
  );
}
