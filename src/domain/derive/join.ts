import { canonicalJson } from "../../graph/canonical.js";
import { edgeId } from "../../graph/edge-id.js";
import type { BasisNote, EdgeRecord } from "../../graph/record.js";
import { compareText } from "../../graph/text.js";
import { datesOf, joinDates } from "../dates.js";
import type { Dates } from "../dates.js";
import { joinEvidence } from "../evidence.js";
import { groupBy } from "../group.js";
import { impliedProperties } from "../implied.js";
import type { Derivation } from "./derivation.js";

/**
 * The edges that derivations with the same type and ends amount to. Those that agree in modality, rank and dates are one edge
 * with the evidence of all their premises; an edge stated in a dossier that agrees with a derivation stands instead of it. An
 * edge gets a key, made of what sets it apart, only where another has the same type and ends.
 */
export function joinDerivations(group: readonly Derivation[], stated: readonly EdgeRecord[]): readonly EdgeRecord[] {
  const open = group.filter((derivation) => !stated.some((edge) => agree(derivation, edge)));
  const occasions = splitByOccasion(open);
  const taken = new Set(stated.map((edge) => edge.key));
  return occasions.map((occasion) => makeEdge(occasion, stated.length > 0 || occasions.length > 1, taken));
}

function agree(derivation: Derivation, edge: EdgeRecord): boolean {
  return derivation.modality === edge.modality && joinDates(derivation.dates, datesOf(edge)) !== null;
}

/**
 * Derivations of one modality and rank tell of one occasion where one of them says all that the others say about when. Where
 * none does, which of two dated ones an undated one belongs to is anybody's guess: only those with equal dates are joined then.
 */
function splitByOccasion(group: readonly Derivation[]): readonly (readonly Derivation[])[] {
  return [...groupBy(group, ({ modality, rank }) => `${modality} ${rank}`).values()].flatMap((same) => {
    const byDates = groupBy(same, ({ dates }) => canonicalJson(dates));
    return byDates.has(canonicalJson(joinAllDates(same))) ? [same] : [...byDates.values()];
  });
}

function makeEdge(occasion: readonly Derivation[], keyed: boolean, taken: ReadonlySet<string | undefined>): EdgeRecord {
  const [first] = occasion;
  const dates = joinAllDates(occasion);
  if (first === undefined || dates === null) throw new RangeError("an occasion has derivations with compatible dates");
  const { type, subject, object, modality, rank } = first;
  const premises = occasion.flatMap((derivation) => derivation.premises);
  const name = keyOf(first, dates);
  const key = keyed ? { key: taken.has(name) ? `${name}-derived` : name } : {};
  return {
    id: edgeId({ type, subject, object, ...key }),
    type,
    subject,
    object,
    ...key,
    ...dates,
    modality,
    rank,
    properties: impliedProperties(type),
    basis: notesOn(dates, occasion),
    evidence: joinEvidence(premises.flatMap((premise) => premise.evidence)),
    derivedFrom: [...new Set(premises.map((premise) => premise.id))].sort(compareText),
  };
}

/** Null where they are not compatible. */
function joinAllDates(derivations: readonly Derivation[]): Dates | null {
  return derivations.reduce<Dates | null>((dates, next) => (dates === null ? null : joinDates(dates, next.dates)), {});
}

/** What the premises say about the dates taken, each note once; a date that any premise simply states has none. */
function notesOn(dates: Dates, occasion: readonly Derivation[]): readonly BasisNote[] {
  const taken = Object.entries(dates);
  return taken.flatMap(([name, date]) => {
    const givers = occasion.filter((derivation) =>
      Object.entries(derivation.dates).some(([of, its]) => of === name && its === date),
    );
    const notes = givers.map((giver) => giver.basis.filter((note) => note.of === name));
    if (notes.some((own) => own.length === 0)) return [];
    return [...notes.flat()].sort((a, b) => compareText(canonicalJson(a), canonicalJson(b))).slice(0, 1);
  });
}

/** Such as `2014-02`, `1953-to-1961`, `possible-undated`, `deprecated-2014`. */
function keyOf({ modality, rank }: Derivation, { date, from, until }: Dates): string {
  const span = [from === undefined ? "" : `from-${from}`, until === undefined ? "" : `until-${until}`];
  const when = [date ?? "", ...span].filter((part) => part !== "").join("-");
  const parts = [rank === "NORMAL" ? "" : rank, modality === "ACTUAL" ? "" : modality, when === "" ? "undated" : when];
  return parts
    .filter((part) => part !== "")
    .join("-")
    .toLowerCase()
    .replaceAll("_", "-");
}
