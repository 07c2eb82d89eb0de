import type { Alias, BasisNote, PropertyValue } from "../../graph/record.js";
import type { NodeDraft } from "../importer.js";
import { isWhole, MONTH_ONLY } from "./roll-call.js";
import type { RollCall } from "./roll-call.js";
import type { Ballot, Tally } from "./votes.js";

const COUNTED: BasisNote = {
  of: "tally",
  basis: "RESOLVED",
  reason: "Counted from each state's recorded vote; the register lists no absences.",
};

/** The vote that a roll call is. */
export function voteNode({ call, vote, evidence }: Ballot, count: Tally | undefined): NodeDraft {
  const kind = kindOf(call);
  const basis = [
    ...(call.date.length === "yyyy-mm".length ? [MONTH_ONLY] : []),
    ...(kind?.basis ?? []),
    ...(count === undefined ? [] : [COUNTED]),
  ];
  const properties: Readonly<Record<string, PropertyValue>> = {
    date: call.date,
    ...(kind === null ? {} : { kind: kind.value }),
    ...(count === undefined ? {} : { tally: { ...count } }),
    ...(call.description === "" ? {} : { summary: call.description }),
  };
  const aliases: readonly Alias[] =
    call.title === "" ? [] : [{ text: call.title, kind: "DESCRIPTION", evidence: evidence.call }];
  return {
    id: vote,
    type: "Vote",
    name: nameOf(call),
    nameMade: true,
    properties,
    aliases,
    basis,
    evidence: [...evidence.call, ...evidence.votes],
  };
}

/** What was decided; null where the register does not say. */
function kindOf(call: RollCall): { readonly value: string; readonly basis: readonly BasisNote[] } | null {
  const { amendment, paragraph, reference } = call;
  if (amendment) return { value: "AMENDMENT", basis: [] };
  if (paragraph) return { value: "PARAGRAPH", basis: [] };
  if (reference !== null && reference.section !== null) return { value: "PARAGRAPH", basis: [] };
  if (!isWhole(call)) return null;
  const reason = "The register names the resolution, and marks neither an amendment nor a paragraph.";
  return { value: "SUBSTANTIVE", basis: [{ of: "kind", basis: "RESOLVED", reason }] };
}

function nameOf(call: RollCall): string {
  const { date, rcid, reference, title } = call;
  const on =
    reference === null
      ? ""
      : `${reference.symbol}${reference.section === null ? "" : `, section ${reference.section}`}`;
  if (isWhole(call)) return `General Assembly vote of ${date} on ${on}`;
  const what = call.amendment ? " an amendment" : call.paragraph ? " a part" : "";
  if (on !== "") return `General Assembly roll call ${rcid} of ${date} on${what === "" ? "" : `${what} of`} ${on}`;
  return `General Assembly roll call ${rcid} of ${date}${title === "" ? "" : `: ${title}`}`;
}
