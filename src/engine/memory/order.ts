import { PlenaryError } from "../../errors.js";
import { u32 } from "../../graph/arrays.js";
import { compareEdges, edgeId, findEdge, nodeId } from "../../graph/ids.js";
import type { Graph, RelationshipTable } from "../../graph/model.js";
import { dateRank, packDate, unpackDate } from "../../graph/packed-date.js";
import { compareText } from "../../graph/text.js";
import type { DataType, Scalar } from "../../plan/filter.js";
import type { Key, Order } from "../../plan/plan.js";
import type { Cells } from "./cells.js";
import { cellOf } from "./compare.js";
import type { Context } from "./context.js";
import { edgeCells } from "./edge-cells.js";
import { nodeCells } from "./node-cells.js";

/** An element of a connection: an edge and the node at its far end. Scans have no edge and connections of links no node: -1. */
export interface Element {
  readonly edge: number;
  readonly node: number;
}

/** The total order of a connection's elements. */
export interface Ordering {
  /** Whether it is nothing but the order of ids, ascending. */
  readonly byId: boolean;
  compare(a: Element, b: Element): number;
  /** Compares elements to a cursor: negative where the element comes first, 0 where the cursor is the element's own. */
  against(key: Key): (element: Element) => number;
  key(element: Element): Key;
}

/** One sort key as a number: nulls last in either direction. */
interface SortKey {
  readonly rank: (element: Element) => number;
  readonly rankOf: (value: Scalar | null) => number;
  readonly value: (element: Element) => Scalar | null;
}

/** Compiles an order; `identity` says whether elements are told apart by their edge or by their node. */
export function compileOrder(
  context: Context,
  order: readonly Order[],
  identity: "edge" | "node",
  tables: readonly RelationshipTable[],
): Ordering {
  const { graph } = context;
  const ids = identity === "edge" ? edgeIds(graph) : nodeIds(graph);
  const idAt = order.findIndex((one) => one.on === identity && one.property.name === "id");
  const decisive = idAt === -1 ? order : order.slice(0, idAt);
  const sign = idAt !== -1 && order[idAt]?.direction === "desc" ? -1 : 1;
  const keys = decisive.map((one) => compileKey(context, one, tables));
  const rest = order.slice(decisive.length).map((one) => compileKey(context, one, tables));
  return {
    byId: keys.length === 0 && sign === 1,
    compare: (a, b) => {
      for (const { rank } of keys) {
        const x = rank(a);
        const y = rank(b);
        if (x !== y) return x < y ? -1 : 1;
      }
      return sign * ids.compare(a, b);
    },
    against: (key) => {
      const id = key.at(-1);
      if (key.length !== order.length + 1 || typeof id !== "string") {
        throw new PlenaryError("BAD_USER_INPUT", "The cursor does not belong to this order.");
      }
      const ranks = keys.map((one, index) => one.rankOf(key[index] ?? null));
      const againstId = ids.against(id);
      return (element) => {
        for (let i = 0; i < keys.length; i++) {
          const x = keys[i]?.rank(element) ?? 0;
          const y = ranks[i] ?? 0;
          if (x !== y) return x < y ? -1 : 1;
        }
        return sign * againstId(element);
      };
    },
    key: (element) => [...keys, ...rest].map((one) => one.value(element)).concat(ids.id(element)),
  };
}

function compileKey(context: Context, order: Order, tables: readonly RelationshipTable[]): SortKey {
  const { graph } = context;
  const { name, type, list } = order.property;
  if (list) throw new PlenaryError("BAD_USER_INPUT", `${name} has several values: nothing can be ordered by it.`);
  if (order.on === "edge" && name === "id") {
    return { rank: () => 0, rankOf: () => 0, value: (element) => edgeId(graph, element.edge) };
  }
  const cells = order.on === "edge" ? edgeCells(graph, tables, name, list) : nodeCells(graph, name, list);
  const cell = (element: Element): number => oneCell(cells, order.on === "edge" ? element.edge : element.node);
  const sign = order.direction === "desc" ? -1 : 1;
  const signed = (rank: number): number => (Number.isNaN(rank) ? Infinity : sign * rank);
  return {
    rank: type === "date" ? (element) => signed(dateRank(cell(element))) : (element) => signed(cell(element)),
    rankOf: (value) => {
      if (value === null) return Infinity;
      return signed(type === "date" ? dateRank(packedKey(value)) : cellOf(value, type, graph.strings));
    },
    value: (element) => cellValue(graph, cell(element), type),
  };
}

/** What a cell stands for; null for NaN. */
export function cellValue(graph: Graph, cell: number, type: DataType): Scalar | null {
  if (Number.isNaN(cell)) return null;
  switch (type) {
    case "id":
    case "string":
    case "enum":
      return graph.strings.text(cell);
    case "date":
      return unpackDate(cell);
    case "boolean":
      return cell === 1;
    case "int":
    case "float":
      return cell;
  }
}

function oneCell(cells: Cells, x: number): number {
  return cells.list ? NaN : cells.at(x);
}

function packedKey(value: Scalar): number {
  try {
    return packDate(String(value));
  } catch {
    throw new PlenaryError("BAD_USER_INPUT", "The cursor does not belong to this order.");
  }
}

interface Ids {
  compare(a: Element, b: Element): number;
  against(id: string): (element: Element) => number;
  id(element: Element): string;
}

function nodeIds(graph: Graph): Ids {
  const { id } = graph.nodes;
  return {
    compare: (a, b) => u32(id, a.node) - u32(id, b.node),
    against: (wanted) => {
      const position = graph.strings.position(wanted);
      return (element) => u32(id, element.node) - position;
    },
    id: (element) => nodeId(graph, element.node),
  };
}

function edgeIds(graph: Graph): Ids {
  return {
    compare: (a, b) => compareEdges(graph, a.edge, b.edge),
    against: (wanted) => {
      const known = findEdge(graph, wanted);
      if (known !== null) return (element) => compareEdges(graph, element.edge, known);
      return (element) => compareText(edgeId(graph, element.edge), wanted);
    },
    id: (element) => edgeId(graph, element.edge),
  };
}
