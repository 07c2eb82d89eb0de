import neo4j from "neo4j-driver";
import type { Transaction } from "neo4j-driver";

import { PlenaryError } from "../../errors.js";
import type { PathsPlan, SubgraphPlan } from "../../plan/plan.js";
import type { PlanParts } from "./parts.js";
import type { LinkIds, StepsParameters } from "./steps.js";

/** An edge as it is met from one of its ends: `forward` where that is its subject. All ids. */
export interface Sighting {
  readonly near: string;
  readonly edge: string;
  readonly far: string;
  readonly forward: boolean;
}

/** The edges that lead from some nodes, to any or to some. An edge is sighted from each end that is among the nodes. */
export type Walk = (nodes: readonly string[], within?: readonly string[]) => Promise<readonly Sighting[]>;

/** What a walk does not pass through, and which nodes are exempt from that. */
interface Avoided {
  readonly avoid: PathsPlan["avoid"];
  readonly exempt: readonly string[];
}

/**
 * Walks the graph step by step along the edges that a plan lets through: every step is the same statement, planned once, and only
 * ids are fetched.
 *
 * @param most how many edges may be met, or the walk throws `TOO_EXPENSIVE`
 */
export function openWalk(
  { statements }: PlanParts,
  transaction: Transaction,
  { relationships, visible, edge }: PathsPlan | SubgraphPlan,
  most: number,
  avoided: Avoided | null = null,
): Walk {
  const degree = avoided?.avoid.degree ?? null;
  const avoid = avoided === null ? "nothing" : degree === null ? "some" : "hubs";
  const { cypher, parameters } = statements.steps({ kind: "steps", relationships, visible, edge, avoid });
  const always = avoided === null ? {} : avoidance(avoided);
  let left = most;
  return async (nodes, within) => {
    if (nodes.length === 0) return [];
    const own: StepsParameters = { nodes, within: within ?? null, most: neo4j.int(left + 1), ...always };
    const { records } = await transaction.run(cypher, { ...parameters, ...own });
    left -= records.length;
    if (left < 0) {
      throw new PlenaryError(
        "TOO_EXPENSIVE",
        `The question looks at more than ${most} edges. Narrow it: fewer relationships, a stricter filter, fewer hops.`,
      );
    }
    return records.map((record) => record.toObject() as unknown as Sighting);
  };
}

function avoidance({ avoid, exempt }: Avoided): Partial<StepsParameters> {
  const { ids, types, degree } = avoid;
  return { exempt, avoidedIds: ids, avoidedTypes: types, ...(degree === null ? {} : { degree: neo4j.int(degree) }) };
}

/** The edge that was sighted, with its ends in their order. */
export function linkOf({ near, edge, far, forward }: Sighting): LinkIds {
  return forward ? { id: edge, subject: near, object: far } : { id: edge, subject: far, object: near };
}
