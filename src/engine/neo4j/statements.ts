import type { Ontology } from "../../ontology/model.js";
import { type DirectPlan, compilePlan } from "./compile.js";
import { lift } from "./lift.js";
import { selector } from "./select.js";

/** A statement and the values that go into it. */
export interface Statement {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Compiled statements by the shape of their plans. */
export interface Statements {
  of(plan: DirectPlan): Statement;
}

/** How many statements are kept. The one unused for longest goes first. */
const KEPT = 500;

export function statementCache(ontology: Ontology): Statements {
  const kept = new Map<string, string>();
  return {
    of: (plan) => {
      const { plan: blank, shape, names, parameters } = lift(plan);
      const cypher = kept.get(shape) ?? compilePlan({ ontology, names, select: selector }, blank);
      kept.delete(shape);
      kept.set(shape, cypher);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return { cypher, parameters };
    },
  };
}
