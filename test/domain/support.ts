import { applyRules } from "../../src/domain/rules.js";
import type { Violation } from "../../src/domain/violation.js";
import { edgeId } from "../../src/graph/edge-id.js";
import type { EdgeRecord, GraphRecords, NodeRecord } from "../../src/graph/record.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";

const ontology = await loadOntology(ontologyPath);

/** A stated edge, proven by one row of its own unless it says otherwise. */
export function edge(
  subject: string,
  type: string,
  object: string,
  rest: Partial<Omit<EdgeRecord, "id" | "type" | "subject" | "object">> = {},
): EdgeRecord {
  const ends = { subject, type, object };
  return {
    id: edgeId({ ...ends, ...rest }),
    ...ends,
    modality: "ACTUAL",
    rank: "NORMAL",
    properties: {},
    basis: [],
    evidence: [{ source: "article", section: `${subject} ${type} ${object}` }],
    ...rest,
  };
}

export function node(id: string, type: string, properties: NodeRecord["properties"] = {}): NodeRecord {
  return { id, type, properties, aliases: [], basis: [], evidence: [], claims: [] };
}

export function apply(edges: readonly EdgeRecord[], nodes: readonly NodeRecord[] = []): GraphRecords {
  return applyRules({ nodes, edges }, ontology).records;
}

/** The edges that the rules add. */
export function derived(edges: readonly EdgeRecord[], nodes: readonly NodeRecord[] = []): readonly EdgeRecord[] {
  return apply(edges, nodes).edges.filter((record) => record.derivedFrom !== undefined);
}

export function violations(edges: readonly EdgeRecord[], nodes: readonly NodeRecord[] = []): readonly Violation[] {
  return applyRules({ nodes, edges }, ontology).violations;
}
