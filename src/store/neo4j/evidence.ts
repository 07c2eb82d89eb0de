import neo4j from "neo4j-driver";

import type { BasisNote, Evidence } from "../../graph/record.js";
import type { Columns } from "./values.js";

/**
 * How a list of evidence is stored where there is no node for it: as parallel lists, one per field, the same length each
 * (`evidence_source`, `evidence_paragraph`, …). A field that no evidence has, has no list.
 *
 * Neo4j's lists hold no nulls, so a neutral element stands for an absent member: -1 for a number (all count from 1), the empty text
 * for a text. A text that is itself empty, or begins with ␀ (U+2400), is stored with a ␀ before it. Lists of ids are one text, the
 * ids separated by spaces.
 */

export const EVIDENCE_NUMBERS = ["paragraph", "row", "page"] as const;
export const EVIDENCE_TEXTS = ["symbol", "section", "quote", "wording"] as const;
export const EVIDENCE_IDS = ["attributedTo", "reportedBy"] as const;
export const EVIDENCE_FIELDS = ["source", ...EVIDENCE_NUMBERS, ...EVIDENCE_TEXTS, ...EVIDENCE_IDS] as const;
export const BASIS_FIELDS = ["of", "basis", "reason"] as const;

const NO_NUMBER = -1;
const NO_TEXT = "";
const MARK = "\u2400";

type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

/** Made once: to put a name together for each field of a million edges takes seconds. */
const COLUMNS: ReadonlyMap<EvidenceField, string> = new Map(
  EVIDENCE_FIELDS.map((field) => [field, `evidence_${field}`]),
);

/** The column of one field of the evidence, such as `evidence_source`. */
export function evidenceColumn(field: EvidenceField): string {
  return COLUMNS.get(field) ?? "";
}

export function encodeEvidence(evidence: readonly Evidence[], out: Columns): void {
  if (evidence.length === 0) return;
  out[evidenceColumn("source")] = evidence.map((one) => one.source);
  for (const field of EVIDENCE_NUMBERS) {
    if (evidence.every((one) => one[field] === undefined)) continue;
    out[evidenceColumn(field)] = evidence.map((one) => neo4j.int(one[field] ?? NO_NUMBER));
  }
  for (const field of EVIDENCE_TEXTS) {
    if (evidence.every((one) => one[field] === undefined)) continue;
    out[evidenceColumn(field)] = evidence.map((one) => markText(one[field]));
  }
  for (const field of EVIDENCE_IDS) {
    if (evidence.every((one) => one[field] === undefined)) continue;
    out[evidenceColumn(field)] = evidence.map((one) => markText(one[field]?.join(" ")));
  }
}

export function decodeEvidence(columns: Columns): Evidence[] {
  const sources = (columns[evidenceColumn("source")] ?? []) as readonly string[];
  return sources.map((source, index) => {
    const evidence: Record<string, unknown> = { source };
    for (const field of EVIDENCE_NUMBERS) {
      const value = at(columns, field, index) ?? NO_NUMBER;
      if (value !== NO_NUMBER) evidence[field] = value;
    }
    for (const field of EVIDENCE_TEXTS) {
      const value = unmarkText(at(columns, field, index));
      if (value !== null) evidence[field] = value;
    }
    for (const field of EVIDENCE_IDS) {
      const value = unmarkText(at(columns, field, index));
      if (value !== null) evidence[field] = value === "" ? [] : value.split(" ");
    }
    return evidence as unknown as Evidence;
  });
}

/** Basis notes as parallel lists too: `basis_of`, `basis_basis`, `basis_reason`. None of their fields is ever absent. */
export function encodeBasis(basis: readonly BasisNote[], out: Columns): void {
  if (basis.length === 0) return;
  for (const field of BASIS_FIELDS) out[`basis_${field}`] = basis.map((note) => note[field]);
}

export function decodeBasis(columns: Columns): BasisNote[] {
  if (columns["basis_of"] === undefined) return [];
  const [of, kinds, reasons] = BASIS_FIELDS.map((field) => (columns[`basis_${field}`] ?? []) as readonly string[]);
  return (of ?? []).map((name, index) => {
    return { of: name, basis: kinds?.[index] as BasisNote["basis"], reason: reasons?.[index] ?? "" };
  });
}

function at(columns: Columns, field: EvidenceField, index: number): unknown {
  return (columns[evidenceColumn(field)] as readonly unknown[] | undefined)?.[index];
}

function markText(text: string | undefined): string {
  if (text === undefined) return NO_TEXT;
  return text === NO_TEXT || text.startsWith(MARK) ? MARK + text : text;
}

function unmarkText(text: unknown): string | null {
  if (typeof text !== "string" || text === NO_TEXT) return null;
  return text.startsWith(MARK) ? text.slice(MARK.length) : text;
}
