import type { NodeRecord } from "../../graph/record.js";
import { ABOUT, CRITICIZED, MADE, SUPPORTED } from "../terms.js";
import { chain } from "./derivation.js";
import type { Derivation, Premises } from "./derivation.js";

/** What making a statement of a kind amounts to. Other kinds say nothing for or against what they are about. */
const STANCES: Readonly<Record<string, string>> = { ENDORSEMENT: SUPPORTED, CRITICISM: CRITICIZED };

/** X MADE s, and s is ABOUT y: X SUPPORTED y where s is an endorsement, X CRITICIZED y where it is a criticism. */
export function deriveStances(premises: Premises): readonly Derivation[] {
  return premises.edges(MADE).flatMap((made) => {
    const statement = premises.node(made.object);
    const kind = statement?.properties["kind"];
    const stance = typeof kind === "string" ? STANCES[kind] : undefined;
    if (statement === undefined || stance === undefined) return [];
    return premises
      .edgesFrom(ABOUT, statement.id)
      .filter((about) => about.object !== made.subject)
      .map((about) => dateByStatement(chain(stance, made, about), statement));
  });
}

/** A statement was made when it is dated, where the edge to it has no date of its own. */
function dateByStatement(derivation: Derivation, { properties, basis }: NodeRecord): Derivation {
  const { date } = properties;
  if (typeof date !== "string" || Object.keys(derivation.dates).length > 0) return derivation;
  return { ...derivation, dates: { date }, basis: basis.filter((note) => note.of === "date") };
}
