import { canonicalJson } from "../../graph/canonical.js";
import { type CitedSource, cite, evidenceUrl } from "../../graph/citation.js";
import type { Evidence, Properties } from "../../graph/record.js";
import type { RecordField, RecordsField } from "../../plan/plan.js";
import { decodeBasis, decodeEvidence } from "../../store/neo4j/evidence.js";
import type { Columns } from "../../store/neo4j/values.js";
import type { Decoder } from "./decoder.js";
import { CITED, fieldName } from "./element.js";

/** A node that an evidence names, with the position of the evidence among its like, and its own in the evidence's list. */
interface Named {
  readonly evidence: number;
  readonly position: number;
  readonly node: Columns;
}

/** The built-in lists of records of a node or edge: `columns` are its own, `own` is what was fetched for the field beside them. */
export function decodeRecords(
  decoder: Decoder,
  name: RecordsField["name"],
  fields: readonly RecordField[],
  columns: Columns,
  own: unknown,
): readonly object[] {
  switch (name) {
    case "evidence":
      return decodeEvidenceFields(decoder, fields, decodeEvidence(columns), own as Columns);
    case "basis":
      return decodeBasis(columns).map((note) => decodeValues(fields, { ...note }));
    case "degrees":
      return decodeDegrees(decoder, own as Degrees).map((degree) => decodeValues(fields, { ...degree }));
    case "aliases":
      return (own as readonly Columns[]).map((record) => decodeAttached(decoder, fields, record));
    case "claims":
      return (own as readonly Columns[]).map((record) => {
        const value = canonicalJson(JSON.parse(String(record["value"])));
        return decodeAttached(decoder, fields, { ...record, value });
      });
  }
}

function decodeEvidenceFields(
  decoder: Decoder,
  fields: readonly RecordField[],
  evidence: readonly Evidence[],
  own: Columns,
): readonly object[] {
  return evidence.map((one, at) => {
    const named = (name: string): readonly Columns[] =>
      ((own[name] ?? []) as readonly Named[])
        .filter((entry) => entry.evidence === at)
        .toSorted((a, b) => a.position - b.position)
        .map((entry) => entry.node);
    const values = fields.map((field, i) => {
      if (field.kind === "nodes") {
        const nodes = named(fieldName(i)).map((node) => decoder.node(node, field.fields));
        return [field.as, field.name === "source" ? (nodes[0] ?? null) : nodes] as const;
      }
      return [field.as, field.kind === "value" ? evidenceValue(one, field.name, named(CITED)[0]) : null] as const;
    });
    return Object.fromEntries(values);
  });
}

function evidenceValue(evidence: Evidence, name: string, cited: Columns | undefined): unknown {
  const source: CitedSource = { id: evidence.source, properties: (cited ?? {}) as Properties };
  switch (name) {
    case "citation":
      return cite(evidence, source);
    case "url":
      return evidenceUrl(evidence, source);
    case "attributedTo":
    case "reportedBy":
      return evidence[name] ?? [];
    default:
      return ({ ...evidence } as Columns)[name] ?? null;
  }
}

/** An alias or a claim, whose only nested records are evidence. */
function decodeAttached(decoder: Decoder, fields: readonly RecordField[], record: Columns): object {
  const values = fields.map((field, i) => {
    if (field.kind === "value") return [field.as, record[field.name] ?? null] as const;
    if (field.kind === "nodes") return [field.as, null] as const;
    return [field.as, decodeRecords(decoder, field.name, field.fields, record, record[fieldName(i)])] as const;
  });
  return Object.fromEntries(values);
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
