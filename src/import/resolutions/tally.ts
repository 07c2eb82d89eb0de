import { POSITIONS } from "./record.js";
import type { Position, Stated, Tally, VoteRecord } from "./record.js";

/** A list's voters by what tells them apart: the same state twice in one list is one voter. */
export type Voters = Readonly<Record<Position, ReadonlySet<string>>>;

/** One place of a record that tells the result of a vote. */
interface Testimony {
  readonly says: string;
  readonly tally: Tally;
}

/**
 * The result of a vote. A record gives it up to three times: in lists of states, in numbers beside them, and in words. Where two agree
 * against the third, what two say is preferred. Where one stands against one, the lists are read, because they can be checked
 * state by state, and the other stands beside them, undecided.
 *
 * @returns null where the record says nothing of a result
 */
export function settleTally(vote: VoteRecord, voters: Voters): Stated<Tally> | null {
  const testimonies = testimoniesOf(vote, voters);
  const [first] = testimonies;
  if (first === undefined) return null;
  const groups = new Map<string, Testimony[]>();
  for (const testimony of testimonies) {
    const key = JSON.stringify(fullTally(testimony.tally));
    groups.set(key, [...(groups.get(key) ?? []), testimony]);
  }
  const [most = [first], ...others] = [...groups.values()].sort((a, b) => b.length - a.length);
  if (others.length === 0) return { value: first.tally, rivals: [] };
  const told = joinWords(most.map(({ says }) => says));
  // That somebody was absent only words can say; lists and numbers have no place for it.
  const settled = most.length > 1 && testimonies.every(({ tally }) => tally.absent === undefined);
  const [chosen = first] = settled ? most : [first];
  return {
    value: chosen.tally,
    ...(settled ? { preferred: true, reason: `So say ${told} of the record.` } : {}),
    rivals: [...groups.values()]
      .filter((group) => !group.includes(chosen))
      .map((group) => ({
        value: group[0]?.tally ?? chosen.tally,
        reason: `So say ${joinWords(group.map(({ says }) => says))} of the record, against ${joinWords(testimonies.filter((other) => !group.includes(other)).map(({ says }) => says))}.`,
      })),
  };
}

function testimoniesOf(vote: VoteRecord, voters: Voters): readonly Testimony[] {
  const listed = { yes: voters.YES.size, no: voters.NO.size, abstain: voters.ABSTAIN.size };
  const candidates = [
    { says: "the lists", tally: POSITIONS.some((position) => vote.lists[position].length > 0) ? listed : null },
    { says: "the counts", tally: vote.counts },
    { says: "the words on its adoption", tally: vote.words },
  ];
  return candidates.flatMap(({ says, tally }) => (tally === null ? [] : [{ says, tally }]));
}

function fullTally({ yes, no, abstain, absent = 0 }: Tally): readonly number[] {
  return [yes, no, abstain, absent];
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
