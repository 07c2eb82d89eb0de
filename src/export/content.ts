import type { Extract, Session } from "../engine/engine.js";
import type { EdgeRecord, NodeRecord } from "../graph/record.js";
import type { Ontology } from "../ontology/model.js";

/** What is exported. Every walk makes the records anew, a page at a time, in order of id. */
export interface Content {
  readonly ontology: Ontology;
  readonly snapshot: string;
  /** In words, such as "The whole graph" or "The result of a query". */
  readonly title: string;
  /** The text of the query whose result it is, where it is one. */
  readonly query?: string;
  nodes(): AsyncIterable<readonly NodeRecord[]>;
  /** All edges, or those of one relationship type. */
  edges(relationship?: string): AsyncIterable<readonly EdgeRecord[]>;
  /** The records of some nodes, whether or not they are among `nodes()`: sources to cite, ends to name. Ids that are not there are left out. */
  lookUp(ids: readonly string[]): Promise<readonly NodeRecord[]>;
}

/** Which part of the graph is exported. */
export interface Selection {
  readonly view?: View;
  /** Null: all that the view has. */
  readonly nodeIds: readonly string[] | null;
  readonly edgeIds: readonly string[] | null;
  readonly title: string;
  readonly query?: string;
}

type View = NonNullable<Extract["view"]>;

/** What a session shows, as content of an export. Good for as long as the session is open. */
export function contentOf(session: Session, ontology: Ontology, selection: Selection): Content {
  const { nodeIds, edgeIds, title, query } = selection;
  const view = selection.view === undefined ? {} : { view: selection.view };
  return {
    ontology,
    snapshot: session.snapshot,
    title,
    ...(query === undefined ? {} : { query }),
    nodes: () => session.nodeRecords({ ...view, ids: nodeIds }),
    edges: (relationship) =>
      session.edgeRecords({
        ...view,
        ids: edgeIds,
        ...(relationship === undefined ? {} : { relationships: [relationship] }),
      }),
    lookUp: async (ids) => {
      const found: NodeRecord[] = [];
      if (ids.length > 0) for await (const page of session.nodeRecords({ ...view, ids })) found.push(...page);
      return found;
    },
  };
}

/** What an export is called that has the result of a query. */
export const RESULT_TITLE = "The result of a query";

/** What a view of the whole graph shows, in words. */
export function titleOf(view: View | undefined): string {
  const { valid = null, known = null, sources = null } = view ?? {};
  const conditions = [
    ...(valid === null ? [] : [`as of ${valid}`]),
    ...(known === null ? [] : [`as known by ${known}`]),
    ...(sources === null ? [] : [`as told by ${sources.join(", ")}`]),
  ];
  return conditions.length === 0 ? "The whole graph" : `The graph ${conditions.join(", ")}`;
}
