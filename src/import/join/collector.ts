import { edgeId } from "../../graph/edge-id.js";
import type { EdgeRecord, GraphRecords, NodeRecord } from "../../graph/record.js";
import type { Ontology } from "../../ontology/model.js";
import type { EdgeDraft, NodeDraft, Sink } from "../importer.js";
import { joinEdge, rivalOf } from "./edges.js";
import { joinNode } from "./nodes.js";

const NONE: readonly never[] = [];
const NO_PROPERTIES = {};

/** Collects what datasets say beside what the dossiers say, one account of a thing after the other. */
export class Collector {
  readonly #ontology: Ontology;
  readonly #standing: ReadonlyMap<string, NodeRecord>;
  readonly #drafts = new Map<string, NodeDraft[]>();
  readonly #edges: EdgeRecord[];

  /** @param stated what the dossiers state; nothing derived */
  constructor(stated: GraphRecords, ontology: Ontology) {
    this.#ontology = ontology;
    this.#standing = new Map(stated.nodes.map((node) => [node.id, node]));
    this.#edges = [...stated.edges];
  }

  /** Where datasets put what they say. */
  readonly sink: Sink = {
    node: (draft) => {
      const drafts = this.#drafts.get(draft.id);
      if (drafts === undefined) this.#drafts.set(draft.id, [draft]);
      else drafts.push(draft);
    },
    edge: (draft) => {
      this.#edges.push(recordOf(draft));
    },
  };

  /** Everything that is stated, sorted by id. */
  records(): GraphRecords {
    const ids = new Set([...this.#standing.keys(), ...this.#drafts.keys()]);
    const nodes = [...ids].map((id) =>
      joinNode(this.#standing.get(id) ?? null, this.#drafts.get(id) ?? [], this.#ontology),
    );
    return { nodes: sortById(nodes), edges: joinEdges(this.#edges) };
  }
}

/** One edge for all accounts with the same id that agree, and one for each that does not. Sorted by id. */
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
  const { type, subject, object, key, date, from, until } = draft;
  return {
    id: edgeId(draft),
    type,
    subject,
    object,
    ...(key === undefined ? NO_PROPERTIES : { key }),
    ...(date === undefined ? NO_PROPERTIES : { date }),
    ...(from === undefined ? NO_PROPERTIES : { from }),
    ...(until === undefined ? NO_PROPERTIES : { until }),
    modality: draft.modality ?? "ACTUAL",
    rank: draft.rank ?? "NORMAL",
    properties: draft.properties ?? NO_PROPERTIES,
    basis: draft.basis ?? NONE,
    evidence: draft.evidence,
  };
}

/** Ids are ASCII, in which the order of code units is that of code points, and much faster to tell. */
function sortById<T extends { readonly id: string }>(records: readonly T[]): readonly T[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
