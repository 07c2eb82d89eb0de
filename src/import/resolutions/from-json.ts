import { readDay } from "../dates.js";
import { adopterOf, draftSymbol, normaliseSymbol } from "../symbols.js";
import { readVote, readWords, settleAdoption } from "./adoption.js";
import type { Fields } from "./fields.js";
import { readMeeting } from "./meeting.js";
import type { Doubt } from "./telling.js";
import type { CommitteeRecord, Place, Stated, TextRecord } from "./record.js";

/** A record as read, with what its reader should know; or why it cannot be used. */
export type JsonReading =
  | { readonly record: TextRecord; readonly doubts: readonly Doubt[] }
  | { readonly reason: string; readonly detail: string };

/** One record of the UN's machine-readable resolutions, of whichever organ its symbol names. */
export function readJsonRecord(fields: Fields, place: Place): JsonReading {
  const symbol = normaliseSymbol(fields.symbol);
  const organ = adopterOf(symbol);
  if (organ === null) return { reason: "its symbol is that of no resolution", detail: fields.symbol };
  const date = settleDate(fields.adoption_date, symbol);
  if (date === null)
    return { reason: "its date of adoption is no date", detail: `${symbol}: "${fields.adoption_date}"` };
  const words = readWords(fields.adoption_type);
  const vote = readVote(fields, words);
  const { meeting, doubt } = readMeeting(organ, fields);
  const record: TextRecord = {
    organ,
    symbol,
    draft: draftSymbol(fields.draft_resolution) ?? draftSymbol(fields.originating_document),
    title: titleOf(fields),
    date,
    status: "ADOPTED",
    adoption: settleAdoption(words, vote),
    meeting,
    committee: committeeOf(fields),
    agendaItem: itemOf(fields),
    subjects: fields.subjects.flatMap(([subject, thesaurus]) => (thesaurus === UNBIS ? [subject] : [])),
    sponsors: [...fields.sponsors, ...fields.additional_sponsors],
    vote,
    vetoedBy: [],
    place,
  };
  return { record, doubts: doubtsOf(record, fields, doubt) };
}

const UNBIS = "UNBIS Thesaurus";

/** A symbol of the Security Council says the year; a date of another year is wrong, and the day and month with it are unsure. */
function settleDate(text: string, symbol: string): Stated<string> | null {
  const day = readDay(text);
  const [, year] = /\((\d{4})\)$/.exec(symbol) ?? [];
  if (day === null || year === undefined || day.startsWith(year))
    return day === null ? null : { value: day, rivals: [] };
  return {
    value: year,
    preferred: true,
    reason: `The year in the symbol, ${symbol}, under which the text is known.`,
    rivals: [{ value: day, reason: "Its year is not that of the symbol." }],
  };
}

/** Titles of the Security Council's register stand in a field of their own. */
function titleOf(fields: Fields): string | null {
  const title = (fields.title === "" ? fields.resolution_title : fields.title).replace(/\s+/g, " ").trim();
  return title === "" ? null : title;
}

/** Null for what was before the Assembly without reference to a committee, or as a draft of its own. */
function committeeOf(fields: Fields): CommitteeRecord | null {
  const [, number] = /^#?(first|second|third|fourth|fifth|sixth) ?committee$/i.exec(fields.committee.trim()) ?? [];
  const source = normaliseSymbol(fields.originating_document);
  if (number === undefined || !/^A\/\d+\/\d+/.test(source)) return null;
  const paragraph = /^\d+$/.test(fields.report_paragraph) ? `, para. ${fields.report_paragraph}` : "";
  const name = `${number.slice(0, 1).toUpperCase()}${number.slice(1).toLowerCase()} Committee`;
  return { name, report: `${source.replace(/, para\. \d+$/, "")}${paragraph}` };
}

/** Null where the record names none, or several in one breath, whose ends cannot be told. */
function itemOf({ agenda_item: number, agenda_item_name: name }: Fields): string | null {
  const clean = name.replace(/\s+/g, " ").trim().replace(/\.$/, "");
  return clean === "" || clean === "N.A." || severalItems(number) ? null : clean;
}

function severalItems(number: string): boolean {
  return /items/i.test(number);
}

function doubtsOf(
  { symbol, date, adoption, vote }: TextRecord,
  fields: Fields,
  meeting: string | null,
): readonly Doubt[] {
  const name = symbol ?? fields.symbol;
  return [
    ...(date.rivals.length === 0
      ? []
      : [{ reason: "its date contradicts its symbol", detail: `${name}: ${fields.adoption_date}` }]),
    ...(meeting === null ? [] : [{ reason: "its fields give different meetings", detail: `${name} ${meeting}` }]),
    ...(severalItems(fields.agenda_item)
      ? [{ reason: "it names several agenda items in one text: none is linked", detail: name }]
      : []),
    ...(adoption === null ? [{ reason: "it does not say how it was adopted", detail: name }] : []),
    ...(adoption?.value === "RECORDED_VOTE" && vote === null
      ? [{ reason: "a recorded vote without its result", detail: name }]
      : []),
  ];
}
