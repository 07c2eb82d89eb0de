import type { Question } from "../../graph/coverage.js";
import type { Ontology } from "../../ontology/model.js";
import type { Comparison, EdgeFilter, Hop, NodeFilter } from "../../plan/filter.js";
import type { Scope } from "./scope.js";

/**
 * What a connection over edges looks for, as far as a source could be complete for it. Every relationship that its filters follow belongs
 * to it; nodes that they name by `id` are where its body is looked for; comparisons of the edges' own `date` are its period.
 *
 * Anything else but `type` and properties that every such edge has makes it uncertain, for it could be empty because a value is missing:
 * `or`, `not`, `none`, `all`, counts, properties of nodes, sources. So does asking for what did not happen, and looking at a part of the
 * graph only, with `view`.
 */
export function edgeQuestion(
  { vocabulary, perspective }: Scope,
  hop: Omit<Hop, "direction">,
  node: NodeFilter | null,
): Question {
  const reader = new Reader(vocabulary.ontology, hop.relationships);
  reader.hop(hop, node);
  const whole = Object.values(perspective.view).every((condition) => condition === null);
  const { relationships, bodies, from, until, certain } = reader;
  return { relationships: [...relationships], bodies: [...bodies], from, until, certain: certain && whole };
}

/** What a connection over nodes looks for: no source says that it lists every node of a type. */
export const NODE_QUESTION: Question = { relationships: [], bodies: [], from: null, until: null, certain: false };

class Reader {
  readonly bodies = new Set<string>();
  from: string | null = null;
  until: string | null = null;
  certain = true;
  relationships: ReadonlySet<string>;
  readonly #ontology: Ontology;

  constructor(ontology: Ontology, relationships: readonly string[]) {
    this.#ontology = ontology;
    this.relationships = new Set(relationships);
  }

  hop({ visible, edge }: Omit<Hop, "direction">, node: NodeFilter | null): void {
    if (visible.modalities === null || visible.modalities.some((modality) => modality !== HAPPENED))
      this.certain = false;
    if (edge !== null) this.#edge(edge);
    if (node !== null) this.#node(node);
  }

  #edge(filter: EdgeFilter): void {
    if (filter.kind === "and") for (const part of filter.of) this.#edge(part);
    else if (filter.kind === "end") this.#node(filter.node);
    else if (filter.kind === "compare") this.#compareEdge(filter);
    else this.certain = false;
  }

  #node(filter: NodeFilter): void {
    if (filter.kind === "and") for (const part of filter.of) this.#node(part);
    else if (filter.kind === "quantified" && filter.quantifier === "some") this.#some(filter.hop, filter.node);
    else if (filter.kind === "compare" && filter.property.name === "id") this.#name(filter);
    else if (filter.kind !== "compare" || filter.property.name !== "type") this.certain = false;
  }

  /** The period of a relationship that is only a condition is not the one asked for. */
  #some(hop: Hop, node: NodeFilter | null): void {
    const inner = new Reader(this.#ontology, hop.relationships);
    inner.hop(hop, node);
    if (!inner.certain || inner.from !== null || inner.until !== null) this.certain = false;
    this.relationships = new Set([...this.relationships, ...inner.relationships]);
    for (const id of inner.bodies) this.bodies.add(id);
  }

  #name({ operator, value }: Comparison): void {
    const ids = [value].flat();
    if ((operator === "eq" || operator === "in") && ids.length === 1) this.bodies.add(String(ids[0]));
  }

  #compareEdge({ property: { name }, operator, value }: Comparison): void {
    const values = [value].flat().map(String);
    if (name === "date") this.#period(operator, values[0] ?? "");
    else if (name === "type" && (operator === "eq" || operator === "in"))
      this.relationships = new Set([...this.relationships].filter((type) => values.includes(type)));
    else if (name !== "id" && !this.#isRequired(name)) this.certain = false;
  }

  #period(operator: Comparison["operator"], date: string): void {
    if (operator === "gt" || operator === "gte" || operator === "eq") this.from = date;
    if (operator === "lt" || operator === "lte" || operator === "eq") this.until = date;
    if (operator === "in" || operator === "exists") this.certain = false;
  }

  #isRequired(name: string): boolean {
    const { relationships, propertySets } = this.#ontology;
    return [...this.relationships].every((type) => {
      const set = propertySets.get(relationships.get(type)?.properties ?? "");
      return set?.properties.some((property) => property.name === name && property.required) ?? false;
    });
  }
}

/** What registers record. */
const HAPPENED = "ACTUAL";
