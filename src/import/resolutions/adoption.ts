import type { Adoption, Stated, Tally, VoteRecord } from "./record.js";
import type { Fields } from "./fields.js";

/** What the words of a record on its adoption say. */
export interface Words {
  readonly adoption: Adoption | null;
  /** Why `adoption` is not simply what they say. */
  readonly reason?: string;
  /** The numbers in them, such as `14-0-1`. */
  readonly tally: Tally | null;
}

/** Reads `Without a vote`, `By a recorded vote`, `Adopted unanimously, 4088th meeting`, `Adopted (14-0-0, 1 absent), 4094th meeting`. */
export function readWords(text: string): Words {
  const [, yes, no, abstain, absent] = /\b(\d+)-(\d+)-(\d+)\b(?:, (\d+) absent)?/.exec(text) ?? [];
  const tally =
    yes === undefined
      ? null
      : {
          yes: Number(yes),
          no: Number(no),
          abstain: Number(abstain),
          ...(absent === undefined ? {} : { absent: Number(absent) }),
        };
  if (tally !== null || /recorded vote|non-unanim/i.test(text)) return { adoption: "RECORDED_VOTE", tally };
  if (/unanim/i.test(text)) return { adoption: "UNANIMOUS", tally };
  if (/without (a )?vote/i.test(text)) return { adoption: "WITHOUT_VOTE", tally };
  if (/acclamation/i.test(text)) return { adoption: "WITHOUT_VOTE", tally, reason: "The record says: by acclamation." };
  return { adoption: null, tally };
}

/** How a text was adopted: as the words say, with what the numbers say beside it where they say otherwise. */
export function settleAdoption(words: Words, vote: VoteRecord | null): Stated<Adoption> | null {
  const shown = vote === null ? null : shownBy(vote);
  if (words.adoption === null) {
    return shown === null
      ? null
      : { value: shown, reason: "The record gives the result of a vote, and no words.", rivals: [] };
  }
  const stated = { value: words.adoption, ...(words.reason === undefined ? {} : { reason: words.reason }) };
  if (words.adoption !== "WITHOUT_VOTE" || shown === null) return { ...stated, rivals: [] };
  return { ...stated, rivals: [{ value: shown, reason: "The same record gives the result of a vote." }] };
}

function shownBy({ lists, counts }: VoteRecord): Adoption {
  const others = lists.NO.length + lists.ABSTAIN.length + (counts?.no ?? 0) + (counts?.abstain ?? 0);
  return others === 0 ? "UNANIMOUS" : "RECORDED_VOTE";
}

/** The vote that a record tells of, in lists or numbers; null where it has neither. */
export function readVote(fields: Fields, words: Words): VoteRecord | null {
  const lists = { YES: fields.MS_in_favour, NO: fields.MS_against, ABSTAIN: fields.MS_abstaining };
  const given = [fields.MS_in_favour_count, fields.MS_against_count, fields.MS_abstaining_count].map((count) =>
    /^\d+$/.test(count.trim()) ? Number(count) : null,
  );
  // Of three, those without a number are none: a vote that nobody was against has "N.A." there, or nothing.
  const [yes, no, abstain] = given.map((count) => count ?? 0);
  const counted = given.some((count) => count !== null && count > 0);
  const counts = counted ? { yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 } : null;
  const listed = Object.values(lists).some((list) => list.length > 0);
  return listed || counts !== null ? { lists, counts, words: words.tally } : null;
}
