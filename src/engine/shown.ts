import type { Evidence, NodeRecord } from "../graph/record.js";
import { SOURCE } from "../graph/source.js";
import type { Ontology } from "../ontology/model.js";
import { shownProperties } from "./shown-properties.js";

/** Which evidence a view shows. */
export interface ShownEvidence {
  /** Whether the view chooses this source. */
  source(id: string): boolean;
  /** Those of some evidence that it shows. */
  of(evidence: readonly Evidence[]): readonly Evidence[];
}

/** The evidence that comes from the sources chosen. */
export function evidenceFrom(source: (id: string) => boolean): ShownEvidence {
  return { source, of: (evidence) => evidence.filter((one) => source(one.source)) };
}

/** A node with what is shown of it, whether or not it is shown itself. */
export function shownNode(node: NodeRecord, shown: ShownEvidence, ontology: Ontology): NodeRecord {
  const evidence = shown.of(node.evidence);
  const proven = evidence.length > 0 || (node.type === SOURCE && shown.source(node.id));
  const attached = <T extends { readonly evidence: readonly Evidence[] }>(items: readonly T[]): readonly T[] =>
    items
      .map((item) => ({ item, left: shown.of(item.evidence) }))
      .filter(({ item, left }) => left.length > 0 || (item.evidence.length === 0 && proven))
      .map(({ item, left }) => ({ ...item, evidence: left }));
  const claims = attached(node.claims);
  const properties = shownProperties(node, claims, proven, ontology);
  const basis = node.basis.filter(({ of }) => properties[of] === node.properties[of]);
  return { ...node, properties, aliases: attached(node.aliases), basis, evidence, claims };
}
