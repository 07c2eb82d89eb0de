import type { EdgeRecord, Evidence, GraphRecords, NodeRecord } from "../../../graph/record.js";
import type { Ontology } from "../../../ontology/model.js";
import type { View } from "../../../plan/view.js";
import { shownNode } from "../../shown.js";
import type { ShownEvidence } from "../../shown.js";
import { shownEvidence } from "./evidence.js";
import { SOURCE } from "../../../graph/source.js";

/** What the `known` and `sources` of a view show of some records, as records. `valid` is not looked at. */
export function shownRecords(records: GraphRecords, view: View, ontology: Ontology): GraphRecords {
  const shown = shownEvidence(view, records.nodes);
  const edges = shownEdges(records.edges, shown);
  const nodes = records.nodes.map((node) => shownNode(node, shown, ontology));
  const needed = new Set<string>();
  for (const edge of edges) {
    needed.add(edge.subject).add(edge.object);
    addReferences(edge.evidence, needed);
  }
  for (const { evidence, aliases, claims } of nodes) {
    for (const owner of [{ evidence }, ...aliases, ...claims]) addReferences(owner.evidence, needed);
  }
  return { nodes: nodes.filter((node) => stands(node, shown) || needed.has(node.id)), edges };
}

function shownEdges(edges: readonly EdgeRecord[], shown: ShownEvidence): readonly EdgeRecord[] {
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const decided = new Map<string, boolean>();
  const isShown = (edge: EdgeRecord): boolean => {
    const before = decided.get(edge.id);
    if (before !== undefined) return before;
    const premises = (edge.derivedFrom ?? []).map((id) => byId.get(id));
    const holds =
      shown.of(edge.evidence).length > 0 && premises.every((premise) => premise !== undefined && isShown(premise));
    decided.set(edge.id, holds);
    return holds;
  };
  return edges.filter(isShown).map((edge) => ({ ...edge, evidence: shown.of(edge.evidence) }));
}

/** Whether a node is shown for its own sake. */
function stands({ id, type, evidence, aliases, claims }: NodeRecord, shown: ShownEvidence): boolean {
  return evidence.length + aliases.length + claims.length > 0 || (type === SOURCE && shown.source(id));
}

function addReferences(evidence: readonly Evidence[], ids: Set<string>): void {
  for (const { source, attributedTo = [], reportedBy = [] } of evidence) {
    for (const id of [source, ...attributedTo, ...reportedBy]) ids.add(id);
  }
}
