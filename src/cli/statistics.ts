import { snapshotId } from "../graph/canonical.js";
import type { Evidence, GraphRecords } from "../graph/record.js";
import type { Ontology } from "../ontology/model.js";

/** How much there is of what in a graph. */
export interface Statistics {
  readonly snapshot: string;
  readonly nodes: number;
  readonly links: number;
  /** Evidence of nodes, edges, aliases and claims, each as often as it is given. */
  readonly evidence: number;
  /** Distinct sources that some evidence names. */
  readonly sources: number;
  /** By concrete type and relationship type, in the order of the ontology, zeros included. */
  readonly types: readonly { readonly type: string; readonly count: number }[];
  readonly relationships: readonly { readonly type: string; readonly count: number }[];
}

export function statistics(records: GraphRecords, ontology: Ontology): Statistics {
  const evidence = [...evidenceOf(records)];
  return {
    snapshot: snapshotId(records),
    nodes: records.nodes.length,
    links: records.edges.length,
    evidence: evidence.length,
    sources: new Set(evidence.map(({ source }) => source)).size,
    types: countTypes(records.nodes, ontology.concrete),
    relationships: countTypes(records.edges, [...ontology.relationships.keys()]),
  };
}

function* evidenceOf({ nodes, edges }: GraphRecords): Generator<Evidence> {
  for (const node of nodes) {
    yield* node.evidence;
    for (const part of [...node.aliases, ...node.claims]) yield* part.evidence;
  }
  for (const edge of edges) yield* edge.evidence;
}

function countTypes(
  records: readonly { readonly type: string }[],
  types: readonly string[],
): readonly { readonly type: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { type } of records) counts.set(type, (counts.get(type) ?? 0) + 1);
  return types.map((type) => ({ type, count: counts.get(type) ?? 0 }));
}

/** Whole numbers with thousands separated, as `1,234`. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** A number of things, as `1 node` or `1,234 nodes`. */
export function counted(count: number, thing: string): string {
  return `${grouped(count)} ${thing}${count === 1 ? "" : "s"}`;
}
