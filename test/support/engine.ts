import type { Engine, Extract, Limits } from "../../src/engine/engine.js";
import type { GraphRecords } from "../../src/graph/record.js";
import type { Plan } from "../../src/plan/plan.js";
import type { View } from "../../src/plan/view.js";
import { collect } from "../../src/store/neo4j/read.js";

/** Limits that no test of this size meets. */
export function generousLimits(): Limits {
  return { deadline: Date.now() + 60_000, edges: 50_000_000 };
}

/** Runs one plan in a session of its own. The result is whatever shape the plan asks for. */
export async function run(engine: Engine, plan: Plan): Promise<unknown> {
  const session = await engine.session(generousLimits());
  try {
    return await session.run(plan);
  } finally {
    await session.close();
  }
}

/** All records that an engine streams, in a session of its own. */
export async function extract(
  engine: Engine,
  { view, nodes = null, edges = null }: { view?: View; nodes?: Extract["ids"]; edges?: Extract["ids"] } = {},
): Promise<GraphRecords> {
  const session = await engine.session(generousLimits());
  const seen = view === undefined ? {} : { view };
  try {
    return {
      nodes: await collect(session.nodeRecords({ ...seen, ids: nodes })),
      edges: await collect(session.edgeRecords({ ...seen, ids: edges })),
    };
  } finally {
    await session.close();
  }
}

/** The records of an engine that is asked for none. */
export async function* noRecords(): AsyncGenerator<readonly never[]> {
  yield await Promise.resolve([]);
}

/** A connection whose plan has the parts `nodes` (with ids), `totalCount` and `pageInfo`. */
export interface IdConnection {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startKey: readonly (string | number | boolean | null)[] | null;
    readonly endKey: readonly (string | number | boolean | null)[] | null;
  };
}
