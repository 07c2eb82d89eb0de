import type { Evidence, NodeRecord, Properties } from "../../graph/record.js";
import { decodeNode, nodeProperties } from "../../store/neo4j/elements.js";
import { type Columns, decodeProperty } from "../../store/neo4j/values.js";
import { shownNode } from "../shown.js";
import type { Decoder } from "./decoder.js";
import { CLAIMS } from "./element.js";

/** What was fetched of a node's aliases and claims, where anything was. */
interface Attached {
  readonly aliases?: readonly Columns[];
  readonly claims?: readonly Columns[];
}

/** As much of a node as was fetched, as the view has it. */
export function readNode({ ontology, evidence }: Decoder, columns: Columns, attached: Attached = {}): NodeRecord {
  const claims = attached.claims ?? ((columns[CLAIMS] ?? []) as readonly Columns[]);
  const node = decodeNode(columns, attached.aliases ?? [], claims, ontology);
  return evidence === null ? node : shownNode(node, evidence, ontology);
}

/** Reads the declared properties of a node as the view has them: null where missing, [] where a list is. */
export function propertyReader(decoder: Decoder, columns: Columns): (name: string) => unknown {
  const { ontology, evidence } = decoder;
  const definitions = nodeProperties(ontology, String(columns["type"]));
  let viewed: Properties | null = null;
  return (name) => {
    const definition = definitions.find((one) => one.name === name);
    if (definition === undefined) return null;
    // Settled together, when the first is asked for.
    if (evidence !== null) viewed ??= readNode(decoder, columns).properties;
    const value = viewed === null ? decodeProperty(columns, definition, ontology) : viewed[name];
    return value ?? (definition.list ? [] : null);
  };
}

/** Those of some evidence that the view shows. */
export function evidenceShown(decoder: Decoder, evidence: readonly Evidence[]): readonly Evidence[] {
  return decoder.evidence === null ? evidence : decoder.evidence.of(evidence);
}
