import type { EdgeRecord, GraphRecords, NodeRecord } from "../graph/record.js";
import { groupBy } from "./group.js";

/** What somebody states, as rules look at it: most edges of a full record are votes, of which they look at few. */
export interface Stated {
  readonly nodes: readonly NodeRecord[];
  readonly edges: StatedEdges;
}

export interface StatedEdges {
  readonly ofType: (type: string) => readonly EdgeRecord[];
  readonly to: (type: string, object: string) => readonly EdgeRecord[];
}

export function statedBy({ nodes, edges }: GraphRecords): Stated {
  const byType = groupBy(edges, (edge) => edge.type);
  const ofType = (type: string): readonly EdgeRecord[] => byType.get(type) ?? [];
  return { nodes, edges: { ofType, to: (type, object) => ofType(type).filter((edge) => edge.object === object) } };
}
