import { ALIAS_KINDS, BASES, RANKS } from "../ontology/model.js";
import { canonicalJson } from "./canonical.js";
import { packDate } from "./packed-date.js";
import type { Alias, BasisNote, Claim, Evidence } from "./record.js";
import type { SectionWriter } from "./section-writer.js";

/** Gives the number of a node by its id. Throws where there is none. */
export type NodeNumber = (id: string) => number;

/** Numbers that arrive one at a time, for a section whose length is not known beforehand. */
export class Growing {
  readonly #numbers: number[] = [];

  push(value: number): void {
    this.#numbers.push(value);
  }

  get length(): number {
    return this.#numbers.length;
  }

  words(): Uint32Array {
    return Uint32Array.from(this.#numbers);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#numbers);
  }
}

/** Lists that few owners have, as `ListTable` describes. */
export class ListEncoder {
  readonly #owner = new Growing();
  readonly #item = new Growing();

  add(owner: number, items: readonly number[] | undefined): void {
    if (items === undefined) return;
    for (const item of items.length === 0 ? [-1] : items) {
      this.#owner.push(owner);
      this.#item.push(item + 1);
    }
  }

  write(writer: SectionWriter, name: string): void {
    writer.put(`${name}.owner`, this.#owner.words());
    writer.put(`${name}.item`, this.#item.words());
  }
}

const NUMBERS = ["paragraph", "row", "page"] as const;
const TEXTS = ["symbol", "section", "quote", "wording"] as const;

/** The one table of all evidence. Owners add theirs in order and keep the offsets. */
export class EvidenceEncoder {
  readonly #source = new Growing();
  readonly #fields = new Map([...NUMBERS, ...TEXTS].map((name) => [name, new Growing()] as const));
  readonly #attributedTo = new ListEncoder();
  readonly #reportedBy = new ListEncoder();
  readonly #writer: SectionWriter;
  readonly #node: NodeNumber;

  constructor(writer: SectionWriter, node: NodeNumber) {
    this.#writer = writer;
    this.#node = node;
  }

  /** Number of rows so far: where the next owner's evidence starts. */
  get length(): number {
    return this.#source.length;
  }

  add(evidences: readonly Evidence[]): void {
    for (const evidence of evidences) {
      const row = this.length;
      this.#source.push(this.#node(evidence.source));
      for (const name of NUMBERS) this.#fields.get(name)?.push(counted(name, evidence[name]));
      for (const name of TEXTS) this.#fields.get(name)?.push(code(this.#writer, evidence[name]));
      this.#attributedTo.add(row, evidence.attributedTo?.map(this.#node));
      this.#reportedBy.add(row, evidence.reportedBy?.map(this.#node));
    }
  }

  write(): void {
    const put = (name: string): Uint32Array => this.#fields.get(name as "row")?.words() ?? new Uint32Array(0);
    this.#writer.put("evidence.source", this.#source.words());
    for (const name of NUMBERS) this.#writer.putColumn(`evidence.${name}`, put(name));
    for (const name of TEXTS) this.#writer.putStrings(`evidence.${name}`, put(name));
    this.#attributedTo.write(this.#writer, "evidence.attributedTo");
    this.#reportedBy.write(this.#writer, "evidence.reportedBy");
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

/** Writes the basis notes of nodes or edges, given in order of owner. */
export function encodeBasis(
  writer: SectionWriter,
  name: string,
  notes: readonly { readonly owner: number; readonly note: BasisNote }[],
): void {
  writer.put(
    `${name}.owner`,
    Uint32Array.from(notes, (row) => row.owner),
  );
  writer.putStrings(
    `${name}.of`,
    Uint32Array.from(notes, (row) => code(writer, row.note.of)),
  );
  writer.put(
    `${name}.basis`,
    Uint8Array.from(notes, (row) => BASES.indexOf(row.note.basis)),
  );
  writer.putStrings(
    `${name}.reason`,
    Uint32Array.from(notes, (row) => code(writer, row.note.reason)),
  );
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
