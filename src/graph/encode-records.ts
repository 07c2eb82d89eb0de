import { ALIAS_KINDS, BASES, RANKS } from "../ontology/model.js";
import { u32 } from "./arrays.js";
import { canonicalJson } from "./canonical.js";
import type { RowOrder } from "./encode-column.js";
import { Growing } from "./growing.js";
import { packDate } from "./packed-date.js";
import type { Alias, BasisNote, Claim, Evidence } from "./record.js";
import type { SectionWriter } from "./section-writer.js";

/** Gives the number of a node by its id. Throws where there is none. */
export type NodeNumber = (id: string) => number;

/** Lists that few owners have, as `ListTable` describes. */
export class ListEncoder {
  readonly #lists: { readonly owner: number; readonly items: readonly number[] }[] = [];

  add(owner: number, items: readonly number[] | undefined): void {
    if (items !== undefined) this.#lists.push({ owner, items });
  }

  write(writer: SectionWriter, name: string, order: RowOrder): void {
    if (this.#lists.length === 0) return;
    const place = order === null ? null : placesIn(order);
    const rows = this.#lists
      .map(({ owner, items }) => ({ owner: place === null ? owner : u32(place, owner), items }))
      .sort((a, b) => a.owner - b.owner)
      .flatMap(({ owner, items }) => (items.length === 0 ? [-1] : items).map((item) => ({ owner, item })));
    writer.put(
      `${name}.owner`,
      Uint32Array.from(rows, ({ owner }) => owner),
    );
    writer.put(
      `${name}.item`,
      Uint32Array.from(rows, ({ item }) => item + 1),
    );
  }
}

/** Where each row stands in an order of all rows. */
export function placesIn(order: Uint32Array): Uint32Array {
  const places = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) places[u32(order, i)] = i;
  return places;
}

const NUMBERS = ["paragraph", "row", "page"] as const;
const TEXTS = ["symbol", "section", "quote", "wording"] as const;

/** The one table of all evidence. Owners add theirs and keep where it starts and ends. */
export class EvidenceEncoder {
  readonly #source = new Growing(Uint32Array);
  readonly #numbers = NUMBERS.map((name) => ({ name, column: new Growing(Uint32Array) }));
  readonly #texts = TEXTS.map((name) => ({ name, column: new Growing(Uint32Array) }));
  readonly #attributedTo = new ListEncoder();
  readonly #reportedBy = new ListEncoder();
  readonly #optional = [...this.#numbers, ...this.#texts].map(({ column }) => column);
  readonly #writer: SectionWriter;
  readonly #node: NodeNumber;
  /** What was added last, and where it starts. */
  #last: { readonly evidences: readonly Evidence[]; readonly start: number } | null = null;

  constructor(writer: SectionWriter, node: NodeNumber) {
    this.#writer = writer;
    this.#node = node;
  }

  /** Number of rows so far: where the next owner's evidence starts. */
  get length(): number {
    return this.#source.length;
  }

  /** Owners that come after each other with one and the same list, such as the votes of a roll call, take least. */
  add(evidences: readonly Evidence[]): void {
    if (evidences === this.#last?.evidences) this.#copy(this.#last.start, evidences.length);
    else this.#addNew(evidences);
  }

  #addNew(evidences: readonly Evidence[]): void {
    const start = this.length;
    for (const evidence of evidences) {
      const row = this.length;
      this.#source.push(this.#node(evidence.source));
      // Of most columns few rows have anything: nothing is put for the others.
      for (const { name, column } of this.#numbers) {
        if (evidence[name] !== undefined) column.put(row, counted(name, evidence[name]));
      }
      for (const { name, column } of this.#texts) {
        if (evidence[name] !== undefined) column.put(row, code(this.#writer, evidence[name]));
      }
      this.#attributedTo.add(row, evidence.attributedTo?.map(this.#node));
      this.#reportedBy.add(row, evidence.reportedBy?.map(this.#node));
    }
    const listed = evidences.some(
      ({ attributedTo, reportedBy }) => attributedTo !== undefined || reportedBy !== undefined,
    );
    this.#last = listed ? null : { evidences, start };
  }

  /** Adds so many rows again. */
  #copy(start: number, count: number): void {
    for (let first = start; first < start + count; first++) {
      const row = this.length;
      this.#source.push(this.#source.at(first));
      for (const column of this.#optional) {
        const value = column.at(first);
        if (value !== 0) column.put(row, value);
      }
    }
  }

  /** Writes all rows, in an order of them. */
  write(order: Uint32Array): void {
    const arrange = (column: Growing<Uint32Array>): Uint32Array =>
      column.length === 0 ? new Uint32Array(0) : column.ordered(order);
    this.#writer.put("evidence.source", arrange(this.#source));
    for (const { name, column } of this.#numbers) this.#writer.putColumn(`evidence.${name}`, arrange(column));
    for (const { name, column } of this.#texts) this.#writer.putStrings(`evidence.${name}`, arrange(column));
    this.#attributedTo.write(this.#writer, "evidence.attributedTo", order);
    this.#reportedBy.write(this.#writer, "evidence.reportedBy", order);
  }
}

/** Writes the aliases of nodes, given in order of node, and their evidence. */
export function encodeAliases(
  writer: SectionWriter,
  evidence: EvidenceEncoder,
  aliases: readonly { readonly owner: number; readonly alias: Alias }[],
): void {
  const column = (value: (alias: Alias) => number): Uint32Array => Uint32Array.from(aliases, (row) => value(row.alias));
  writer.put(
    "alias.owner",
    Uint32Array.from(aliases, (row) => row.owner),
  );
  writer.putStrings(
    "alias.text",
    column((alias) => code(writer, alias.text)),
  );
  writer.put("alias.kind", Uint8Array.from(column((alias) => ALIAS_KINDS.indexOf(alias.kind))));
  writer.put(
    "alias.from",
    column((alias) => dateCode(alias.from)),
  );
  writer.put(
    "alias.until",
    column((alias) => dateCode(alias.until)),
  );
  writer.put(
    "alias.evidence",
    encodeEvidence(evidence, aliases, (row) => row.alias.evidence),
  );
}

/** Writes the claims about nodes, given in order of node, and their evidence. */
export function encodeClaims(
  writer: SectionWriter,
  evidence: EvidenceEncoder,
  claims: readonly { readonly owner: number; readonly claim: Claim }[],
): void {
  const column = (value: (claim: Claim) => number): Uint32Array => Uint32Array.from(claims, (row) => value(row.claim));
  writer.put(
    "claim.owner",
    Uint32Array.from(claims, (row) => row.owner),
  );
  writer.putStrings(
    "claim.property",
    column((claim) => code(writer, claim.property)),
  );
  writer.putStrings(
    "claim.value",
    column((claim) => code(writer, canonicalJson(claim.value))),
  );
  writer.put("claim.rank", Uint8Array.from(column((claim) => RANKS.indexOf(claim.rank))));
  writer.putStrings(
    "claim.reason",
    column((claim) => code(writer, claim.reason)),
  );
  writer.put(
    "claim.evidence",
    encodeEvidence(evidence, claims, (row) => row.claim.evidence),
  );
}

/** A basis note of a node or edge; texts as provisional codes. */
export interface BasisRow {
  readonly owner: number;
  readonly of: number;
  readonly basis: number;
  readonly reason: number;
}

export function basisRow(writer: SectionWriter, owner: number, { of, basis, reason }: BasisNote): BasisRow {
  return { owner, of: code(writer, of), basis: BASES.indexOf(basis), reason: code(writer, reason) };
}

/** Writes the basis notes of nodes or edges, given in order of owner. */
export function encodeBasis(writer: SectionWriter, name: string, rows: readonly BasisRow[]): void {
  const column = (member: keyof BasisRow): Uint32Array => Uint32Array.from(rows, (row) => row[member]);
  writer.put(`${name}.owner`, column("owner"));
  writer.putStrings(`${name}.of`, column("of"));
  writer.put(`${name}.basis`, Uint8Array.from(column("basis")));
  writer.putStrings(`${name}.reason`, column("reason"));
}

/** Adds the evidence of owners in order. Returns the offsets: of owner `i` the rows `[i]` to `[i + 1]`. */
export function encodeEvidence<T>(
  encoder: EvidenceEncoder,
  owners: readonly T[],
  evidenceOf: (owner: T) => readonly Evidence[],
): Uint32Array {
  const offsets = new Uint32Array(owners.length + 1);
  offsets[0] = encoder.length;
  owners.forEach((owner, index) => {
    encoder.add(evidenceOf(owner));
    offsets[index + 1] = encoder.length;
  });
  return offsets;
}

/** The packed form of a date, 0 where there is none. */
export function dateCode(text: string | undefined): number {
  return text === undefined ? 0 : packDate(text);
}

/** The provisional code of a text, 0 where there is none. */
export function code(writer: SectionWriter, text: string | undefined): number {
  return text === undefined ? 0 : writer.strings.add(text);
}

function counted(name: string, value: number | undefined): number {
  if (value === undefined) return 0;
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name}: ${value} is not a number counted from 1.`);
  return value;
}
