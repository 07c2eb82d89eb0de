import type { BasisNote, EdgeRecord, NodeRecord } from "../../graph/record.js";
import type { Modality, Rank } from "../../ontology/model.js";
import { datesOf } from "../dates.js";
import type { Dates } from "../dates.js";

/** One way in which an edge follows from two others. */
export interface Derivation {
  readonly type: string;
  readonly subject: string;
  readonly object: string;
  readonly dates: Dates;
  readonly modality: Modality;
  readonly rank: Rank;
  readonly basis: readonly BasisNote[];
  readonly premises: readonly EdgeRecord[];
}

/** What derivations start from: the stated edges by type and by either end, and the nodes by id. */
export interface Premises {
  readonly edges: (type: string) => readonly EdgeRecord[];
  readonly edgesFrom: (type: string, subject: string) => readonly EdgeRecord[];
  readonly edgesTo: (type: string, object: string) => readonly EdgeRecord[];
  readonly node: (id: string) => NodeRecord | undefined;
}

/** From what is surest to have happened to what is surest not to have. */
const BY_STRENGTH: readonly Modality[] = [
  "ACTUAL",
  "PLANNED",
  "EXPECTED",
  "POSSIBLE",
  "THREATENED",
  "CALLED_FOR",
  "DENIED",
  "DID_NOT_HAPPEN",
];

const BY_RANK: readonly Rank[] = ["PREFERRED", "NORMAL", "DEPRECATED"];

/**
 * The edge from the subject of `first` to the object of `second`, which begins where `first` ends. It holds when `first` does, and
 * is no surer than its weaker premise: it has the later of their modalities in {@link BY_STRENGTH}, and the lower of their ranks.
 */
export function chain(type: string, first: EdgeRecord, second: EdgeRecord): Derivation {
  return {
    type,
    subject: first.subject,
    object: second.object,
    dates: datesOf(first),
    modality: last(BY_STRENGTH, first.modality, second.modality),
    rank: last(BY_RANK, first.rank, second.rank),
    basis: first.basis.filter((note) => note.of in datesOf(first)),
    premises: [first, second],
  };
}

function last<T>(order: readonly T[], a: T, b: T): T {
  return order.indexOf(a) < order.indexOf(b) ? b : a;
}
