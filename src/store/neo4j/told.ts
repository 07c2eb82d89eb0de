import type { Evidence, GraphRecords } from "../../graph/record.js";
import { SOURCE } from "../../graph/source.js";
import { footings } from "./standing.js";

/** Which sources tell of a node: what decides whether a view by evidence shows it, see `src/plan/view.ts`. */
export interface Told {
  /** Each of these is enough: a source of evidence for it, an alias, a claim or an edge with it, or of evidence that refers to it. */
  readonly sources: readonly string[];
  /**
   * Each of these is enough too: one source out of every list. They come of derived edges, which are shown only if all of their premises
   * are, and only of those whose premises have other ends.
   */
  readonly joint: readonly (readonly (readonly string[])[])[];
}

const NOBODY: Told = { sources: [], joint: [] };

/** What tells of the nodes of some records, by id. */
export function toldOf(records: GraphRecords): (id: string) => Told {
  const single = new Map<string, Set<string>>();
  const joint = new Map<string, (readonly (readonly string[])[])[]>();
  const tell = (id: string, source: string): void => {
    single.set(id, (single.get(id) ?? new Set()).add(source));
  };
  const tellAll = (owner: string, evidence: readonly Evidence[]): void => {
    for (const one of evidence) for (const id of [owner, ...referredTo(one)]) tell(id, one.source);
  };
  for (const node of records.nodes) {
    if (node.type === SOURCE) tell(node.id, node.id);
    for (const { evidence } of [node, ...node.aliases, ...node.claims]) tellAll(node.id, evidence);
  }
  const footing = footings(records);
  for (const edge of records.edges) {
    const { sources, premises } = footing(edge);
    if (premises === null) {
      for (const end of [edge.subject, edge.object]) tellAll(end, edge.evidence);
      continue;
    }
    const tellJointly = (id: string, own: readonly string[]): void => {
      const lists = joint.get(id) ?? [];
      joint.set(id, lists);
      lists.push([own, ...premises]);
    };
    for (const end of [edge.subject, edge.object]) tellJointly(end, sources);
    for (const one of edge.evidence) for (const id of referredTo(one)) tellJointly(id, [one.source]);
  }
  return (id) => {
    const sources = single.get(id) ?? new Set();
    // A list of sources each of which is enough says nothing new.
    const isImplied = (lists: readonly (readonly string[])[]): boolean =>
      lists.some((list) => list.every((source) => sources.has(source)));
    const others = (joint.get(id) ?? []).filter((lists) => !isImplied(lists));
    return sources.size === 0 && others.length === 0 ? NOBODY : { sources: [...sources].sort(), joint: others };
  };
}

function referredTo({ source, attributedTo = [], reportedBy = [] }: Evidence): readonly string[] {
  return [source, ...attributedTo, ...reportedBy];
}
