import neo4j from "neo4j-driver";

import { PlenaryError } from "../../errors.js";
import { dateMaxText, dateMinText, parseDate } from "../../graph/date.js";
import type { Comparison, Counted, Visibility } from "../../plan/filter.js";
import type { LookupPlan, Order, Page, SearchPlan } from "../../plan/plan.js";
import { EXOTIC, corrections, isExotic } from "./code-points.js";

/**
 * A plan taken apart into what the text of its statement depends on and the values that go into it as parameters. Plans of one
 * shape share one statement.
 */
export interface LiftedPlan<P extends object> {
  /** The plan with every value blanked; each part that had values is an object of its own. */
  readonly plan: P;
  /** `plan` as text. */
  readonly shape: string;
  /** Under which parameter the values of a part of `plan` go. */
  readonly names: ReadonlyMap<object, string>;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What stands for a page's cursor key at position `i` in the parameters. */
export function keyParameter(page: string, bound: "after" | "before", i: number): string {
  return `${page}_${bound}${i}`;
}

/** The parameter with the number of elements to fetch: one more than the page holds, to see whether there are others. */
export function limitParameter(page: string): string {
  return `${page}_limit`;
}

/** The parameter with the corrections of an exotic operand: see `code-points.ts`. */
export function correctionsParameter(operand: string): string {
  return `${operand}_corrections`;
}

const ORDERED: ReadonlySet<string> = new Set(["gt", "gte", "lt", "lte"]);

export function lift<P extends object>(plan: P): LiftedPlan<P> {
  const lifter = new Lifter();
  const blank = lifter.blank(plan) as P;
  return { plan: blank, shape: JSON.stringify(blank), names: lifter.names, parameters: lifter.parameters };
}

/** Walks a plan in the order of its members, so that plans of one shape name their parameters alike. */
class Lifter {
  readonly parameters: Record<string, unknown> = {};
  readonly names = new Map<object, string>();

  blank(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((member) => this.blank(member));
    if (typeof value !== "object" || value === null) return value;
    if ("modalities" in value) return this.#visibility(value as Visibility);
    const kind = "kind" in value ? value.kind : null;
    if (kind === "compare") return this.#comparison(value as Comparison);
    if (kind === "counted") return this.#counted(value as Counted);
    if (kind === "lookup") return this.#lookup(value as LookupPlan);
    if (kind === "search") return this.#search(value as SearchPlan);
    const order = "order" in value ? (value.order as readonly Order[]) : [];
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        name === "page" ? this.#page(member as Page, order) : this.blank(member),
      ]),
    );
  }

  #named<T extends object>(part: T): [part: T, name: string] {
    const name = `p${this.names.size}`;
    this.names.set(part, name);
    return [part, name];
  }

  #comparison(comparison: Comparison): Comparison {
    const { value, operator, property } = comparison;
    // Whether something has to exist changes the statement itself.
    if (operator === "exists") return this.#named<Comparison>({ ...comparison })[0];
    const exotic = ORDERED.has(operator) && isExotic(value);
    const [blank, name] = this.#named<Comparison>({ ...comparison, value: exotic ? EXOTIC : "" });
    const lifted = (one: unknown): unknown => (property.type === "date" ? interval(one) : one);
    this.parameters[name] = Array.isArray(value) ? value.map(lifted) : lifted(value);
    if (exotic) this.parameters[correctionsParameter(name)] = corrections(value);
    return blank;
  }

  #counted(counted: Counted): Counted {
    const hop = this.blank(counted.hop) as Counted["hop"];
    const [blank, name] = this.#named<Counted>({ ...counted, hop, value: 0 });
    this.parameters[name] = counted.value;
    return blank;
  }

  #visibility({ modalities, ranks }: Visibility): Visibility {
    const [blank, name] = this.#named<Visibility>({
      modalities: modalities === null ? null : [],
      ranks: ranks === null ? null : [],
    });
    if (modalities !== null) this.parameters[`${name}_modalities`] = modalities;
    if (ranks !== null) this.parameters[`${name}_ranks`] = ranks;
    return blank;
  }

  #lookup(plan: LookupPlan): LookupPlan {
    const fields = this.blank(plan.fields) as LookupPlan["fields"];
    const [blank, name] = this.#named<LookupPlan>({ ...plan, fields, values: [] });
    this.parameters[name] = plan.values;
    return blank;
  }

  /** Text and page of a search do not go into its statements: ids take their place when the matches are ranked. */
  #search(plan: SearchPlan): SearchPlan {
    const where = this.blank(plan.where) as SearchPlan["where"];
    const parts = this.blank(plan.parts) as SearchPlan["parts"];
    const page = { first: null, last: null, after: null, before: null };
    return this.#named<SearchPlan>({ ...plan, text: "", where, parts, page })[0];
  }

  #page(page: Page, order: readonly Order[]): Page {
    const bound = (key: Page["after"]): Page["after"] =>
      key === null ? null : key.map((value) => (value === null ? null : isExotic(value) ? EXOTIC : 0));
    const [blank, name] = this.#named<Page>({
      first: page.first === null ? null : 0,
      last: page.last === null ? null : 0,
      after: bound(page.after),
      before: bound(page.before),
    });
    this.parameters[limitParameter(name)] = neo4j.int((page.first ?? page.last ?? 0) + 1);
    for (const kind of ["after", "before"] as const) {
      const key = page[kind];
      if (key === null) continue;
      if (key.length !== order.length + 1)
        throw new PlenaryError("BAD_USER_INPUT", "The cursor does not belong to this order.");
      for (const [i, value] of key.entries()) {
        if (value === null) continue;
        if (isExotic(value)) this.parameters[correctionsParameter(keyParameter(name, kind, i))] = corrections(value);
        this.parameters[keyParameter(name, kind, i)] = order[i]?.property.type === "date" ? interval(value) : value;
      }
    }
    return blank;
  }
}

/** The first and the last day of a date, for comparing with it. @throws PlenaryError BAD_USER_INPUT for what is none */
export function interval(value: unknown): { readonly min: string; readonly max: string } {
  const text = String(value);
  if (parseDate(text) === null) {
    throw new PlenaryError("BAD_USER_INPUT", `"${text}" is not a date: use 2014, 2014-02 or 2014-02-17.`);
  }
  return { min: dateMinText(text), max: dateMaxText(text) };
}
