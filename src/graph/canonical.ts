import { createHash } from "node:crypto";

import type { EdgeRecord, GraphRecords, NodeRecord } from "./record.js";

/** A node record as one line of canonical JSON: keys sorted by code unit, no white space, absent fields absent. */
export function canonicalNode(record: NodeRecord): string {
  return canonicalJson(record);
}

/** An edge record as one line of canonical JSON, as {@link canonicalNode}. */
export function canonicalEdge(record: EdgeRecord): string {
  return canonicalJson(record);
}

/** Hashes records one at a time: nodes in the order of their ids, then edges in the order of theirs. */
export class SnapshotHash {
  readonly #hash = createHash("sha256");

  node(record: NodeRecord): void {
    this.#hash.update(`n${canonicalNode(record)}\n`, "utf8");
  }

  edge(record: EdgeRecord): void {
    this.#hash.update(`e${canonicalEdge(record)}\n`, "utf8");
  }

  /** The snapshot id: 64 hexadecimal digits. May be taken once. */
  id(): string {
    return this.#hash.digest("hex");
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
