import { ALIAS_KINDS, BASES, RANKS } from "../ontology/model.js";
import { u32, u8 } from "./arrays.js";
import { columnValue } from "./column.js";
import type { Column } from "./column.js";
import { edgeId, nodeId, rowsOf, tableOf, typeName } from "./ids.js";
import type { BasisTable, Graph, ListTable } from "./model.js";
import { unpackDate } from "./packed-date.js";
import type { Alias, BasisNote, Claim, EdgeRecord, Evidence, NodeRecord, Properties, PropertyValue } from "./record.js";
import { modalityOf, rankOf } from "./stance.js";

/** The record of a node. */
export function nodeRecord(graph: Graph, node: number): NodeRecord {
  return {
    id: nodeId(graph, node),
    type: typeName(graph, node),
    properties: nodeProperties(graph, node),
    aliases: nodeAliases(graph, node),
    basis: basisNotes(graph, graph.nodes.basis, node),
    evidence: evidenceOf(graph, graph.nodes.evidence, node),
    claims: nodeClaims(graph, node),
  };
}

/** The record of an edge. */
export function edgeRecord(graph: Graph, edge: number): EdgeRecord {
  const table = tableOf(graph, edge);
  const row = edge - table.start;
  const stance = u8(graph.edges.stance, edge);
  const key = u32(table.key, row);
  const derivedFrom = listItems(graph.edges.derivedFrom, edge);
  return {
    id: edgeId(graph, edge, table),
    type: table.type,
    subject: nodeId(graph, u32(graph.edges.subject, edge)),
    object: nodeId(graph, u32(graph.edges.object, edge)),
    ...(key === 0 ? {} : { key: graph.strings.text(key) }),
    ...dated("date", u32(table.date, row)),
    ...dated("from", u32(table.from, row)),
    ...dated("until", u32(table.until, row)),
    modality: modalityOf(stance),
    rank: rankOf(stance),
    properties: readProperties(graph, table.columns, row),
    basis: basisNotes(graph, graph.edges.basis, edge),
    evidence: evidenceOf(graph, graph.edges.evidence, edge),
    ...(derivedFrom === undefined ? {} : { derivedFrom: derivedFrom.map((premise) => edgeId(graph, premise)) }),
  };
}

/** The properties of a node as its record holds them. */
export function nodeProperties(graph: Graph, node: number): Properties {
  const type = graph.types[graph.nodes.type[node] ?? 0];
  return type === undefined ? {} : readProperties(graph, type.columns, node - type.start);
}

/** The aliases of a node, in the order given. */
export function nodeAliases(graph: Graph, node: number): readonly Alias[] {
  const { aliases, strings } = graph;
  return rows(aliases.owner, node, (row) => ({
    text: strings.text(u32(aliases.text, row)),
    kind: ALIAS_KINDS[u8(aliases.kind, row)] ?? "NAME",
    ...dated("from", u32(aliases.from, row)),
    ...dated("until", u32(aliases.until, row)),
    evidence: evidenceOf(graph, aliases.evidence, row),
  }));
}

/** The claims about a node, in the order given. */
export function nodeClaims(graph: Graph, node: number): readonly Claim[] {
  const { claims, strings } = graph;
  return rows(claims.owner, node, (row) => ({
    property: strings.text(u32(claims.property, row)),
    value: JSON.parse(strings.text(u32(claims.value, row))) as PropertyValue,
    rank: RANKS[u8(claims.rank, row)] ?? "NORMAL",
    ...texted(graph, "reason", u32(claims.reason, row)),
    evidence: evidenceOf(graph, claims.evidence, row),
  }));
}

/** The basis notes of a node or edge, in the order given. */
export function basisNotes(graph: Graph, table: BasisTable, owner: number): readonly BasisNote[] {
  return rows(table.owner, owner, (row) => {
    const basis = BASES[u8(table.basis, row)] ?? "STATED";
    if (basis === "STATED") throw new RangeError("A basis note does not say STATED.");
    return { of: graph.strings.text(u32(table.of, row)), basis, reason: graph.strings.text(u32(table.reason, row)) };
  });
}

/** The evidence of an owner, given the offsets of its kind of owner. */
export function evidenceOf(graph: Graph, offsets: Uint32Array, owner: number): readonly Evidence[] {
  const evidences: Evidence[] = [];
  const end = u32(offsets, owner + 1);
  for (let row = u32(offsets, owner); row < end; row++) evidences.push(evidenceRecord(graph, row));
  return evidences;
}

export function evidenceRecord(graph: Graph, row: number): Evidence {
  const { evidence } = graph;
  const attributedTo = listItems(evidence.attributedTo, row);
  const reportedBy = listItems(evidence.reportedBy, row);
  const id = (node: number): string => nodeId(graph, node);
  return {
    source: id(u32(evidence.source, row)),
    ...numbered("paragraph", u32(evidence.paragraph, row)),
    ...numbered("row", u32(evidence.row, row)),
    ...numbered("page", u32(evidence.page, row)),
    ...texted(graph, "symbol", u32(evidence.symbol, row)),
    ...texted(graph, "section", u32(evidence.section, row)),
    ...texted(graph, "quote", u32(evidence.quote, row)),
    ...texted(graph, "wording", u32(evidence.wording, row)),
    ...(attributedTo === undefined ? {} : { attributedTo: attributedTo.map(id) }),
    ...(reportedBy === undefined ? {} : { reportedBy: reportedBy.map(id) }),
  };
}

/** The items of an owner's list; undefined where it has no list. */
export function listItems(table: ListTable, owner: number): readonly number[] | undefined {
  const [start, end] = rowsOf(table.owner, owner);
  if (start === end) return undefined;
  const items: number[] = [];
  for (let row = start; row < end; row++) if (u32(table.item, row) !== 0) items.push(u32(table.item, row) - 1);
  return items;
}

function rows<T>(owners: Uint32Array, owner: number, read: (row: number) => T): readonly T[] {
  const [start, end] = rowsOf(owners, owner);
  const result: T[] = [];
  for (let row = start; row < end; row++) result.push(read(row));
  return result;
}

export function readProperties(graph: Graph, columns: ReadonlyMap<string, Column>, row: number): Properties {
  const properties: Record<string, PropertyValue> = {};
  for (const [name, column] of columns) {
    const value = columnValue(column, row, graph.strings);
    if (value !== undefined) properties[name] = value;
  }
  return properties;
}

function dated<K extends string>(name: K, date: number): Partial<Record<K, string>> {
  return given(name, date === 0 ? undefined : unpackDate(date));
}

function numbered<K extends string>(name: K, value: number): Partial<Record<K, number>> {
  return given(name, value === 0 ? undefined : value);
}

function texted<K extends string>(graph: Graph, name: K, code: number): Partial<Record<K, string>> {
  return given(name, code === 0 ? undefined : graph.strings.text(code));
}

function given<K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> {
  return (value === undefined ? {} : { [name]: value }) as Partial<Record<K, V>>;
}
