import { parseDate } from "../../graph/date.js";
import type { Row } from "../input/file.js";

/** One veto or several of one draft: a row of the list. */
export interface VetoRow {
  readonly row: number;
  readonly line: number;
  /** `yyyy-mm-dd`. */
  readonly date: string;
  /** The symbol of the draft; null where the list has none, or that of a meeting in its place. */
  readonly draft: string | null;
  /** Whether the list names several symbols in one breath: the first is taken. */
  readonly severalDrafts: boolean;
  /** The symbol of the meeting's record; null where the list has none. */
  readonly meeting: string | null;
  readonly item: string;
  /** Empty where there is none. */
  readonly topic: string;
  /** Members as the list names them. */
  readonly vetoedBy: readonly string[];
  /** What the columns of zeros and ones say instead, where they say something else. */
  readonly contradiction: readonly string[] | null;
  /** Whether the Council voted on what sort of question it was, before it voted on the question. */
  readonly preliminary: boolean;
}

const MEMBERS = ["China", "France", "Russia", "USSR", "USA", "UK"] as const;

export const COLUMNS = [
  "date",
  "draft",
  "meeting_record",
  "agenda_item",
  "crisis_topic",
  "member_veto1",
  "member_veto2",
  "member_veto3",
  ...MEMBERS,
];

/** @returns why the row cannot be used, where it cannot */
export function readVetoRow({
  row,
  line,
  values,
}: Row): VetoRow | { readonly unusable: string; readonly value: string } {
  const [written = "", draft = "", meeting = "", item = "", topic = "", ...others] = values;
  const vetoedBy = others.slice(0, 3).filter((name) => name !== "");
  const marked = MEMBERS.filter((_, place) => others[3 + place] === "1");
  const date = readDay(written);
  if (date === null) return { unusable: "the date is none", value: written };
  if (vetoedBy.length === 0) return { unusable: "no member is named", value: "" };
  const strange = vetoedBy.filter((name) => !MEMBERS.some((member) => member === name));
  if (strange.length > 0) return { unusable: "who is named is no permanent member", value: strange.join(", ") };
  const [symbol = null, ...more] = new Set(draft.match(/\bS\/(?:(?:19|20)\d\d\/)?\d+(?:\/Rev\.\d+)?/g));
  const same = marked.length === vetoedBy.length && marked.every((name) => vetoedBy.includes(name));
  return {
    row,
    line,
    date,
    draft: symbol,
    severalDrafts: more.length > 0,
    meeting: /^S\/PV\.\d+$/.exec(meeting)?.[0] ?? null,
    item: item.replace(/\s+/g, " ").trim(),
    topic: topic.trim(),
    vetoedBy,
    contradiction: same ? null : marked,
    preliminary: /\bprelim/i.test(item),
  };
}

/** `8/29/1946` as `1946-08-29`. */
function readDay(text: string): string | null {
  const [, month = "", day = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseDate(date) === null ? null : date;
}
