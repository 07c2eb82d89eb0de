import { meetingId, ORGAN_PREFIX, ORGANS } from "../ids.js";
import { slug } from "../slug.js";
import { normaliseSymbol } from "../symbols.js";
import type { Organ } from "../symbols.js";
import type { Fields } from "./fields.js";
import type { MeetingRecord } from "./record.js";

/** What a record says of the meeting, and what its reader should know: null where there is nothing. */
export interface MeetingReading {
  readonly meeting: MeetingRecord | null;
  readonly doubt: string | null;
}

const NONE: MeetingReading = { meeting: null, doubt: null };

/** The meeting at which a text was adopted. The Security Council votes by mail as well: then there was none. */
export function readMeeting(organ: Organ, fields: Fields): MeetingReading {
  if (organ === "HUMAN_RIGHTS_COUNCIL") return { meeting: sessionMeeting(organ, fields), doubt: null };
  return organ === "SECURITY_COUNCIL" ? councilMeeting(fields) : assemblyMeeting(fields);
}

/** A meeting with this symbol. */
export function meetingOf(organ: Organ, symbol: string, reason?: string): MeetingRecord {
  const [, session, number = symbol] = /^[AS]\/(?:(.+)\/)?PV\.(.+)$/.exec(symbol) ?? [];
  const during = session === undefined ? "" : `, session ${session}`;
  return {
    symbol,
    id: meetingId(symbol),
    name: `${ORGANS[organ].name}${during}, meeting ${number}`,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Its number stands in up to four fields, and not always the same one: what most of them say is read, the symbol's own on a tie. */
function councilMeeting(fields: Fields): MeetingReading {
  const symbol = normaliseSymbol(fields.outcome_letter);
  const own = /^S\/PV\.(\d+)/.exec(symbol)?.[1];
  const others = [fields.adoption_meeting, fields.adoption_type, fields.document_title].map(ordinal);
  const told = [own, ...others].filter((number) => number !== undefined);
  if (own === undefined) return NONE;
  const [best = own] = [...new Set(told)].sort((a, b) => times(told, b) - times(told, a));
  if (told.every((number) => number === own)) return { meeting: meetingOf("SECURITY_COUNCIL", symbol), doubt: null };
  const doubt = `gives its meeting as ${[...new Set(told)].join(" and as ")}`;
  const reason = `The number that most fields of the record give; its meeting record field says ${symbol}.`;
  return best === own
    ? { meeting: meetingOf("SECURITY_COUNCIL", symbol), doubt }
    : { meeting: meetingOf("SECURITY_COUNCIL", `S/PV.${best}`, reason), doubt };
}

function assemblyMeeting(fields: Fields): MeetingReading {
  const resumed = /\(resumed\)/i.test(fields.adoption_meeting);
  const symbol = normaliseSymbol(fields.pv).replace(/ \(resumed\)$/i, "");
  const number = ordinal(fields.adoption_meeting);
  const [, own] = /\/PV\.(\d+)/.exec(symbol) ?? [];
  if (own !== undefined) {
    const doubt = number === undefined || number === own ? null : `gives its meeting as ${own} and as ${number}`;
    return { meeting: meetingOf("GENERAL_ASSEMBLY", symbol), doubt };
  }
  const [, session] = /^A\/RES\/((?:ES-|S-)?\d+)\//.exec(normaliseSymbol(fields.symbol)) ?? [];
  if (session === undefined || number === undefined || resumed) return NONE;

  return {
    meeting: meetingOf(
      "GENERAL_ASSEMBLY",
      `A/${session}/PV.${number}`,
      "Made of the session and the number of the meeting.",
    ),
    doubt: null,
  };
}

/** The Human Rights Council's meetings are numbered within its session. */
function sessionMeeting(organ: Organ, fields: Fields): MeetingRecord | null {
  const number = ordinal(fields.adoption_meeting);
  const [, session] = /^A\/HRC\/RES\/((?:S-)?\d+)\//.exec(normaliseSymbol(fields.symbol)) ?? [];
  if (number === undefined || session === undefined) return null;
  return sessionMeetingOf(organ, session, number);
}

export function sessionMeetingOf(organ: Organ, session: string, number: string): MeetingRecord {
  return {
    symbol: null,
    id: slug(ORGAN_PREFIX[organ], "meeting", session, number),
    name: `${ORGANS[organ].name}, session ${session}, meeting ${number}`,
  };
}

function ordinal(text: string): string | undefined {
  return /\b(\d+)(?:st|nd|rd|th)\b/.exec(text)?.[1];
}

function times(list: readonly string[], item: string): number {
  return list.filter((other) => other === item).length;
}
