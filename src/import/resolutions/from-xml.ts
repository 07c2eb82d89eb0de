import { readDay } from "../dates.js";
import { adopterOf, draftSymbol, normaliseSymbol, organOf } from "../symbols.js";
import type { Organ } from "../symbols.js";
import type { AkomaNtoso, Attributes } from "../xml/akoma-ntoso.js";
import { readWords, settleAdoption } from "./adoption.js";
import { meetingOf, sessionMeetingOf } from "./meeting.js";
import type { CommitteeRecord, MeetingRecord, Outcome, Stated, TextRecord, VoteRecord } from "./record.js";

/** The record that a text in Akoma Ntoso is of itself; or why it cannot be used. */
export type XmlReading = { readonly record: TextRecord } | { readonly reason: string; readonly detail: string };

/** A resolution, or a draft of the Security Council that was not adopted, by the head of its text. */
export function readXmlRecord(text: AkomaNtoso): XmlReading {
  const symbol = normaliseSymbol(text.symbol ?? "");
  const adopter = adopterOf(symbol);
  const draft = draftSymbol(symbol);
  const organ = adopter ?? (draft === null ? null : organOf(symbol));
  if (organ === null) return { reason: "its symbol is neither that of a resolution nor of a draft", detail: symbol };
  const last = text.steps.findLast(({ outcome = "" }) => OUTCOMES.has(outcome));
  const status = last === undefined ? null : outcomeOf(last);
  if (last === undefined || status === null) return { reason: "it does not say what became of it", detail: symbol };
  if ((adopter !== null) !== (status === "ADOPTED")) {
    return { reason: "its symbol and its outcome do not fit", detail: `${symbol}: ${last["outcome"] ?? ""}` };
  }
  const date = settleDate(text, last);
  if (date === null) return { reason: "it has no date of adoption or voting", detail: symbol };
  const submitted = stepsOf(text, "draftResolution");
  const vote = readVote(text);
  const record: TextRecord = {
    organ,
    symbol: adopter === null ? null : symbol,
    draft: draft ?? submitted.map(({ as = "" }) => draftSymbol(as)).find((it) => it !== null) ?? null,
    title: text.title ?? keyword(text, ({ refersTo }) => refersTo === "title"),
    date,
    status,
    adoption: status === "ADOPTED" ? settleAdoption(readWords(spaced(text.voting ?? "")), vote) : null,
    meeting: meetingIn(organ, symbol, last["as"] ?? ""),
    committee: committeeIn(text),
    agendaItem: itemIn(text),
    subjects: text.keywords.flatMap(({ dictionary, showAs = "" }) =>
      dictionary === "UNBIS Thesaurus" ? [showAs] : [],
    ),
    sponsors: [...submitted, ...stepsOf(text, "draftResolutionAdditionalSponsors")].flatMap(({ by = "" }) =>
      splitList(by),
    ),
    vote,
    vetoedBy: status === "VETOED" ? vetoedBy(last["by"] ?? "") : [],
    place: { kind: "document" },
  };
  return { record };
}

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map([
  ["adopted", "ADOPTED"],
  ["veto", "VETOED"],
  ["notAdopted", "NOT_ADOPTED"],
]);

/** The reason for which a text was not adopted stands in words beside the outcome. */
function outcomeOf({ outcome = "", by = "" }: Attributes): Outcome | null {
  return /required number of votes/i.test(by) && outcome === "notAdopted" ? "FAILED" : (OUTCOMES.get(outcome) ?? null);
}

/** "… due to the negative vote of 2 permanent members of the Security Council (China and Russian Federation)". */
function vetoedBy(words: string): readonly string[] {
  const [, names = ""] = /negative votes? of .*permanent members?[^()]*\(([^()]+)\)/i.exec(words) ?? [];
  return splitList(names);
}

/** The date stands in the identification of the text, in its workflow, and for some in words; what two of them say is preferred. */
function settleDate({ dates, heading }: AkomaNtoso, step: Attributes): Stated<string> | null {
  const own = readDay(dates.get("adoption") ?? dates.get("voting") ?? "");
  const worked = readDay(step["date"] ?? "");
  const worded = readDay(/\bon (\d+ \w+ \d{4})$/.exec(heading ?? "")?.[1] ?? "");
  const value = own ?? worded ?? worked;
  if (value === null) return null;
  if (worked === null || worked === value) return { value, rivals: [] };
  const rivals = [{ value: worked, reason: "So says the workflow in the head of the text alone." }];
  return worded === value
    ? { value, rivals, preferred: true, reason: "So say the text's identification and its heading." }
    : { value, rivals };
}

/** `S/PV.9408`, `A/75/PV.46`, or `Adopted without vote, 55th meeting` of the session that the symbol names. */
function meetingIn(organ: Organ, symbol: string, text: string): MeetingRecord | null {
  const record = normaliseSymbol(text);
  if (/^[AS]\/(?:.+\/)?PV\.\d/.test(record)) return meetingOf(organ, record);
  const [, number] = /\b(\d+)(?:st|nd|rd|th) meeting\b/.exec(text) ?? [];
  const [, session] = /^A\/HRC\/RES\/((?:S-)?\d+)\//.exec(symbol) ?? [];
  return number === undefined || session === undefined ? null : sessionMeetingOf(organ, session, number);
}

const COMMITTEES = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"];

/** The Main Committee before which the draft was, A/C.3/… for the Third, where its report recommends the text. */
function committeeIn(text: AkomaNtoso): CommitteeRecord | null {
  const [, number = ""] = /^A\/C\.(\d)\//.exec(stepsOf(text, "draftResolution")[0]?.["as"] ?? "") ?? [];
  const name = COMMITTEES[Number(number) - 1];
  const [{ as: report = "", refersTo: paragraph = "" } = {}] = stepsOf(text, "recommendedForAdoption");
  if (name === undefined || report === "") return null;
  return { name: `${name} Committee`, report: paragraph === "" ? report : `${report}, para. ${paragraph}` };
}

/** Headings of the index to proceedings, in capitals, stand beside the item's own title. */
function itemIn(text: AkomaNtoso): string | null {
  const title = keyword(text, ({ refersTo, showAs = "" }) => refersTo === "agenda" && /[a-z]/.test(showAs));
  return title?.replace(/\.$/, "") ?? null;
}

function keyword(text: AkomaNtoso, which: (attributes: Attributes) => boolean): string | null {
  const title = text.keywords.find(which)?.["showAs"]?.replace(/\s+/g, " ").trim() ?? "";
  return title === "" ? null : title;
}

function stepsOf(text: AkomaNtoso, outcome: string): readonly Attributes[] {
  return text.steps.filter((step) => step["outcome"] === outcome);
}

function readVote({ counts }: AkomaNtoso): VoteRecord | null {
  const of = (name: string): { readonly voters: readonly string[]; readonly count: number } => {
    const found = counts.find((count) => count.of === name);
    return { voters: found?.voters ?? [], count: /^\d+$/.test(found?.value ?? "") ? Number(found?.value) : 0 };
  };
  const [yes, no, abstain] = [of("inFavour"), of("against"), of("abstaining")];
  if (counts.every(({ voters, value }) => voters.length === 0 && !/[1-9]/.test(value))) return null;
  return {
    lists: { YES: yes.voters, NO: no.voters, ABSTAIN: abstain.voters },
    counts: { yes: yes.count, no: no.count, abstain: abstain.count },
    words: null,
  };
}

/** The items of a list in words. Its last two, joined by "and", stay one: a name may have an "and" of its own. */
function splitList(list: string): readonly string[] {
  return list
    .split(/,(?![^()]*\))/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function spaced(camelCase: string): string {
  return camelCase.replace(/([a-z])([A-Z])/g, "$1 $2");
}
