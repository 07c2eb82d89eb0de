import { datesOf, joinDates } from "../domain/dates.js";
import { joinEvidence } from "../domain/evidence.js";
import { groupBy } from "../domain/group.js";
import { canonicalJson } from "../graph/canonical.js";
import { edgeId } from "../graph/edge-id.js";
import type { BasisNote, EdgeRecord } from "../graph/record.js";
import { compareText } from "../graph/text.js";
import type { Ontology } from "../ontology/model.js";
import type { Placing } from "./places.js";
import { comparePositions, formatPosition } from "./problem.js";
import type { Report } from "./problem.js";

/**
 * One edge for all accounts of it: symmetric ones turned so that the smaller id (by code point) is the subject, then those with
 * the same id joined with the evidence of all. Accounts that differ in modality, rank, a property or a date are reported: they
 * are two edges, and need a key. Sorted by id.
 */
export function mergeEdges(
  edges: readonly EdgeRecord[],
  ontology: Ontology,
  places: Placing,
  report: Report,
): readonly EdgeRecord[] {
  const turned = edges.map((edge) =>
    ontology.relationships.get(edge.type)?.symmetric === true ? turn(edge, places) : edge,
  );
  const accounts = groupBy(turned, (edge) => edge.id);
  return [...accounts.values()]
    .map((group) => mergeGroup(group, places, report))
    .sort((a, b) => compareText(a.id, b.id));
}

/** A symmetric edge in canonical direction. */
function turn(edge: EdgeRecord, places: Placing): EdgeRecord {
  if (compareText(edge.subject, edge.object) <= 0) return edge;
  const ends = { subject: edge.object, object: edge.subject };
  const swap: Record<string, string> = { subject: "object", object: "subject" };
  const turned = {
    ...edge,
    ...ends,
    id: edgeId({ ...edge, ...ends }),
    basis: edge.basis.map((note) => ({ ...note, of: swap[note.of] ?? note.of })),
  };
  places.copy(edge, turned);
  return turned;
}

function mergeGroup(group: readonly EdgeRecord[], places: Placing, report: Report): EdgeRecord {
  const [first, ...others] = [...group].sort((a, b) => comparePositions(places.get(a), places.get(b)));
  if (first === undefined) throw new RangeError("a group has members");
  let joined = first;
  for (const other of others) {
    const result = joinEdges(joined, other);
    if ("differs" in result) {
      const message = `${other.type} ${other.object} of ${other.subject} is also written at ${formatPosition(places.get(first))}, with another ${result.differs}; make them agree, or give one of them a key`;
      report(places.get(other), message);
    } else joined = result;
  }
  const merged = {
    ...joined,
    evidence: joinEvidence(group.flatMap((account) => account.evidence)),
    basis: [...joined.basis].sort((a, b) => compareText(a.of, b.of)),
  };
  places.copy(first, merged);
  return merged;
}

/** Two accounts as one, evidence aside; or in what they differ. */
function joinEdges(a: EdgeRecord, b: EdgeRecord): EdgeRecord | { readonly differs: string } {
  if (a.modality !== b.modality) return { differs: "modality" };
  if (a.rank !== b.rank) return { differs: "rank" };
  const names = [...new Set([...Object.keys(a.properties), ...Object.keys(b.properties)])].sort(compareText);
  const differing = names.find((name) => canonicalJson(a.properties[name]) !== canonicalJson(b.properties[name]));
  if (differing !== undefined) return { differs: differing };
  const dates = joinDates(a, b);
  if (dates === null) return { differs: "date" };
  const basis = joinBasis([a, b], { ...a, ...dates });
  return basis === null ? { differs: "basis" } : { ...a, ...dates, basis };
}

/** The notes on what was taken from each account; null where they contradict each other. */
function joinBasis(accounts: readonly EdgeRecord[], joined: EdgeRecord): readonly BasisNote[] | null {
  const notes = new Map<string, BasisNote>();
  const dates: Readonly<Record<string, string | undefined>> = datesOf(joined);
  for (const account of accounts) {
    const own: Readonly<Record<string, string | undefined>> = datesOf(account);
    for (const note of account.basis) {
      if (own[note.of] !== dates[note.of]) continue;
      const other = notes.get(note.of);
      if (other !== undefined && canonicalJson(other) !== canonicalJson(note)) return null;
      notes.set(note.of, note);
    }
  }
  return [...notes.values()];
}
