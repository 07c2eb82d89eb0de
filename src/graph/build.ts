import { MODALITIES, RANKS } from "../ontology/model.js";
import type { Ontology } from "../ontology/model.js";
import { snapshotId } from "./canonical.js";
import { encodeEdges } from "./encode-edges.js";
import { encodeNodes } from "./encode-nodes.js";
import { EvidenceEncoder } from "./encode-records.js";
import type { Graph } from "./model.js";
import { openGraph } from "./open.js";
import type { GraphRecords } from "./record.js";
import { SectionWriter } from "./section-writer.js";
import { compareText } from "./text.js";

/**
 * Builds the graph of some records, in whatever order they come. The same records give the same graph, byte for byte.
 *
 * @throws RangeError where the records do not fit the ontology or each other: an unknown type or property, a value of another type,
 *   an edge or evidence that refers to a node that is not there, an id given twice, an edge id that does not say its ends
 */
export function buildGraph(records: GraphRecords, ontology: Ontology): Graph {
  const sorted = { nodes: sortById(records.nodes), edges: sortById(records.edges) };
  const writer = new SectionWriter();
  const numbers = new Map<string, number>();
  const evidence = new EvidenceEncoder(writer, (id) => {
    const node = numbers.get(id);
    if (node === undefined) throw new RangeError(`There is no node "${id}".`);
    return node;
  });
  const nodes = encodeNodes(writer, evidence, sorted.nodes, ontology, numbers);
  encodeEdges(writer, evidence, sorted.edges, ontology, nodes);
  for (const name of namesOf(ontology)) writer.strings.add(name);
  evidence.write();
  writer.sortStrings();
  nodes.encodeKeys();
  return openGraph(writer.sections(), snapshotId(sorted), ontology);
}

/** Names that properties may hold: having codes for them lets every text be compared by its code. */
function namesOf(ontology: Ontology): readonly string[] {
  const values = [...ontology.enums.values()].flatMap((definition) => definition.values.map((value) => value.name));
  return [...values, ...ontology.concrete, ...ontology.relationships.keys(), ...MODALITIES, ...RANKS];
}

function sortById<T extends { readonly id: string }>(records: readonly T[]): readonly T[] {
  const sorted = records.toSorted((a, b) => compareText(a.id, b.id));
  sorted.forEach((record, index) => {
    if (index > 0 && sorted[index - 1]?.id === record.id) throw new RangeError(`"${record.id}" is given twice.`);
  });
  return sorted;
}
