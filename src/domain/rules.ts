import type { EdgeRecord, GraphRecords } from "../graph/record.js";
import { compareText } from "../graph/text.js";
import type { Ontology } from "../ontology/model.js";
import { checkBlocking } from "./blocking.js";
import { deriveEdges } from "./derive/derive.js";
import { statedBy } from "./stated.js";
import type { Stated } from "./stated.js";
import { BLOCKED, VETOED } from "./terms.js";
import type { Violation } from "./violation.js";

/**
 * Applies what is known about the domain beyond the ontology: adds the edges that follow from those stated, and checks them all.
 * The records returned are sorted as {@link GraphRecords} says, and complete only without violations.
 */
export function applyRules(
  records: GraphRecords,
  ontology: Ontology,
): { readonly records: GraphRecords; readonly violations: readonly Violation[] } {
  const { derived, violations } = conclude(statedBy(records), ontology);
  return { records: { nodes: records.nodes, edges: sortById([...records.edges, ...derived]) }, violations };
}

/** The edges that follow from what is stated, sorted by id, and the rules that both would break. */
export function conclude(
  stated: Stated,
  ontology: Ontology,
): { readonly derived: readonly EdgeRecord[]; readonly violations: readonly Violation[] } {
  const derived = deriveEdges(stated, ontology);
  const blockings = [VETOED, BLOCKED].flatMap((type) => [
    ...stated.edges.ofType(type),
    ...derived.filter((edge) => edge.type === type),
  ]);
  return { derived, violations: checkBlocking(sortById(blockings)) };
}

function sortById(edges: readonly EdgeRecord[]): readonly EdgeRecord[] {
  return edges.toSorted((a, b) => compareText(a.id, b.id));
}
