import { u32 } from "../../graph/arrays.js";
import { edgeId, nodeId, tableOf } from "../../graph/ids.js";
import type { Graph, RelationshipTable } from "../../graph/model.js";
import { quotesOfNode } from "../../graph/quotes.js";
import { edgeRecord, nodeRecord } from "../../graph/read-records.js";
import { likeness } from "./alike.js";
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

/** An edge as it is stored: its columns, fingerprint included, but for its id. Edges that are alike may share them. */
export interface EdgeRow {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly object: string;
  readonly columns: Readonly<Columns>;
}

/** The elements of a graph as they are stored, encoded when they are asked for. */
export interface Rows {
  readonly node: (number: number) => NodeRow;
  readonly edge: (number: number) => EdgeRow;
}

/** The rows of a graph, by the numbers of its nodes and edges. */
export function rowsOf(graph: Graph): Rows {
  const told = toldOf(graph);
  const columns = edgeColumnsOf(graph);
  return {
    node: (number) => nodeRow(graph, number, told(number)),
    edge: (number) => {
      const table = tableOf(graph, number);
      return edgeRow(graph, number, table, columns(number, table));
    },
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

function edgeRow(graph: Graph, number: number, table: RelationshipTable, columns: Readonly<Columns>): EdgeRow {
  return {
    id: edgeId(graph, number, table),
    type: table.type,
    subject: nodeId(graph, u32(graph.edges.subject, number)),
    object: nodeId(graph, u32(graph.edges.object, number)),
    columns,
  };
}

/** For how many edges that differ the columns are kept: for all votes of the official record, in some tens of megabytes. */
const KEPT = 30_000;

/**
 * The columns of edges by number and table. What edges of a type that are alike have in common is made once, while it is kept; where they
 * turn out to be seldom alike nothing is kept any more, which would only be in the way.
 */
function edgeColumnsOf(graph: Graph): (number: number, table: RelationshipTable) => Readonly<Columns> {
  const kept = new Map<string, Readonly<Columns>>();
  let current: RelationshipTable | null = null;
  let keeping = true;
  let met = 0;
  const made = (number: number): Readonly<Columns> => {
    const columns = encodeEdge(edgeRecord(graph, number), edgeStanding(graph, number), graph.ontology);
    columns[FINGERPRINT] = fingerprint(columns);
    return columns;
  };
  const forget = (keep: boolean): void => {
    kept.clear();
    keeping = keep;
    met = 0;
  };
  return (number, table) => {
    if (table !== current) forget(true);
    current = table;
    const text = keeping ? likeness(graph, number, table) : null;
    if (text === null) return made(number);
    const known = kept.get(text);
    if (known !== undefined) {
      met++;
      return known;
    }
    const columns = made(number);
    if (kept.size === KEPT) forget(met > KEPT);
    if (keeping) kept.set(text, columns);
    return columns;
  };
}
