import type { Ontology } from "../../ontology/model.js";
import type { SearchPlan } from "../../plan/plan.js";
import { type DirectPlan, compilePlan } from "./compile.js";
import {
  type ContradictionsShape,
  type DisputedShape,
  compileContradictions,
  compileDisputed,
} from "./disputes-statements.js";
import { type Scope, parameterName } from "./element.js";
import { lift } from "./lift.js";
import { type MatchShape, compileMatch } from "./match-statements.js";
import { compileCandidates, compileFound } from "./search-statements.js";
import { selector } from "./select.js";
import { type LinksShape, type StepsShape, compileLinks, compileSteps } from "./steps.js";
import type { ShownView } from "./view.js";

/** A statement and the values that go into it. */
export interface Statement {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A statement of a search; `name` begins the names of the parameters that are filled in on the way. */
export interface SearchStatement extends Statement {
  readonly name: string;
}

/** The statements of plans of one view. */
export interface Statements {
  direct(plan: DirectPlan): Statement;
  candidates(plan: SearchPlan): SearchStatement;
  search(plan: SearchPlan): SearchStatement;
  steps(shape: StepsShape): Statement;
  links(shape: LinksShape): Statement;
  disputed(shape: DisputedShape): Statement;
  contradictions(shape: ContradictionsShape): Statement;
  match(shape: MatchShape): Statement;
}

/** Statements by plan and view; those of plans and views of one shape are compiled once. */
export interface StatementCache {
  seeing(view: ShownView): Statements;
}

/** How many statements are kept. The one unused for longest goes first. */
const KEPT = 500;

export function statementCache(ontology: Ontology): StatementCache {
  const kept = new Map<string, string>();
  const find = <P extends object>(
    view: ShownView,
    plan: P,
    purpose: string,
    compile: (scope: Scope, plan: P) => string,
  ): SearchStatement => {
    const { plan: blank, shape, names, parameters } = lift(plan);
    const key = `${purpose} ${JSON.stringify(view.shape)} ${shape}`;
    const scope = { ontology, names, select: selector, view: view.shape };
    const cypher = kept.get(key) ?? compile(scope, blank);
    kept.delete(key);
    kept.set(key, cypher);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    const name = names.has(blank) ? parameterName(scope, blank) : "";
    return { cypher, parameters: { ...parameters, ...view.parameters }, name };
  };
  return {
    seeing: (view) => ({
      direct: (plan) => find(view, plan, "direct", compilePlan),
      candidates: (plan) => find(view, plan, "candidates", compileCandidates),
      search: (plan) => find(view, plan, "search", compileFound),
      steps: (shape) => find(view, shape, "steps", compileSteps),
      links: (shape) => find(view, shape, "links", compileLinks),
      disputed: (shape) => find(view, shape, "disputed", compileDisputed),
      contradictions: (shape) => find(view, shape, "contradictions", compileContradictions),
      match: (shape) => find(view, shape, "match", compileMatch),
    }),
  };
}
