import type { Organ } from "../symbols.js";

/** One text before an organ as one record of an official file tells of it, whatever the file's format. */
export interface TextRecord {
  readonly organ: Organ;
  /** Normalised; null for a draft that was not adopted. */
  readonly symbol: string | null;
  /** Normalised; null where the record names none. */
  readonly draft: string | null;
  /** Null where the record gives none. */
  readonly title: string | null;
  readonly date: Stated<string>;
  readonly status: Outcome;
  /** How it was adopted; null for what was not. */
  readonly adoption: Stated<Adoption> | null;
  readonly meeting: MeetingRecord | null;
  /** The committee that put it before the Assembly, as the record names it. */
  readonly committee: CommitteeRecord | null;
  readonly agendaItem: string | null;
  /** Subject headings of the UNBIS thesaurus. */
  readonly subjects: readonly string[];
  /** As the record writes them: not every one is a state. */
  readonly sponsors: readonly string[];
  readonly vote: VoteRecord | null;
  /** The permanent members to whose votes the record puts down that it was not adopted. */
  readonly vetoedBy: readonly string[];
  readonly place: Place;
}

export type Outcome = "ADOPTED" | "VETOED" | "FAILED" | "NOT_ADOPTED";

export type Adoption = "RECORDED_VOTE" | "UNANIMOUS" | "WITHOUT_VOTE";

/** What a record says of one thing, perhaps in several places, and not always the same. */
export interface Stated<T> {
  /** The value to be read. */
  readonly value: T;
  /** Why it is not simply stated, or why it is preferred. */
  readonly reason?: string;
  /** True where `reason` is why this value is preferred to the rivals. */
  readonly preferred?: boolean;
  /** Other values that the record gives, and what speaks against them or for them. */
  readonly rivals: readonly { readonly value: T; readonly reason: string }[];
}

export interface MeetingRecord {
  /** Null where the organ's meetings have none in the record. */
  readonly symbol: string | null;
  readonly id: string;
  readonly name: string;
  /** Why the symbol is not simply stated. */
  readonly reason?: string;
}

export interface CommitteeRecord {
  /** `Third Committee`. */
  readonly name: string;
  /** The report in which it recommended the text, and the paragraph. */
  readonly report: string;
}

export type Position = "YES" | "NO" | "ABSTAIN";
export const POSITIONS: readonly Position[] = ["YES", "NO", "ABSTAIN"];

export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly absent?: number;
}

export interface VoteRecord {
  /** The states listed, as the record writes them, repeats and all. All empty where it has numbers alone. */
  readonly lists: Readonly<Record<Position, readonly string[]>>;
  /** The numbers that the record gives beside its lists. */
  readonly counts: Tally | null;
  /** The numbers in its words on how the text was adopted. */
  readonly words: Tally | null;
}

/** Where in its file a record stands: a line of a file of many records, or a document of its own, whose parts are named. */
export type Place =
  { readonly kind: "line"; readonly line: number; readonly file: string } | { readonly kind: "document" };

/** A part of a record that proves something, as a document's evidence names it. */
export type Part = "title" | "outcome" | "votes" | "sponsors" | "agenda item" | "keywords";
