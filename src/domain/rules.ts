import type { GraphRecords } from "../graph/record.js";
import { compareText } from "../graph/text.js";
import type { Ontology } from "../ontology/model.js";
import { checkBlocking } from "./blocking.js";
import { deriveEdges } from "./derive/derive.js";
import type { Violation } from "./violation.js";

/**
 * Applies what is known about the domain beyond the ontology: adds the edges that follow from those stated, and checks them all.
 * The records returned are sorted as {@link GraphRecords} says, and complete only without violations.
 */
export function applyRules(
  records: GraphRecords,
  ontology: Ontology,
): { readonly records: GraphRecords; readonly violations: readonly Violation[] } {
  const edges = [...records.edges, ...deriveEdges(records, ontology)].sort((a, b) => compareText(a.id, b.id));
  return { records: { nodes: records.nodes, edges }, violations: checkBlocking(edges) };
}
