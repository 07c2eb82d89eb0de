import { edgeId } from "../../graph/edge-id.js";
import type { EdgeRecord, GraphRecords, NodeRecord } from "../../graph/record.js";
import { compareText } from "../../graph/text.js";
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
  readonly #edges = new Map<string, EdgeRecord>();

  /** @param stated what the dossiers state; nothing derived */
  constructor(stated: GraphRecords, ontology: Ontology) {
    this.#ontology = ontology;
    this.#standing = new Map(stated.nodes.map((node) => [node.id, node]));
    for (const edge of stated.edges) this.#edges.set(edge.id, edge);
  }

  /** Where the datasets of one source put what they say. */
  sink(source: string): Sink {
    return {
      node: (draft) => {
        const drafts = this.#drafts.get(draft.id);
        if (drafts === undefined) this.#drafts.set(draft.id, [draft]);
        else drafts.push(draft);
      },
      edge: (draft) => {
        this.#addEdge(recordOf(draft), source);
      },
    };
  }

  /** Everything that is stated, sorted by id. */
  records(): GraphRecords {
    const ids = new Set([...this.#standing.keys(), ...this.#drafts.keys()]);
    const nodes = [...ids].map((id) =>
      joinNode(this.#standing.get(id) ?? null, this.#drafts.get(id) ?? [], this.#ontology),
    );
    return { nodes: sortById(nodes), edges: sortById([...this.#edges.values()]) };
  }

  #addEdge(account: EdgeRecord, source: string): void {
    const standing = this.#edges.get(account.id);
    if (standing === undefined) {
      this.#edges.set(account.id, account);
      return;
    }
    const joined = joinEdge(standing, account);
    if (joined !== null) this.#edges.set(joined.id, joined);
    else if (account.key?.endsWith(source) === true) throw new RangeError(`"${account.id}" is given in three ways`);
    else this.#addEdge(rivalOf(standing, account, source), source);
  }
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

function sortById<T extends { readonly id: string }>(records: T[]): readonly T[] {
  return records.sort((a, b) => compareText(a.id, b.id));
}
