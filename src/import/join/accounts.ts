import { edgeId } from "../../graph/edge-id.js";
import type { EdgeRecord } from "../../graph/record.js";
import type { EdgeDraft } from "../importer.js";
import { joinEdge, rivalOf } from "./edges.js";

const NONE: readonly never[] = [];
const NO_PROPERTIES = {};

/**
 * One edge for all accounts with the same id that agree, and one for each that does not.
 *
 * @param accounts in the order of their precedence: all that there are with one type and object, for an edge has no other rivals
 */
export function joinAccounts(accounts: readonly EdgeDraft[]): readonly EdgeRecord[] {
  const edges = accounts.map(recordOf);
  const subjects = new Set(accounts.map(({ subject }) => subject));
  return subjects.size === edges.length ? edges : joinEdges(edges);
}

/** As {@link joinAccounts}, sorted by id. */
function joinEdges(accounts: readonly EdgeRecord[]): readonly EdgeRecord[] {
  const joined: EdgeRecord[] = [];
  const rivals: EdgeRecord[] = [];
  // The sort is stable: of accounts with the same id, the one that came first stands.
  for (const account of sortById(accounts)) {
    const standing = joined.at(-1);
    if (standing?.id !== account.id) {
      joined.push(account);
      continue;
    }
    const both = joinEdge(standing, account);
    if (both === null) rivals.push(rivalOf(standing, account));
    else joined[joined.length - 1] = both;
  }
  // A rival has another key, which may be that of an edge that says the same.
  return rivals.length === 0 ? joined : joinEdges([...joined, ...rivals]);
}

function recordOf(draft: EdgeDraft): EdgeRecord {
  const { type, subject, object, evidence } = draft;
  const record: { -readonly [name in keyof EdgeRecord]: EdgeRecord[name] } = {
    id: edgeId(draft),
    type,
    subject,
    object,
    modality: draft.modality ?? "ACTUAL",
    rank: draft.rank ?? "NORMAL",
    properties: draft.properties ?? NO_PROPERTIES,
    basis: draft.basis ?? NONE,
    evidence,
  };
  if (draft.key !== undefined) record.key = draft.key;
  if (draft.date !== undefined) record.date = draft.date;
  if (draft.from !== undefined) record.from = draft.from;
  if (draft.until !== undefined) record.until = draft.until;
  return record;
}

/** Ids are ASCII, in which the order of code units is that of code points, and much faster to tell. */
function sortById(records: readonly EdgeRecord[]): readonly EdgeRecord[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
