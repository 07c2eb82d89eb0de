import { isDeepStrictEqual } from "node:util";

import type { GraphRecords } from "../graph/record.js";
import { compareText } from "../graph/text.js";

/** How many nodes or links of one type came, went, or say something else. */
export interface Difference {
  readonly type: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What makes one graph of another; types in which nothing changed are left out. */
export interface Differences {
  readonly nodes: readonly Difference[];
  readonly links: readonly Difference[];
}

interface Record {
  readonly id: string;
  readonly type: string;
}

export function differences(before: GraphRecords, after: GraphRecords): Differences {
  return { nodes: compare(before.nodes, after.nodes), links: compare(before.edges, after.edges) };
}

/** Both are sorted by id. */
function compare(before: readonly Record[], after: readonly Record[]): readonly Difference[] {
  const counts = new Map<string, { added: number; changed: number; removed: number }>();
  const count = (type: string, what: "added" | "changed" | "removed"): void => {
    const known = counts.get(type) ?? { added: 0, changed: 0, removed: 0 };
    known[what]++;
    counts.set(type, known);
  };
  let i = 0;
  for (const now of after) {
    for (let then = before[i]; then !== undefined && compareText(then.id, now.id) < 0; then = before[++i]) {
      count(then.type, "removed");
    }
    const then = before[i];
    if (then?.id !== now.id) count(now.type, "added");
    else {
      if (!isDeepStrictEqual(then, now)) count(now.type, "changed");
      i++;
    }
  }
  for (const gone of before.slice(i)) count(gone.type, "removed");
  return [...counts].map(([type, counted]) => ({ type, ...counted })).sort((a, b) => compareText(a.type, b.type));
}
