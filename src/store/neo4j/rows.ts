import type { Graph } from "../../graph/model.js";
import { quotesOfNode } from "../../graph/quotes.js";
import { edgeRecord, nodeRecord } from "../../graph/read-records.js";
import { encodeAliases, encodeClaims, encodeEdge, encodeNode, labelsOf } from "./elements.js";
import { FINGERPRINT, fingerprint } from "./fingerprint.js";
import { edgeStanding } from "./standing.js";
import { type Told, toldOf } from "./told.js";
import type { Columns } from "./values.js";

/** A node as it is stored: its own columns, fingerprint included, and those of the nodes that hold its aliases and claims. */
export interface NodeRow {
  readonly id: string;
  readonly type: string;
  readonly columns: Columns;
  readonly aliases: readonly Columns[];
  readonly claims: readonly Columns[];
}

/** An edge as it is stored: its columns, fingerprint included. */
export interface EdgeRow {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly object: string;
  readonly columns: Columns;
}

/** The elements of a graph as they are stored, encoded when they are asked for. */
export interface Rows {
  readonly node: (number: number) => NodeRow;
  readonly edge: (number: number) => EdgeRow;
}

/** The rows of a graph, by the numbers of its nodes and edges. */
export function rowsOf(graph: Graph): Rows {
  const told = toldOf(graph);
  return {
    node: (number) => nodeRow(graph, number, told(number)),
    edge: (number) => edgeRow(graph, number),
  };
}

function nodeRow(graph: Graph, number: number, told: Told): NodeRow {
  const { ontology } = graph;
  const record = nodeRecord(graph, number);
  const columns = encodeNode(record, ontology, quotesOfNode(graph, number), told);
  const aliases = encodeAliases(record);
  const claims = encodeClaims(record);
  columns[FINGERPRINT] = fingerprint([labelsOf(ontology, record.type), columns, aliases, claims]);
  return { id: record.id, type: record.type, columns, aliases, claims };
}

function edgeRow(graph: Graph, number: number): EdgeRow {
  const record = edgeRecord(graph, number);
  const columns = encodeEdge(record, edgeStanding(graph, number), graph.ontology);
  columns[FINGERPRINT] = fingerprint(columns);
  return { id: record.id, type: record.type, subject: record.subject, object: record.object, columns };
}
