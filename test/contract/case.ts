import type { Plan } from "../../src/plan/plan.js";

/** One thing that every engine must do with the fixture graph: a plan, and its whole result. */
export interface Case {
  readonly title: string;
  readonly plan: Plan;
  readonly result: unknown;
}
