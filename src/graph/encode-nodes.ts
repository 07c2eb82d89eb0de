import type { Ontology } from "../ontology/model.js";
import { u32 } from "./arrays.js";
import { columnEncoder } from "./encode-column.js";
import { basisRow, encodeAliases, encodeBasis, encodeClaims, encodeEvidence } from "./encode-records.js";
import type { EvidenceEncoder, NodeNumber } from "./encode-records.js";
import type { NodeRecord } from "./record.js";
import type { SectionWriter } from "./section-writer.js";
import { objectRanks } from "./sort-edges.js";
import type { ObjectRanks } from "./sort-edges.js";
import { compareText } from "./text.js";

/** What the edges need to know of the nodes. */
export interface EncodedNodes {
  readonly count: number;
  readonly number: NodeNumber;
  /** The number of an id, if it is one. */
  readonly find: (id: string) => number | undefined;
  readonly id: (node: number) => string;
  /** See `NodeTable.bySubject`. */
  readonly bySubject: Uint32Array;
  readonly objectRanks: ObjectRanks;
  /** Writes the indexes of unique properties: to be called when the strings are sorted. */
  readonly encodeKeys: () => void;
}

/**
 * Writes the sections of the nodes. `numbers` is filled with the number of every id first, so that evidence may refer to any node.
 *
 * @param records in order of id
 */
export function encodeNodes(
  writer: SectionWriter,
  evidence: EvidenceEncoder,
  records: readonly NodeRecord[],
  ontology: Ontology,
  numbers: Map<string, number>,
): EncodedNodes {
  const byType = groupByType(records, ontology);
  const nodes = ontology.concrete.flatMap((type) => byType.get(type) ?? []);
  nodes.forEach((node, index) => numbers.set(node.id, index));
  const number: NodeNumber = (id) => {
    const node = numbers.get(id);
    if (node === undefined) throw new RangeError(`There is no node "${id}".`);
    return node;
  };
  const bySubject = Uint32Array.from(records.map((record) => `${record.id}/`).sort(compareText), (id) =>
    number(id.slice(0, -1)),
  );
  const ids = Uint32Array.from(nodes, (node) => writer.strings.add(node.id));
  writer.putStrings("node.id", ids);
  writer.put(
    "node.byId",
    Uint32Array.from(records, (record) => number(record.id)),
  );
  writer.put("node.bySubject", bySubject);
  writer.put(
    "node.evidence",
    encodeEvidence(evidence, nodes, (node) => node.evidence),
  );
  encodeAliases(
    writer,
    evidence,
    owned(
      nodes,
      (node) => node.aliases,
      (owner, alias) => ({ owner, alias }),
    ),
  );
  encodeClaims(
    writer,
    evidence,
    owned(
      nodes,
      (node) => node.claims,
      (owner, claim) => ({ owner, claim }),
    ),
  );
  encodeBasis(
    writer,
    "node.basis",
    owned(
      nodes,
      (node) => node.basis,
      (owner, note) => basisRow(writer, owner, note),
    ),
  );
  writer.put(
    "type.size",
    Uint32Array.from(ontology.concrete, (type) => byType.get(type)?.length ?? 0),
  );
  const keys = encodeTypes(writer, byType, ontology);
  return {
    count: nodes.length,
    number,
    find: (id) => numbers.get(id),
    id: (node) => nodes[node]?.id ?? "",
    bySubject,
    objectRanks: objectRanks(records, number),
    encodeKeys: () => {
      for (const key of keys) writer.put(key.name, sortByCode(key.column(), key.start));
    },
  };
}

interface Key {
  readonly name: string;
  readonly start: number;
  readonly column: () => Uint32Array;
}

function encodeTypes(
  writer: SectionWriter,
  byType: ReadonlyMap<string, readonly NodeRecord[]>,
  ontology: Ontology,
): readonly Key[] {
  const keys: Key[] = [];
  let start = 0;
  for (const type of ontology.concrete) {
    const nodes = byType.get(type) ?? [];
    const properties = (ontology.types.get(type)?.properties ?? []).filter((property) => property.name !== "id");
    const names = new Set(properties.map((property) => property.name));
    for (const node of nodes) {
      const unknown = Object.keys(node.properties).find((name) => !names.has(name));
      if (unknown !== undefined) throw new RangeError(`"${node.id}": ${type} has no property ${unknown}.`);
    }
    for (const property of properties) {
      const name = `type/${type}/${property.name}`;
      const column = columnEncoder(writer, type, property, ontology);
      for (const node of nodes) column.add(node.properties[property.name]);
      column.write(name, null);
      if (property.unique) {
        keys.push({ name: `key/${type}/${property.name}`, start, column: () => writer.stringColumn(name) });
      }
    }
    start += nodes.length;
  }
  return keys;
}

/** The nodes that have a code in a column whose row 0 is node `start`, in order of code, then of node. */
function sortByCode(codes: Uint32Array, start: number): Uint32Array {
  const rows = Uint32Array.from(codes.keys()).filter((row) => u32(codes, row) !== 0);
  return rows.sort((a, b) => u32(codes, a) - u32(codes, b) || a - b).map((row) => row + start);
}

function groupByType(records: readonly NodeRecord[], ontology: Ontology): ReadonlyMap<string, readonly NodeRecord[]> {
  const groups = new Map<string, NodeRecord[]>(ontology.concrete.map((type) => [type, []]));
  for (const record of records) {
    const group = groups.get(record.type);
    if (group === undefined) throw new RangeError(`"${record.id}": there is no type ${record.type}.`);
    group.push(record);
  }
  return groups;
}

function owned<T, R>(
  nodes: readonly NodeRecord[],
  list: (node: NodeRecord) => readonly T[],
  row: (owner: number, item: T) => R,
): readonly R[] {
  return nodes.flatMap((node, owner) => list(node).map((item) => row(owner, item)));
}
