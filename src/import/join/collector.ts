import type { Stated, StatedEdges } from "../../domain/stated.js";
import type { Violation } from "../../domain/violation.js";
import type { EdgeRecord, GraphRecords, NodeRecord } from "../../graph/record.js";
import { compareText } from "../../graph/text.js";
import type { Ontology } from "../../ontology/model.js";
import type { EdgeDraft, NodeDraft, Sink } from "../importer.js";
import { joinAccounts } from "./accounts.js";
import { joinNode } from "./nodes.js";

/** Collects what datasets say beside what the dossiers say, one account of a thing after the other. */
export class Collector {
  readonly #ontology: Ontology;
  readonly #standing: ReadonlyMap<string, NodeRecord>;
  readonly #drafts = new Map<string, NodeDraft[]>();
  readonly #clashes = new Map<string, string>();
  /** By type and object. A million records would take far more room than what they are made from. */
  readonly #accounts = new Map<string, Map<string, EdgeDraft[]>>();

  /** @param stated what the dossiers state; nothing derived */
  constructor(stated: GraphRecords, ontology: Ontology) {
    this.#ontology = ontology;
    this.#standing = new Map(stated.nodes.map((node) => [node.id, node]));
    for (const edge of stated.edges) this.#add(edge);
  }

  /** Ids of one type here and of another there. */
  get violations(): readonly Violation[] {
    return [...this.#clashes].map(([id, message]) => ({ id, message }));
  }

  /** Where datasets put what they say. */
  readonly sink: Sink = {
    node: (draft) => {
      const drafts = this.#drafts.get(draft.id);
      const known = this.#standing.get(draft.id)?.type ?? drafts?.[0]?.type ?? draft.type;
      if (known !== draft.type) {
        this.#clashes.set(
          draft.id,
          `it is a ${known}, and a dataset has a ${draft.type} of that id; give one of them another`,
        );
        return;
      }
      if (drafts === undefined) this.#drafts.set(draft.id, [draft]);
      else drafts.push(draft);
    },
    edge: (draft) => {
      this.#add(draft);
    },
  };

  /** Everything that is stated: nodes sorted by id, and edges that are made anew whenever they are asked for. */
  stated(): Stated & { readonly edges: Iterable<EdgeRecord> } {
    const ids = new Set([...this.#standing.keys(), ...this.#drafts.keys()]);
    const nodes = [...ids]
      .sort(compareText)
      .map((id) => joinNode(this.#standing.get(id) ?? null, this.#drafts.get(id) ?? [], this.#ontology));
    return { nodes, edges: this.#edges() };
  }

  #edges(): StatedEdges & Iterable<EdgeRecord> {
    const accounts = this.#accounts;
    return {
      ofType: (type) => [...(accounts.get(type)?.values() ?? [])].flatMap(joinAccounts),
      to: (type, object) => joinAccounts(accounts.get(type)?.get(object) ?? []),
      *[Symbol.iterator]() {
        for (const objects of accounts.values()) {
          for (const drafts of objects.values()) yield* joinAccounts(drafts);
        }
      },
    };
  }

  #add(draft: EdgeDraft): void {
    let objects = this.#accounts.get(draft.type);
    if (objects === undefined) this.#accounts.set(draft.type, (objects = new Map<string, EdgeDraft[]>()));
    const drafts = objects.get(draft.object);
    if (drafts === undefined) objects.set(draft.object, [draft]);
    else drafts.push(draft);
  }
}
