import type { Ontology, PropertyDefinition, RelationshipDefinition } from "../ontology/model.js";
import { u32 } from "./arrays.js";
import { encodeColumn } from "./encode-column.js";
import type { EncodedNodes } from "./encode-nodes.js";
import { code, dateCode, encodeBasis, encodeEvidence, ListEncoder } from "./encode-records.js";
import type { EvidenceEncoder } from "./encode-records.js";
import type { EdgeRecord } from "./record.js";
import type { SectionWriter } from "./section-writer.js";
import { stanceOf } from "./stance.js";

/**
 * Writes the sections of the edges.
 *
 * @param records in order of id
 */
export function encodeEdges(
  writer: SectionWriter,
  evidence: EvidenceEncoder,
  records: readonly EdgeRecord[],
  ontology: Ontology,
  nodes: EncodedNodes,
): void {
  const byType = groupByType(records, ontology, nodes);
  const edges = [...ontology.relationships.keys()].flatMap((type) => byType.get(type) ?? []);
  const subject = Uint32Array.from(edges, (edge) => nodes.number(edge.subject));
  const object = Uint32Array.from(edges, (edge) => nodes.number(edge.object));
  writer.put("edge.subject", subject);
  writer.put("edge.object", object);
  writer.putColumn(
    "edge.stance",
    Uint8Array.from(edges, (edge) => stanceOf(edge.modality, edge.rank)),
  );
  writer.put(
    "edge.evidence",
    encodeEvidence(evidence, edges, (edge) => edge.evidence),
  );
  encodeBasis(
    writer,
    "edge.basis",
    edges.flatMap((edge, owner) => edge.basis.map((note) => ({ owner, note }))),
  );
  encodeDerivedFrom(writer, edges);
  writer.put(
    "relationship.size",
    Uint32Array.from(ontology.relationships.keys(), (t) => byType.get(t)?.length ?? 0),
  );
  let start = 0;
  for (const definition of ontology.relationships.values()) {
    const own = byType.get(definition.type) ?? [];
    if (own.length > 0) {
      encodeRelationship(writer, definition, own, ontology);
      encodeAdjacency(writer, `relationship/${definition.type}`, start, start + own.length, subject, object, nodes);
    }
    start += own.length;
  }
}

/** The edges of each type, in order of their subject's number, then of id. Checks each record. */
function groupByType(
  records: readonly EdgeRecord[],
  ontology: Ontology,
  nodes: EncodedNodes,
): ReadonlyMap<string, readonly EdgeRecord[]> {
  const groups = new Map<string, EdgeRecord[]>([...ontology.relationships.keys()].map((type) => [type, []]));
  for (const record of records) {
    const group = groups.get(record.type);
    if (group === undefined) throw new RangeError(`"${record.id}": there is no relationship ${record.type}.`);
    const id = `${record.subject}/${record.type}/${record.object}${record.key === undefined ? "" : `/${record.key}`}`;
    if (record.id !== id) throw new RangeError(`"${record.id}": the id of this edge should be "${id}".`);
    group.push(record);
  }
  for (const group of groups.values()) {
    const numbers = new Map(group.map((record) => [record, nodes.number(record.subject)]));
    // The sort is stable: edges of one subject stay in order of id.
    group.sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));
  }
  return groups;
}

function encodeRelationship(
  writer: SectionWriter,
  definition: RelationshipDefinition,
  edges: readonly EdgeRecord[],
  ontology: Ontology,
): void {
  const name = `relationship/${definition.type}`;
  writer.putStrings(
    `${name}.key`,
    Uint32Array.from(edges, (edge) => code(writer, edge.key)),
  );
  for (const date of ["date", "from", "until"] as const) {
    writer.putColumn(
      `${name}.${date}`,
      Uint32Array.from(edges, (edge) => dateCode(edge[date])),
    );
  }
  const properties = propertiesOf(definition, ontology);
  const names = new Set(properties.map((property) => property.name));
  for (const edge of edges) {
    const unknown = Object.keys(edge.properties).find((property) => !names.has(property));
    if (unknown !== undefined) throw new RangeError(`"${edge.id}": ${definition.type} has no property ${unknown}.`);
  }
  for (const property of properties) {
    const column = `${name}/${property.name}`;
    try {
      encodeColumn(writer, column, property, ontology, edges.length, (row) => edges[row]?.properties[property.name]);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new RangeError(`${definition.type}.${reason}`, { cause: error });
    }
  }
}

function propertiesOf(definition: RelationshipDefinition, ontology: Ontology): readonly PropertyDefinition[] {
  return definition.properties === null ? [] : (ontology.propertySets.get(definition.properties)?.properties ?? []);
}

function encodeDerivedFrom(writer: SectionWriter, edges: readonly EdgeRecord[]): void {
  const derivedFrom = new ListEncoder();
  if (edges.some((edge) => edge.derivedFrom !== undefined)) {
    const numbers = new Map(edges.map((edge, index) => [edge.id, index]));
    edges.forEach((edge, owner) => {
      const premises = edge.derivedFrom?.map((id) => {
        const premise = numbers.get(id);
        if (premise === undefined) throw new RangeError(`"${edge.id}": there is no edge "${id}" to derive it from.`);
        return premise;
      });
      derivedFrom.add(owner, premises);
    });
  }
  derivedFrom.write(writer, "edge.derivedFrom");
}

/** Both directions of the edges from `start` to `end`, which are in order of subject. */
function encodeAdjacency(
  writer: SectionWriter,
  name: string,
  start: number,
  end: number,
  subject: Uint32Array,
  object: Uint32Array,
  nodes: EncodedNodes,
): void {
  const outgoing = countByNode(subject.subarray(start, end), start);
  const incoming = countByNode(object.subarray(start, end), 0);
  const edges = new Uint32Array(end - start);
  const next = incoming.offsets.slice();
  for (const node of nodes.bySubject) {
    const position = node - outgoing.first;
    if (position < 0 || position >= outgoing.offsets.length - 1) continue;
    for (let edge = u32(outgoing.offsets, position); edge < u32(outgoing.offsets, position + 1); edge++) {
      const to = u32(object, edge) - incoming.first;
      edges[u32(next, to)] = edge;
      next[to] = u32(next, to) + 1;
    }
  }
  writer.put(`${name}.first`, Uint32Array.of(outgoing.first, incoming.first));
  writer.put(`${name}.out`, outgoing.offsets);
  writer.put(`${name}.in`, incoming.offsets);
  writer.put(`${name}.in.edges`, edges);
}

/** Offsets by node over the range of nodes that occurs, counted from `base`. */
function countByNode(ends: Uint32Array, base: number): { readonly first: number; readonly offsets: Uint32Array } {
  let first = Number.MAX_SAFE_INTEGER;
  let last = 0;
  for (const node of ends) {
    if (node < first) first = node;
    if (node > last) last = node;
  }
  const offsets = new Uint32Array(last - first + 2);
  for (const node of ends) offsets[node - first + 1] = u32(offsets, node - first + 1) + 1;
  offsets[0] = base;
  for (let i = 1; i < offsets.length; i++) offsets[i] = u32(offsets, i) + u32(offsets, i - 1);
  return { first, offsets };
}
