import { parseDate } from "../../graph/date.js";
import type { EdgeRecord, NodeRecord } from "../../graph/record.js";
import { CAST, FOR_DECISION_BY, MEMBER_OF, ON, VETOED } from "../terms.js";
import type { Derivation, Premises } from "./derivation.js";

/** What a text is called that was put to the vote and not adopted, whatever the source makes of it. */
const NOT_ADOPTED: readonly unknown[] = ["VETOED", "FAILED", "NOT_ADOPTED"];

/** The membership that Article 23 of the Charter names its holders for. */
const PERMANENT = "permanent member";

/**
 * The votes in favour that Article 27 of the Charter requires for what is not procedural: seven of eleven members, and since the Council
 * that sat from 1966 nine of fifteen. The amendment came into force on 31 August 1965; the members it added took their seats with the new
 * year, and no vote was taken under it before.
 */
const MAJORITIES = [
  { required: 7, from: 19_460_101, until: 19_651_231 },
  { required: 9, from: 19_660_101, until: Infinity },
];

/**
 * A permanent member voted against a text before its body, the text had the majority required, and was not adopted: the member VETOED it.
 * What is procedural cannot be vetoed; of a vote whose kind no source says that is not known, nor of one without its result.
 */
export function deriveVetoed(premises: Premises): readonly Derivation[] {
  const favour = countFavour(premises);
  return premises
    .edges(CAST)
    .filter((cast) => cast.properties["position"] === "NO" && counts(cast))
    .flatMap((cast) => {
      const vote = premises.node(cast.object);
      const date = cast.date ?? text(vote?.properties["date"]);
      if (vote?.properties["kind"] !== "SUBSTANTIVE" || date === null) return [];
      const required = majorityAt(date);
      if (required === null || inFavour(vote, favour) < required) return [];
      return premises
        .edgesFrom(ON, vote.id)
        .filter(counts)
        .filter((on) => NOT_ADOPTED.includes(premises.node(on.object)?.properties["status"]))
        .flatMap((on) =>
          premises
            .edgesFrom(FOR_DECISION_BY, on.object)
            .filter(counts)
            .map((decision) => [on, decision] as const),
        )
        .flatMap(([on, decision]) =>
          seatsAt(premises, cast.subject, decision.object, date).map((seat) => veto(cast, on, decision, seat, date)),
        );
    });
}

function veto(cast: EdgeRecord, on: EdgeRecord, decision: EdgeRecord, seat: EdgeRecord, date: string): Derivation {
  return {
    type: VETOED,
    subject: cast.subject,
    object: on.object,
    dates: { date },
    modality: "ACTUAL",
    rank: "NORMAL",
    basis: [],
    premises: [cast, on, decision, seat],
  };
}

/** Null for a date that may be on either side of the change. */
function majorityAt(date: string): number | null {
  const days = parseDate(date);
  if (days === null) return null;
  return MAJORITIES.find(({ from, until }) => from <= days.min && days.max <= until)?.required ?? null;
}

/** A state's permanent seats in a body on that day. A membership without dates is not limited to any. */
function seatsAt(premises: Premises, state: string, body: string, date: string): readonly EdgeRecord[] {
  const seats = premises
    .edgesFrom(MEMBER_OF, state)
    .filter((seat) => seat.object === body && seat.properties["kind"] === PERMANENT && counts(seat))
    .filter((seat) => holdsAt(seat, date));
  return seats.slice(0, 1);
}

function holdsAt({ date, from, until }: EdgeRecord, on: string): boolean {
  const days = parseDate(on);
  if (days === null) return false;
  const begins = parseDate(from ?? date ?? "")?.min ?? -Infinity;
  const ends = parseDate(until ?? date ?? "")?.max ?? Infinity;
  return begins <= days.min && days.max <= ends;
}

/** As the source counts them; where it does not, those whose votes are recorded. */
function inFavour(vote: NodeRecord, counted: ReadonlyMap<string, number>): number {
  const { tally } = vote.properties;
  const stated = typeof tally === "object" && "yes" in tally ? tally.yes : undefined;
  return typeof stated === "number" ? stated : (counted.get(vote.id) ?? 0);
}

function countFavour(premises: Premises): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const cast of premises.edges(CAST)) {
    if (cast.properties["position"] !== "YES" || !counts(cast)) continue;
    found.set(cast.object, (found.get(cast.object) ?? 0) + 1);
  }
  return found;
}

/** What did not happen, or what the editors do not believe, proves nothing. */
function counts({ modality, rank }: EdgeRecord): boolean {
  return modality === "ACTUAL" && rank !== "DEPRECATED";
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
