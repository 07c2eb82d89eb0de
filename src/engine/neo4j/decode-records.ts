import { canonicalJson } from "../../graph/canonical.js";
import { type CitedSource, cite, evidenceUrl } from "../../graph/citation.js";
import type { Claim, Evidence, Properties } from "../../graph/record.js";
import type { NodeField, RecordField, RecordsField } from "../../plan/plan.js";
import { decodeBasis, decodeEvidence } from "../../store/neo4j/evidence.js";
import type { Columns } from "../../store/neo4j/values.js";
import { evidenceShown, readNode } from "./decode-node.js";
import type { Decoder } from "./decoder.js";

/** The built-in lists of records of a node: `columns` are its own, `own` is what was fetched for the field beside them. */
export function decodeNodeRecords(
  decoder: Decoder,
  { name, fields }: RecordsField,
  columns: Columns,
  own: unknown,
): readonly object[] {
  switch (name) {
    case "evidence":
      return decodeAll(decoder, fields, readNode(decoder, columns).evidence);
    case "basis":
      return readNode(decoder, columns).basis.map((note) => decodeValues(fields, { ...note }));
    case "degrees":
      return decodeDegrees(decoder, own as Degrees).map((degree) => decodeValues(fields, { ...degree }));
    case "aliases": {
      const { aliases } = readNode(decoder, columns, { aliases: own as readonly Columns[] });
      return aliases.map((alias) => decodeAttached(decoder, fields, { ...alias }));
    }
    case "claims":
      return decodeClaims(decoder, fields, readNode(decoder, columns, { claims: own as readonly Columns[] }).claims);
  }
}

/** The built-in lists of records of an edge, which are all among its columns. */
export function decodeEdgeRecords(
  decoder: Decoder,
  { name, fields }: RecordsField,
  columns: Columns,
): readonly object[] {
  if (name === "evidence") return decodeAll(decoder, fields, evidenceShown(decoder, decodeEvidence(columns)));
  return name === "basis" ? decodeBasis(columns).map((note) => decodeValues(fields, { ...note })) : [];
}

/** Claims with the fields selected, their values as JSON text. */
export function decodeClaims(
  decoder: Decoder,
  fields: readonly RecordField[],
  claims: readonly Claim[],
): readonly object[] {
  return claims.map((claim) => decodeAttached(decoder, fields, { ...claim, value: canonicalJson(claim.value) }));
}

function decodeAll(decoder: Decoder, fields: readonly RecordField[], evidence: readonly Evidence[]): readonly object[] {
  return evidence.map((one) => decodeOneEvidence(decoder, fields, one));
}

function decodeOneEvidence(decoder: Decoder, fields: readonly RecordField[], evidence: Evidence): object {
  return Object.fromEntries(fields.map((field) => [field.as, decodeEvidenceField(decoder, field, evidence)]));
}

function decodeEvidenceField(decoder: Decoder, field: RecordField, evidence: Evidence): unknown {
  switch (field.kind) {
    case "value":
      return evidenceValue(decoder, field.name, evidence);
    case "nodes": {
      const node = (id: string): object | null => {
        const columns = decoder.find(id, field.fields);
        return columns === null ? null : decoder.node(columns, field.fields);
      };
      return field.name === "source" ? node(evidence.source) : (evidence[field.name] ?? []).map(node);
    }
    case "records":
      return [];
  }
}

function evidenceValue(decoder: Decoder, name: string, evidence: Evidence): unknown {
  switch (name) {
    case "citation":
      return cite(evidence, citedSource(decoder, evidence.source));
    case "url":
      return evidenceUrl(evidence, citedSource(decoder, evidence.source));
    case "attributedTo":
    case "reportedBy":
      return evidence[name] ?? [];
    default:
      return ({ ...evidence } as Columns)[name] ?? null;
  }
}

function citedSource(decoder: Decoder, id: string): CitedSource {
  const columns = decoder.find(id, CITATION_FIELDS);
  return { id, properties: columns === null ? {} : (decoder.node(columns, CITATION_FIELDS) as Properties) };
}

/** What a citation takes from its source. */
const CITATION_FIELDS: readonly NodeField[] = ["name", "date", "url"].map((name) => {
  return { kind: "property", as: name, name, on: null };
});

/** An alias or a claim, whose only nested records are evidence. */
function decodeAttached(decoder: Decoder, fields: readonly RecordField[], record: Attached): object {
  const values = fields.map((field) => {
    if (field.kind === "value") return [field.as, record[field.name] ?? null] as const;
    if (field.kind === "nodes") return [field.as, null] as const;
    return [field.as, decodeAll(decoder, field.fields, record.evidence)] as const;
  });
  return Object.fromEntries(values);
}

interface Attached extends Columns {
  readonly evidence: readonly Evidence[];
}

function decodeValues(fields: readonly RecordField[], record: Columns): object {
  return Object.fromEntries(
    fields.map((field) => [field.as, field.kind === "value" ? (record[field.name] ?? null) : null]),
  );
}

interface Degrees {
  readonly out: readonly Counted[];
  readonly in: readonly Counted[];
}
interface Counted {
  readonly type: string;
  readonly count: number;
}

/** By relationship type in the ontology's order, outgoing first; those a node has none of are left out. */
function decodeDegrees({ ontology }: Decoder, { out, in: incoming }: Degrees): readonly object[] {
  return [...ontology.relationships.keys()].flatMap((type) => {
    const of = (counted: readonly Counted[], direction: "OUT" | "IN"): readonly object[] =>
      counted.filter((one) => one.type === type).map(({ count }) => ({ type, direction, count }));
    return [...of(out, "OUT"), ...of(incoming, "IN")];
  });
}
