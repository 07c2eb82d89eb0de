import { readNames } from "./names.js";
import { POSITIONS } from "./record.js";
import type { Position, Tally, VoteRecord } from "./record.js";
import { settleTally } from "./tally.js";
import type { Voters } from "./tally.js";
import type { Stated } from "./record.js";

/** How one state voted, by one of the lists of a record. */
export interface CastPosition {
  readonly state: string;
  readonly position: Position;
  /** Of a state that stands on two lists: whether the numbers bear this one out. Absent for all others. */
  readonly doubt?: { readonly borneOut: boolean | null; readonly wording: string };
}

export interface Positions {
  readonly cast: readonly CastPosition[];
  readonly tally: Stated<Tally> | null;
  /** Names on the lists that are those of no state known, as they are written. */
  readonly unknown: readonly string[];
  /** Names that stand in one list twice. */
  readonly repeated: number;
}

/** Who voted how by the lists of a record, and the result by all that it says. */
export function readPositions(vote: VoteRecord, byName: (name: string) => string | null): Positions {
  const named = POSITIONS.map((position) => ({ position, names: readNames(vote.lists[position], byName) }));
  const voters = Object.fromEntries(
    named.map(({ position, names }) => [position, new Set(names.map(({ state, text }) => state ?? text))]),
  ) as Record<Position, Set<string>>;
  const distinct = POSITIONS.reduce((sum, position) => sum + voters[position].size, 0);
  const written = named.reduce((sum, { names }) => sum + names.length, 0);
  const unknown = named.flatMap(({ names }) => names.filter(({ state }) => state === null).map(({ text }) => text));
  const unknownSet = new Set(unknown);
  const choices = onTwoLists(voters).map((state) => ({ state, keep: borneOut(state, voters, vote.counts) }));
  const cast = POSITIONS.flatMap((position) =>
    [...voters[position]]
      .filter((state) => !unknownSet.has(state))
      .map((state) => castPosition(state, position, choices, voters)),
  );
  return { cast, tally: tallyOf(vote, voters, choices), unknown: [...unknownSet], repeated: written - distinct };
}

interface Choice {
  readonly state: string;
  /** The list that the counts leave the state on; null where they do not tell. */
  readonly keep: Position | null;
}

function castPosition(state: string, position: Position, choices: readonly Choice[], voters: Voters): CastPosition {
  const choice = choices.find((it) => it.state === state);
  if (choice === undefined) return { state, position };
  const lists = POSITIONS.filter((other) => voters[other].has(state));
  const wording = `It is listed as voting ${lists.join(" and ")}${choice.keep === null ? "" : `; the counts agree with ${choice.keep} alone`}.`;
  return { state, position, doubt: { borneOut: choice.keep === null ? null : choice.keep === position, wording } };
}

function onTwoLists(voters: Voters): readonly string[] {
  const all = POSITIONS.flatMap((position) => [...voters[position]]);
  return [...new Set(all.filter((state, i) => all.indexOf(state) !== i))];
}

/** The one list on which a state can stay so that the lengths of all lists are those counted. */
function borneOut(state: string, voters: Voters, counts: Tally | null): Position | null {
  if (counts === null) return null;
  const counted: Readonly<Record<Position, number>> = { YES: counts.yes, NO: counts.no, ABSTAIN: counts.abstain };
  const fitting = POSITIONS.filter((keep) => voters[keep].has(state)).filter((keep) =>
    POSITIONS.every((list) => {
      const left = voters[list].size - (list !== keep && voters[list].has(state) ? 1 : 0);
      return left === counted[list];
    }),
  );
  const [only = null] = fitting.length === 1 ? fitting : [];
  return only;
}

function tallyOf(vote: VoteRecord, voters: Voters, choices: readonly Choice[]): Stated<Tally> | null {
  const { counts } = vote;
  const settled = counts !== null && choices.length === 1 && choices[0]?.keep !== null;
  if (!settled) return settleTally(vote, voters);
  const listed = { yes: voters.YES.size, no: voters.NO.size, abstain: voters.ABSTAIN.size };
  return {
    value: counts,
    preferred: true,
    reason:
      "So say the counts of the record; its lists agree once a state that they have twice is on one of them only.",
    rivals: [{ value: listed, reason: "The lists of the record have one state twice." }],
  };
}
