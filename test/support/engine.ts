import type { Engine, Limits } from "../../src/engine/engine.js";
import type { Plan } from "../../src/plan/plan.js";

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
