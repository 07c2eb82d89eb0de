import type { Graph, RelationshipTable } from "../../graph/model.js";
import type { Meter } from "./meter.js";

/** What the compiled parts of one plan share. */
export interface Context {
  readonly graph: Graph;
  readonly meter: Meter;
}

/** The tables of some relationship types that have edges, in the order of their names in edge ids. */
export function tablesOf(graph: Graph, relationships: readonly string[]): readonly RelationshipTable[] {
  return [...new Set(relationships)]
    .map((type) => graph.relationships.get(type))
    .filter((table) => table !== undefined)
    .filter((table) => table.end > table.start)
    .sort((a, b) => (`${a.type}/` < `${b.type}/` ? -1 : 1));
}
