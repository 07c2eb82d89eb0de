import type { Ontology } from "../ontology/model.js";
import { lowerBound, rowNumbers, u32 } from "./arrays.js";
import { edgeId } from "./edge-id.js";
import { EdgeRows } from "./edge-rows.js";
import type { Premise } from "./edge-rows.js";
import { encodeAdjacency } from "./encode-adjacency.js";
import type { EncodedNodes } from "./encode-nodes.js";
import { encodeBasis, ListEncoder } from "./encode-records.js";
import type { EvidenceEncoder } from "./encode-records.js";
import type { EdgeRecord } from "./record.js";
import type { SectionWriter } from "./section-writer.js";
import { sortEdges } from "./sort-edges.js";

/** The edges of one relationship type, sorted: edge `start + i` is the row `order[i]`. */
interface Sorted {
  readonly rows: EdgeRows;
  readonly order: Uint32Array;
  readonly start: number;
}

/** Takes edges one at a time, in any order, into columns: no record is kept. */
export class EdgeEncoder {
  readonly #writer: SectionWriter;
  readonly #evidence: EvidenceEncoder;
  readonly #nodes: EncodedNodes;
  readonly #tables: ReadonlyMap<string, EdgeRows>;

  constructor(writer: SectionWriter, evidence: EvidenceEncoder, nodes: EncodedNodes, ontology: Ontology) {
    this.#writer = writer;
    this.#evidence = evidence;
    this.#nodes = nodes;
    this.#tables = new Map(
      [...ontology.relationships].map(([type, definition]) => {
        const set = definition.properties === null ? undefined : ontology.propertySets.get(definition.properties);
        return [type, new EdgeRows(writer, evidence, nodes, type, set?.properties ?? [], ontology)];
      }),
    );
  }

  /** @throws RangeError where the edge does not fit the ontology, its own id, or the nodes */
  add(edge: EdgeRecord): void {
    const rows = this.#tables.get(edge.type);
    if (rows === undefined) throw new RangeError(`"${edge.id}": there is no relationship ${edge.type}.`);
    const id = edgeId(edge);
    if (edge.id !== id) throw new RangeError(`"${edge.id}": the id of this edge should be "${id}".`);
    rows.add(edge);
  }

  /**
   * Writes the sections of the edges and of all evidence: to be called when the strings are sorted.
   *
   * @throws RangeError where two edges have one id, or a premise is not there
   */
  write(): void {
    const tables = this.#sorted();
    const count = tables.reduce((sum, { order }) => sum + order.length, 0);
    const subject = new Uint32Array(count);
    const object = new Uint32Array(count);
    const stance = new Uint8Array(count);
    for (const { rows, order, start } of tables) {
      subject.set(rows.subject.ordered(order), start);
      object.set(rows.object.ordered(order), start);
      stance.set(rows.stance.ordered(order), start);
      rows.write(order);
      encodeAdjacency(this.#writer, rows.name, start, start + order.length, subject, object, this.#nodes);
    }
    this.#writer.put("edge.subject", subject);
    this.#writer.put("edge.object", object);
    this.#writer.putColumn("edge.stance", stance);
    this.#writer.put(
      "relationship.size",
      Uint32Array.from(this.#tables.values(), ({ length }) => length),
    );
    this.#writeEvidence(tables, count);
    const basis = tables.flatMap(({ rows, order, start }) => rows.basisIn(order, start));
    encodeBasis(this.#writer, "edge.basis", basis);
    this.#writeDerivedFrom(tables, subject);
  }

  #sorted(): readonly Sorted[] {
    let start = 0;
    return [...this.#tables.values()]
      .filter(({ length }) => length > 0)
      .map((rows) => {
        const columns = { subject: rows.subject.all(), object: rows.object.all(), key: rows.finalKeys() };
        const order = sortEdges(columns, this.#nodes.objectRanks, (row) => {
          throw new RangeError(`"${rows.id(row)}" is given twice.`);
        });
        const sorted = { rows, order, start };
        start += order.length;
        return sorted;
      });
  }

  /** All evidence: that of the nodes as it came, then that of the edges in their order. */
  #writeEvidence(tables: readonly Sorted[], count: number): void {
    const offsets = new Uint32Array(count + 1);
    const order = rowNumbers(this.#evidence.length);
    let end = tables.reduce((first, { rows }) => Math.min(first, rows.evidence.at(0)), this.#evidence.length);
    offsets[0] = end;
    for (const { rows, order: edges, start } of tables) {
      for (let i = 0; i < edges.length; i++) {
        const row = u32(edges, i);
        const first = rows.evidence.at(row);
        for (let own = 0; own < rows.evidences.at(row); own++) order[end++] = first + own;
        offsets[start + i + 1] = end;
      }
    }
    this.#writer.put("edge.evidence", offsets);
    this.#evidence.write(order);
  }

  #writeDerivedFrom(tables: readonly Sorted[], subject: Uint32Array): void {
    const derivedFrom = new ListEncoder();
    for (const { rows, order, start } of tables) {
      for (const { owner, premises } of rows.derivedIn(order, start)) {
        derivedFrom.add(
          owner,
          premises.map((premise) => {
            const found = findEdge(tables, subject, premise);
            if (found !== null) return found;
            const id = rows.id(u32(order, owner - start));
            throw new RangeError(`"${id}": there is no edge "${premise.id}" to derive it from.`);
          }),
        );
      }
    }
    derivedFrom.write(this.#writer, "edge.derivedFrom", null);
  }
}

function findEdge(tables: readonly Sorted[], subject: Uint32Array, premise: Premise): number | null {
  const table = tables.find(({ rows }) => rows.type === premise.type);
  if (table === undefined) return null;
  const { rows, order, start } = table;
  const own = subject.subarray(start, start + order.length);
  for (let i = lowerBound(own, premise.subject); i < own.length && u32(own, i) === premise.subject; i++) {
    const row = u32(order, i);
    if (rows.object.at(row) === premise.object && rows.key.at(row) === premise.key) return start + i;
  }
  return null;
}
