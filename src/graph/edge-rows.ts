import type { Ontology, PropertyDefinition } from "../ontology/model.js";
import { u32 } from "./arrays.js";
import { columnEncoder } from "./encode-column.js";
import type { ColumnEncoder } from "./encode-column.js";
import type { EncodedNodes } from "./encode-nodes.js";
import { basisRow, code, dateCode, placesIn } from "./encode-records.js";
import type { BasisRow, EvidenceEncoder } from "./encode-records.js";
import { Growing } from "./growing.js";
import type { EdgeRecord } from "./record.js";
import type { SectionWriter } from "./section-writer.js";
import { stanceOf } from "./stance.js";

const DATES = ["date", "from", "until"] as const;

/** An edge that another is derived from. `key` is a provisional code; ends that are no nodes are -1. */
export interface Premise {
  readonly id: string;
  readonly type: string;
  readonly subject: number;
  readonly object: number;
  readonly key: number;
}

/** What is taken of the edges of one relationship type: a row for each, in the order in which they come. */
export class EdgeRows {
  readonly type: string;
  /** Of the sections. */
  readonly name: string;
  readonly subject = new Growing(Uint32Array);
  readonly object = new Growing(Uint32Array);
  readonly stance = new Growing(Uint8Array);
  /** Provisional codes. */
  readonly key = new Growing(Uint32Array);
  /** The first row of evidence, as it came, and the number of rows. */
  readonly evidence = new Growing(Uint32Array);
  readonly evidences = new Growing(Uint32Array);
  readonly #dates = DATES.map((name) => ({ name, column: new Growing(Uint32Array) }));
  readonly #known = new Map<string, number>();
  readonly #columns: ReadonlyMap<string, ColumnEncoder>;
  readonly #basis: BasisRow[] = [];
  readonly #derived: { readonly owner: number; readonly premises: readonly Premise[] }[] = [];
  readonly #writer: SectionWriter;
  readonly #encoder: EvidenceEncoder;
  readonly #nodes: EncodedNodes;

  constructor(
    writer: SectionWriter,
    evidence: EvidenceEncoder,
    nodes: EncodedNodes,
    type: string,
    properties: readonly PropertyDefinition[],
    ontology: Ontology,
  ) {
    this.type = type;
    this.name = `relationship/${type}`;
    this.#writer = writer;
    this.#encoder = evidence;
    this.#nodes = nodes;
    this.#columns = new Map(properties.map((one) => [one.name, columnEncoder(writer, type, one, ontology)]));
  }

  get length(): number {
    return this.subject.length;
  }

  /** @throws RangeError where the edge does not fit the relationship or the nodes */
  add(edge: EdgeRecord): void {
    const row = this.length;
    this.subject.push(this.#nodes.number(edge.subject));
    this.object.push(this.#nodes.number(edge.object));
    this.stance.push(stanceOf(edge.modality, edge.rank));
    if (edge.key !== undefined) this.key.put(row, code(this.#writer, edge.key));
    for (const { name, column } of this.#dates) {
      const date = edge[name];
      if (date !== undefined) column.put(row, this.#dateCode(date));
    }
    for (const name in edge.properties) {
      if (!this.#columns.has(name)) throw new RangeError(`"${edge.id}": ${this.type} has no property ${name}.`);
    }
    for (const [name, column] of this.#columns) column.add(edge.properties[name]);
    this.evidence.push(this.#encoder.length);
    this.evidences.push(edge.evidence.length);
    this.#encoder.add(edge.evidence);
    for (const note of edge.basis) this.#basis.push(basisRow(this.#writer, row, note));
    if (edge.derivedFrom === undefined) return;
    this.#derived.push({ owner: row, premises: edge.derivedFrom.map((id) => this.#premise(id)) });
  }

  /** The keys as final codes: to be called when the strings are sorted. */
  finalKeys(): Uint32Array {
    return this.#writer.finalCodes(this.key.all());
  }

  /** The id of the edge of a row. */
  id(row: number): string {
    const [subject, object] = [this.#nodes.id(this.subject.at(row)), this.#nodes.id(this.object.at(row))];
    const key = this.key.at(row);
    return `${subject}/${this.type}/${object}${key === 0 ? "" : `/${this.#writer.strings.text(key)}`}`;
  }

  /** Writes what only this type has. */
  write(order: Uint32Array): void {
    const arrange = (column: Growing<Uint32Array>): Uint32Array =>
      column.length === 0 ? new Uint32Array(0) : column.ordered(order);
    this.#writer.putStrings(`${this.name}.key`, arrange(this.key));
    for (const { name, column } of this.#dates) this.#writer.putColumn(`${this.name}.${name}`, arrange(column));
    for (const [name, column] of this.#columns) column.write(`${this.name}/${name}`, order);
  }

  /** The basis notes of the edges, in order of edge. */
  basisIn(order: Uint32Array, start: number): readonly BasisRow[] {
    return renumbered(this.#basis, order, start);
  }

  /** The premises of derived edges, in order of edge. */
  derivedIn(
    order: Uint32Array,
    start: number,
  ): readonly { readonly owner: number; readonly premises: readonly Premise[] }[] {
    return renumbered(this.#derived, order, start);
  }

  /** Many edges have the same date. */
  #dateCode(date: string): number {
    let code = this.#known.get(date);
    if (code === undefined) this.#known.set(date, (code = dateCode(date)));
    return code;
  }

  #premise(id: string): Premise {
    const [subject = "", type = "", object = "", ...key] = id.split("/");
    return {
      id,
      type,
      subject: this.#nodes.find(subject) ?? -1,
      object: this.#nodes.find(object) ?? -1,
      key: key.length === 0 ? 0 : code(this.#writer, key.join("/")),
    };
  }
}

/** Rows that belong to rows of the table, with the edges that these have become. */
function renumbered<T extends { readonly owner: number }>(
  rows: readonly T[],
  order: Uint32Array,
  start: number,
): readonly T[] {
  if (rows.length === 0) return rows;
  const places = placesIn(order);
  return rows.map((row) => ({ ...row, owner: start + u32(places, row.owner) })).sort((a, b) => a.owner - b.owner);
}
