import { parseDate } from "../../graph/date.js";
import type { BasisNote, Evidence } from "../../graph/record.js";
import type { InputFile, Row } from "../input/file.js";
import { readReference } from "./reference.js";
import type { Reference } from "./reference.js";
import { isTranscript, repairText } from "./text.js";

/** One row of `un_roll_calls.csv`. */
export interface RollCall {
  readonly rcid: string;
  readonly reference: Reference | null;
  /** EDTF level 0: a month where the register's day is none. */
  readonly date: string;
  /** Empty where the register has none. */
  readonly title: string;
  readonly description: string;
  readonly transcript: boolean;
  /** Whether the register says that an amendment, or a paragraph, was voted on. */
  readonly amendment: boolean;
  readonly paragraph: boolean;
  /** Why it is not taken for the vote on a text as a whole, though nothing says that it was on less; null where there is no doubt. */
  readonly doubt: string | null;
}

/** Until this session all days lie between 1 and 7: they are codes of some kind, not days of the month. */
const LAST_SESSION_WITHOUT_DAYS = 57;

/** Why a vote is dated to a month only. */
export const MONTH_ONLY: BasisNote = {
  of: "date",
  basis: "RESOLVED",
  reason:
    "The register's days of sessions 1 to 57 are no days of the month (they run from 1 to 7): only its months are taken.",
};

const COLUMNS = ["rcid", "session", "date", "unres", "amend", "para", "short", "descr"];

/** The roll calls by their number. Rows without a number of their own or a date are skipped. */
export async function readRollCalls(files: readonly InputFile[]): Promise<ReadonlyMap<string, RollCall>> {
  const calls = new Map<string, RollCall>();
  const whole = new Set<string>();
  for (const file of files) {
    for await (const rows of file.rows(COLUMNS)) {
      for (const row of rows) {
        const read = readRollCall(row);
        if (!/^[1-9]\d*$/.test(read.rcid)) file.skip(row.line, "the number of the roll call is none", read.rcid);
        else if (calls.has(read.rcid)) file.skip(row.line, "the roll call is given twice", `rcid ${read.rcid}`);
        else if (!/^\d+$/.test(row.values[1] ?? "")) file.skip(row.line, "the session is no number", row.values[1]);
        else if (parseDate(read.date) === null) file.skip(row.line, "the date is none", read.date);
        else {
          const symbol = isWhole(read) ? (read.reference?.symbol ?? null) : null;
          const call = symbol !== null && whole.has(symbol) ? { ...read, doubt: REPEATED } : read;
          if (symbol !== null) whole.add(symbol);
          calls.set(call.rcid, call);
          file.keep();
          tellReference(file, row, call);
        }
      }
    }
  }
  return calls;
}

/** Whether a resolution as a whole was voted on: the one vote that other sources know of as well. */
export function isWhole({ reference, amendment, paragraph, transcript, doubt }: RollCall): boolean {
  const part = reference?.section !== null || amendment || paragraph;
  return !part && !transcript && doubt === null;
}

const REPEATED =
  "an earlier roll call is the vote on that text as a whole: this one stands beside it, and nobody says on what it was";
const UNCLEAR = "amend or para is neither 0, 1 nor empty: on what it was is not known";

function readRollCall({ values }: Row): RollCall {
  const [rcid = "", session = "", date = "", unres = "", amend = "", para = "", short = "", descr = ""] = values;
  return {
    rcid,
    reference: readReference(unres, session),
    date: Number(session) > LAST_SESSION_WITHOUT_DAYS ? date : date.slice(0, "yyyy-mm".length),
    title: repairText(short),
    description: repairText(descr),
    transcript: isTranscript(descr),
    amendment: amend === "1",
    paragraph: para === "1",
    doubt: [amend, para].every((mark) => ["", "0", "1"].includes(mark)) ? null : UNCLEAR,
  };
}

function tellReference(file: InputFile, { line, values }: Row, { reference, doubt }: RollCall): void {
  const [rcid, , , unres] = values;
  if (doubt !== null) file.note(line, doubt, `rcid ${rcid ?? ""}: ${unres ?? ""}`);
  if (reference === null) {
    file.note(
      line,
      "what it was taken on has no symbol that is sure: it stands without a resolution",
      `rcid ${rcid ?? ""}: ${unres ?? ""}`,
    );
  }
}

/** Where the register tells of a roll call, and of the votes cast in it: the same objects for the same roll call. */
export interface RollCallEvidence {
  readonly call: readonly Evidence[];
  readonly votes: readonly Evidence[];
}

export function evidenceOf(source: string, { rcid, reference }: RollCall): RollCallEvidence {
  const symbol = reference === null ? {} : { symbol: reference.symbol };
  return {
    call: [{ source, ...symbol, section: `un_roll_calls.csv rcid ${rcid}` }],
    votes: [{ source, ...symbol, section: `un_votes.csv rcid ${rcid}` }],
  };
}
