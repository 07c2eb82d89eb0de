import { createHash } from "node:crypto";

import type { Alias, BasisNote, Claim, EdgeRecord, Evidence, GraphRecords, NodeRecord, Properties } from "./record.js";

/**
 * A node record as one line of canonical JSON: keys sorted by code unit, no white space, absent fields absent. What {@link canonicalJson}
 * gives, without having to sort the keys of records, which are known.
 */
export function canonicalNode({ aliases, basis, claims, evidence, id, properties, type }: NodeRecord): string {
  return `{"aliases":${list(aliases, canonicalAlias)},"basis":${list(basis, canonicalNote)},"claims":${list(claims, canonicalClaim)},"evidence":${list(evidence, canonicalEvidence)},"id":${quoted(id)},"properties":${canonicalProperties(properties)},"type":${quoted(type)}}`;
}

/** An edge record as one line of canonical JSON, as {@link canonicalNode}. */
export function canonicalEdge(edge: EdgeRecord): string {
  const { basis, date, derivedFrom, evidence, from, id, key, modality, object, properties, rank } = edge;
  return `{"basis":${list(basis, canonicalNote)}${optional("date", date)}${texts("derivedFrom", derivedFrom)},"evidence":${list(evidence, canonicalEvidence)}${optional("from", from)},"id":${quoted(id)}${optional("key", key)},"modality":"${modality}","object":${quoted(object)},"properties":${canonicalProperties(properties)},"rank":"${rank}","subject":${quoted(edge.subject)},"type":${quoted(edge.type)}${optional("until", edge.until)}}`;
}

/** So many characters are hashed at once. */
const BLOCK = 65_536;

/** Hashes records one at a time: nodes in the order of their ids, then edges in the order of theirs. */
export class SnapshotHash {
  readonly #hash = createHash("sha256");
  #pending = "";

  node(record: NodeRecord): void {
    this.#line(`n${canonicalNode(record)}\n`);
  }

  edge(record: EdgeRecord): void {
    this.#line(`e${canonicalEdge(record)}\n`);
  }

  /** The snapshot id: 64 hexadecimal digits. May be taken once. */
  id(): string {
    return this.#hash.update(this.#pending, "utf8").digest("hex");
  }

  #line(line: string): void {
    this.#pending += line;
    if (this.#pending.length < BLOCK) return;
    this.#hash.update(this.#pending, "utf8");
    this.#pending = "";
  }
}

/** The id of a graph: SHA-256 over its canonical records. The records are in the order that `GraphRecords` prescribes. */
export function snapshotId(records: GraphRecords): string {
  const hash = new SnapshotHash();
  for (const node of records.nodes) hash.node(node);
  for (const edge of records.edges) hash.edge(edge);
  return hash.id();
}

/** JSON with the keys of every object sorted. Members that are undefined are left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

function canonicalEvidence(evidence: Evidence): string {
  const { attributedTo, page, paragraph, quote, reportedBy, row, section, source, symbol, wording } = evidence;
  const before = `${texts("attributedTo", attributedTo)}${optional("page", page)}${optional("paragraph", paragraph)}${optional("quote", quote)}${texts("reportedBy", reportedBy)}${optional("row", row)}${optional("section", section)}`;
  const rest = `"source":${quoted(source)}${optional("symbol", symbol)}${optional("wording", wording)}}`;
  return before === "" ? `{${rest}` : `{${before.slice(1)},${rest}`;
}

function canonicalAlias({ evidence, from, kind, text, until }: Alias): string {
  return `{"evidence":${list(evidence, canonicalEvidence)}${optional("from", from)},"kind":"${kind}","text":${quoted(text)}${optional("until", until)}}`;
}

function canonicalClaim({ evidence, property, rank, reason, value }: Claim): string {
  return `{"evidence":${list(evidence, canonicalEvidence)},"property":${quoted(property)},"rank":"${rank}"${optional("reason", reason)},"value":${canonicalJson(value)}}`;
}

function canonicalNote({ basis, of, reason }: BasisNote): string {
  return `{"basis":"${basis}","of":${quoted(of)},"reason":${quoted(reason)}}`;
}

function canonicalProperties(properties: Properties): string {
  const names = Object.keys(properties);
  const [only] = names;
  if (only === undefined) return "{}";
  const value = properties[only];
  if (names.length > 1 || typeof value !== "string") return canonicalJson(properties);
  return `{${quoted(only)}:${quoted(value)}}`;
}

function list<T>(items: readonly T[], canonical: (item: T) => string): string {
  const [only] = items;
  if (only === undefined) return "[]";
  return items.length === 1 ? `[${canonical(only)}]` : `[${items.map(canonical).join(",")}]`;
}

/** A member after others; nothing where it is absent. */
function optional(name: string, value: string | number | undefined): string {
  if (value === undefined) return "";
  return `,"${name}":${typeof value === "string" ? quoted(value) : value}`;
}

function texts(name: string, items: readonly string[] | undefined): string {
  return items === undefined ? "" : `,"${name}":${list(items, quoted)}`;
}

/** Printable ASCII without quotation marks and backslashes, which JSON has as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}
