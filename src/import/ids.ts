import { slug } from "./slug.js";
import { organOf } from "./symbols.js";
import type { Organ } from "./symbols.js";

/**
 * The ids that imported nodes get where no dossier knows them yet, in the manner of those that dossiers have: an organ, a kind, what tells
 * it from others. All take normalised symbols (see `symbols.ts`).
 */

/** How ids abbreviate an organ. */
export const ORGAN_PREFIX: Readonly<Record<Organ, string>> = {
  GENERAL_ASSEMBLY: "ga",
  SECURITY_COUNCIL: "sc",
  HUMAN_RIGHTS_COUNCIL: "hrc",
};

/** The ids that dossiers have for the organs, and their names. */
export const ORGANS: Readonly<Record<Organ, { readonly id: string; readonly name: string }>> = {
  GENERAL_ASSEMBLY: { id: "un-general-assembly", name: "General Assembly" },
  SECURITY_COUNCIL: { id: "un-security-council", name: "Security Council" },
  HUMAN_RIGHTS_COUNCIL: { id: "un-human-rights-council", name: "Human Rights Council" },
};

/** `A/RES/69/188` is `ga-resolution-69-188`, `S/RES/1718(2006)` is `sc-resolution-1718-2006`. */
export function resolutionId(symbol: string): string {
  return slug(prefix(symbol), "resolution", numberOf(symbol));
}

/** `S/2024/255` is `sc-draft-2024-255`. */
export function draftId(symbol: string): string {
  return slug(prefix(symbol), "draft", numberOf(symbol));
}

/** `S/PV.9591` is `sc-meeting-9591`, `A/75/PV.48 (Resumption 1)` is `ga-meeting-75-48-resumption-1`. */
export function meetingId(symbol: string): string {
  return slug(prefix(symbol), "meeting", numberOf(symbol));
}

/**
 * The vote on the text with this symbol, or on a part of it: `A/RES/74/166` is `ga-vote-74-166`.
 *
 * @param part what tells it from the vote on the text as a whole, such as `rcid 77`
 */
export function voteId(symbol: string, part = ""): string {
  return slug(prefix(symbol), "vote", numberOf(symbol), part);
}

/** A theme: `HUMAN RIGHTS` is `topic-human-rights`. */
export function topicId(name: string): string {
  return slug("topic", name);
}

/** An item on an organ's agenda: `sc-agenda-item-the-situation-in-mali`. */
export function agendaItemId(organ: Organ, name: string): string {
  return slug(ORGAN_PREFIX[organ], "agenda-item", name);
}

function prefix(symbol: string): string {
  const organ = organOf(symbol);
  return organ === null ? "un" : ORGAN_PREFIX[organ];
}

/** What is left of a symbol without the organ and the kind of document. */
function numberOf(symbol: string): string {
  return symbol
    .replace(/^A\/HRC\/|^[AS]\//, "")
    .replace(/^RES\//, "")
    .replace(/(^|\/)PV\./, "$1");
}
