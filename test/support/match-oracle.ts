import type { EdgeRecord, GraphRecords, NodeRecord } from "../../src/graph/record.js";
import { compareText } from "../../src/graph/text.js";
import { RANKS } from "../../src/ontology/model.js";
import type { MatchPlan } from "../../src/plan/match.js";

/** One match, told by ids: where, and by which edges. */
export interface Met {
  readonly at: string;
  readonly year: number | null;
  readonly edges: readonly [of: string, other: string];
  readonly values: readonly [of: string | null, other: string | null];
}

/**
 * All matches of the node of a plan with each other node, by id: every pair of nodes is looked at, edge by edge. Filters are functions
 * here, those of the plan are not read.
 */
export function matchesOf(
  { nodes, edges }: GraphRecords,
  { relationships, property, end, visible, of, types, date }: MatchPlan,
  at: (node: NodeRecord) => boolean,
): ReadonlyMap<string, readonly Met[]> {
  const [near, far] = end === "subject" ? (["subject", "object"] as const) : (["object", "subject"] as const);
  const seen = edges.filter(
    (edge) =>
      relationships.includes(edge.type) &&
      (visible.modalities?.includes(edge.modality) ?? true) &&
      (visible.ranks?.includes(edge.rank) ?? true),
  );
  const oneEdge = (node: string, where: string): readonly [string, string | null] | null => {
    const all = seen.filter((edge) => edge[near] === node && edge[far] === where);
    const [best] = RANKS.map((rank) => all.filter((edge) => edge.rank === rank)).filter((some) => some.length > 0);
    const [first] = (best ?? []).toSorted((a, b) => compareText(a.id, b.id));
    if (first === undefined) return null;
    const values = new Set(best?.map(valueOf));
    return [first.id, values.size === 1 ? valueOf(first) : null];
  };
  const valueOf = (edge: EdgeRecord): string | null => (edge.properties[property] as string | undefined) ?? null;
  const others = nodes.filter(({ id, type }) => id !== of && types.includes(type));
  return new Map(
    others.map(({ id }) => [
      id,
      nodes.filter(at).flatMap((node): Met[] => {
        const [own, other] = [oneEdge(of, node.id), oneEdge(id, node.id)];
        if (own === null || other === null) return [];
        const when = node.properties[date];
        const year = typeof when === "string" ? Number(when.slice(0, 4)) : null;
        return [{ at: node.id, year, edges: [own[0], other[0]], values: [own[1], other[1]] }];
      }),
    ]),
  );
}
