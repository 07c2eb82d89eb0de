import type { Ontology } from "../../ontology/model.js";
import type { SearchPlan } from "../../plan/plan.js";
import { type DirectPlan, compilePlan } from "./compile.js";
import { type Scope, parameterName } from "./element.js";
import { lift } from "./lift.js";
import { type MatchShape, compileMatch } from "./match-statements.js";
import { compileCandidates, compileFound } from "./search-statements.js";
import { selector } from "./select.js";
import { type LinksShape, type StepsShape, compileLinks, compileSteps } from "./steps.js";

/** A statement and the values that go into it. */
export interface Statement {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A statement of a search; `name` begins the names of the parameters that are filled in on the way. */
export interface SearchStatement extends Statement {
  readonly name: string;
}

/** Statements by plan; those of plans of one shape are compiled once. */
export interface Statements {
  direct(plan: DirectPlan): Statement;
  candidates(plan: SearchPlan): SearchStatement;
  search(plan: SearchPlan): SearchStatement;
  steps(shape: StepsShape): Statement;
  links(shape: LinksShape): Statement;
  match(shape: MatchShape): Statement;
}

/** How many statements are kept. The one unused for longest goes first. */
const KEPT = 500;

export function statementCache(ontology: Ontology): Statements {
  const kept = new Map<string, string>();
  const find = <P extends object>(
    plan: P,
    purpose: string,
    compile: (scope: Scope, plan: P) => string,
  ): SearchStatement => {
    const { plan: blank, shape, names, parameters } = lift(plan);
    const key = `${purpose} ${shape}`;
    const scope = { ontology, names, select: selector };
    const cypher = kept.get(key) ?? compile(scope, blank);
    kept.delete(key);
    kept.set(key, cypher);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return { cypher, parameters, name: names.has(blank) ? parameterName(scope, blank) : "" };
  };
  return {
    direct: (plan) => find(plan, "direct", compilePlan),
    candidates: (plan) => find(plan, "candidates", compileCandidates),
    search: (plan) => find(plan, "search", compileFound),
    steps: (shape) => find(shape, "steps", compileSteps),
    match: (shape) => find(shape, "match", compileMatch),
    links: (shape) => find(shape, "links", compileLinks),
  };
}
