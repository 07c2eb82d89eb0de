import { u32, u8 } from "../../graph/arrays.js";
import { canonicalJson } from "../../graph/canonical.js";
import { cite, evidenceUrl } from "../../graph/citation.js";
import type { CitedSource } from "../../graph/citation.js";
import { findNode } from "../../graph/ids.js";
import type { Graph, RelationshipTable } from "../../graph/model.js";
import { basisNotes, evidenceOf, nodeAliases, nodeClaims, nodeProperties } from "../../graph/read-records.js";
import type { Evidence } from "../../graph/record.js";
import { OUTSIDE } from "../../graph/stance.js";
import type { RecordField, RecordsField } from "../../plan/plan.js";
import type { Context } from "./context.js";
import type { FieldCompiler } from "./fields.js";

/** An evidence, alias, claim, basis note or degree. */
type AnyRecord = object;
type RecordValue = (record: AnyRecord) => unknown;

/** A built-in list of records of a node, each with the selected fields. */
export function compileNodeRecords(
  context: Context,
  field: RecordsField,
  compiler: FieldCompiler,
): (node: number) => readonly object[] {
  const { graph } = context;
  const read = compileRecord(context, field.fields, compiler);
  switch (field.name) {
    case "aliases":
      return (node) => nodeAliases(graph, node).map(read);
    case "claims":
      return (node) => nodeClaims(graph, node).map(read);
    case "evidence":
      return (node) => evidenceOf(graph, graph.nodes.evidence, node).map(read);
    case "basis":
      return (node) => basisNotes(graph, graph.nodes.basis, node).map(read);
    case "degrees":
      return (node) => degreesOf(graph, node).map(read);
  }
}

/** A built-in list of records of an edge, each with the selected fields. */
export function compileEdgeRecords(
  context: Context,
  field: RecordsField,
  compiler: FieldCompiler,
): (edge: number) => readonly object[] {
  const { graph } = context;
  const read = compileRecord(context, field.fields, compiler);
  if (field.name === "basis") return (edge) => basisNotes(graph, graph.edges.basis, edge).map(read);
  return (edge) => evidenceOf(graph, graph.edges.evidence, edge).map(read);
}

/** The selected fields of a record: an evidence, alias, claim, basis note or degree. */
export function compileRecord(
  context: Context,
  fields: readonly RecordField[],
  compiler: FieldCompiler,
): (record: AnyRecord) => object {
  const values = fields.map((field) => [field.as, compileRecordField(context, field, compiler)] as const);
  return (record) => Object.fromEntries(values.map(([as, value]) => [as, value(record)]));
}

function compileRecordField(context: Context, field: RecordField, compiler: FieldCompiler): RecordValue {
  const { graph } = context;
  switch (field.kind) {
    case "value":
      return compileValue(graph, field.name);
    case "records": {
      const read = compileRecord(context, field.fields, compiler);
      return (record) => ((member(record, field.name) ?? []) as readonly AnyRecord[]).map(read);
    }
    case "nodes": {
      const read = compiler.node(field.fields);
      const byId = (id: string): object | null => {
        const node = findNode(graph, id);
        return node === null ? null : read(node);
      };
      if (field.name === "source") return (record) => byId(String(member(record, "source")));
      return (record) => ((member(record, field.name) ?? []) as readonly string[]).map(byId);
    }
  }
}

function compileValue(graph: Graph, name: string): RecordValue {
  switch (name) {
    case "citation":
      return (record) => cite(record as Evidence, sourceOf(graph, record as Evidence));
    case "url":
      return (record) => evidenceUrl(record as Evidence, sourceOf(graph, record as Evidence));
    case "value":
      return (record) => canonicalJson(member(record, "value"));
    case "attributedTo":
    case "reportedBy":
      return (record) => member(record, name) ?? [];
    default:
      return (record) => member(record, name) ?? null;
  }
}

function sourceOf(graph: Graph, evidence: Evidence): CitedSource {
  const node = findNode(graph, evidence.source);
  return { id: evidence.source, properties: node === null ? {} : nodeProperties(graph, node) };
}

/** How many edges of each type and direction a node has, whatever their modality and rank: those it has any of. */
function degreesOf(graph: Graph, node: number): readonly AnyRecord[] {
  return [...graph.relationships.values()].flatMap((table) =>
    [
      { type: table.type, direction: "OUT", count: degree(graph, table, "out", node) },
      { type: table.type, direction: "IN", count: degree(graph, table, "in", node) },
    ].filter(({ count }) => count > 0),
  );
}

/** The number of edges of a node in one direction of one relationship type. */
export function degree(graph: Graph, table: RelationshipTable, direction: "out" | "in", node: number): number {
  const { first, offsets, edges } = table[direction];
  const at = node - first;
  if (at < 0 || at >= offsets.length - 1) return 0;
  const [start, end] = [u32(offsets, at), u32(offsets, at + 1)];
  if ((table.stances[OUTSIDE] ?? 0) === 0) return end - start;
  let count = 0;
  for (let position = start; position < end; position++) {
    const edge = edges === null ? position : u32(edges, position);
    if (u8(graph.edges.stance, edge) !== OUTSIDE) count++;
  }
  return count;
}

function member(record: AnyRecord, name: string): unknown {
  return (record as Readonly<Record<string, unknown>>)[name];
}
