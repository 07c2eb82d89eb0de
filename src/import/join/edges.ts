import { datesOf, joinDates } from "../../domain/dates.js";
import { joinEvidence } from "../../domain/evidence.js";
import { canonicalJson } from "../../graph/canonical.js";
import { edgeId } from "../../graph/edge-id.js";
import type { BasisNote, EdgeRecord } from "../../graph/record.js";

/**
 * What a dataset's account of an edge makes of the edge that stands with the same id: one edge, where they agree in modality, rank and
 * properties and their dates are compatible; else both.
 */
export function joinEdge(standing: EdgeRecord, account: EdgeRecord): EdgeRecord | null {
  if (standing.modality !== account.modality || standing.rank !== account.rank) return null;
  if (differing(standing, account) !== null) return null;
  const dates = joinDates(standing, account);
  if (dates === null) return null;
  const evidence =
    standing.evidence === account.evidence
      ? standing.evidence
      : joinEvidence([...standing.evidence, ...account.evidence]);
  return { ...standing, ...dates, basis: joinBasis(standing, account, dates), evidence };
}

/**
 * An account that differs from the edge that stands, as an edge of its own, whose key is the source that gives it (and is longer the more
 * often that source contradicts itself). Where both cannot be
 * true of one act (a state has one position in a vote), it is DEPRECATED: it counts for nothing, and is there to be seen.
 */
export function rivalOf(standing: EdgeRecord, account: EdgeRecord): EdgeRecord {
  const property = differing(standing, account);
  const source = account.evidence[0]?.source ?? "rival";
  const keyed = { ...account, key: account.key === undefined ? source : `${account.key}-${source}` };
  const rival = { ...keyed, id: edgeId(keyed) };
  if (property === null || joinDates(standing, account) === null || standing.modality !== account.modality)
    return rival;
  const reason = `${sourcesOf(standing)} gives ${JSON.stringify(standing.properties[property])}, and is read first.`;
  const note: BasisNote = { of: property, basis: "EXTERNAL", reason };
  return { ...rival, rank: "DEPRECATED", basis: [...account.basis.filter(({ of }) => of !== property), note] };
}

function differing(a: EdgeRecord, b: EdgeRecord): string | null {
  if (a.properties === b.properties) return null;
  const names = [...new Set([...Object.keys(a.properties), ...Object.keys(b.properties)])].sort();
  return names.find((name) => canonicalJson(a.properties[name]) !== canonicalJson(b.properties[name])) ?? null;
}

function sourcesOf({ evidence }: EdgeRecord): string {
  return [...new Set(evidence.map(({ source }) => source))].join(" and ");
}

/** The notes of the edge that stands, and those on dates that were taken from the account. */
function joinBasis(
  standing: EdgeRecord,
  account: EdgeRecord,
  dates: Readonly<Record<string, string | undefined>>,
): readonly BasisNote[] {
  const [own, its]: readonly Readonly<Record<string, string | undefined>>[] = [datesOf(standing), datesOf(account)];
  const taken = Object.keys(dates).filter((name) => own?.[name] !== dates[name] && its?.[name] === dates[name]);
  if (taken.length === 0) return standing.basis;
  return [
    ...standing.basis.filter(({ of }) => !taken.includes(of)),
    ...account.basis.filter(({ of }) => taken.includes(of)),
  ];
}
