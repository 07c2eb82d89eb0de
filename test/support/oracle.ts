import { compareDates, parseDate } from "../../src/graph/date.js";
import type { EdgeRecord, GraphRecords, NodeRecord, PropertyValue } from "../../src/graph/record.js";
import { compareText } from "../../src/graph/text.js";
import type { Comparison, DataType, EdgeFilter, Hop, NodeFilter, PropertyRef, Scalar } from "../../src/plan/filter.js";
import type { Order } from "../../src/plan/plan.js";

/** What an element of a connection is made of: a node of a scan, an edge of a connection of links, or both. */
export interface Item {
  readonly id: string;
  readonly node: NodeRecord | null;
  readonly edge: EdgeRecord | null;
  readonly corroboration: number;
}

/** An independent, naive reading of what plans mean, straight over the records: what engines are held against. */
export interface Oracle {
  nodes(types: readonly string[], where: NodeFilter | null): readonly Item[];
  links(relationships: readonly string[], visible: Hop["visible"], where: EdgeFilter | null): readonly Item[];
  /** The edges of a node and their far ends. */
  hop(node: string, hop: Hop, where: NodeFilter | null): readonly Item[];
}

export function oracleOf(records: GraphRecords): Oracle {
  const byId = new Map(records.nodes.map((node) => [node.id, node]));

  /** Of a derived edge the smallest among its premises. */
  function corroboration(edge: EdgeRecord): number {
    const premises = records.edges.filter((premise) => edge.derivedFrom?.includes(premise.id) ?? false);
    return premises.length === 0 ? sourcesOf(edge).length : Math.min(...premises.map(corroboration));
  }

  function edgesOf(node: string, { relationships, direction, edge, visible }: Hop): readonly Item[] {
    return records.edges.flatMap((record) => {
      if (!relationships.includes(record.type) || !isVisible(record, visible)) return [];
      if (edge !== null && !edgeHolds(record, edge)) return [];
      const out = record.subject === node && direction !== "in";
      const incoming = record.object === node && direction !== "out";
      if (!out && !incoming) return [];
      const far = byId.get(out ? record.object : record.subject) ?? null;
      return [{ id: record.id, node: far, edge: record, corroboration: corroboration(record) }];
    });
  }

  function nodeHolds(node: NodeRecord, filter: NodeFilter): boolean {
    switch (filter.kind) {
      case "and":
        return filter.of.every((one) => nodeHolds(node, one));
      case "or":
        return filter.of.some((one) => nodeHolds(node, one));
      case "not":
        return !nodeHolds(node, filter.of);
      case "compare":
        return holds(nodeValues(node, filter.property), filter);
      case "counted": {
        const count = edgesOf(node.id, filter.hop).length;
        const property: PropertyRef = { name: "count", type: "int", list: false };
        return holds([count], { kind: "compare", property, operator: filter.operator, value: filter.value });
      }
      case "quantified": {
        const inner = filter.node;
        const satisfied = edgesOf(node.id, filter.hop).map(
          ({ node: far }) => far !== null && (inner === null || nodeHolds(far, inner)),
        );
        if (filter.quantifier === "all") return !satisfied.includes(false);
        return satisfied.includes(true) === (filter.quantifier === "some");
      }
    }
  }

  function edgeHolds(edge: EdgeRecord, filter: EdgeFilter): boolean {
    switch (filter.kind) {
      case "and":
        return filter.of.every((one) => edgeHolds(edge, one));
      case "or":
        return filter.of.some((one) => edgeHolds(edge, one));
      case "not":
        return !edgeHolds(edge, filter.of);
      case "compare":
        return holds(edgeValues(edge, filter.property, corroboration(edge)), filter);
      case "end": {
        const node = byId.get(edge[filter.end]);
        return node !== undefined && nodeHolds(node, filter.node);
      }
    }
  }

  return {
    nodes: (types, where) =>
      records.nodes
        .filter((node) => types.includes(node.type) && (where === null || nodeHolds(node, where)))
        .map((node) => ({ id: node.id, node, edge: null, corroboration: 0 })),
    links: (relationships, visible, where) =>
      records.edges
        .filter((edge) => relationships.includes(edge.type) && isVisible(edge, visible))
        .filter((edge) => where === null || edgeHolds(edge, where))
        .map((edge) => ({ id: edge.id, node: null, edge, corroboration: corroboration(edge) })),
    hop: (node, hop, where) =>
      edgesOf(node, hop).filter((item) => where === null || (item.node !== null && nodeHolds(item.node, where))),
  };
}

function isVisible(edge: EdgeRecord, { modalities, ranks }: Hop["visible"]): boolean {
  return (modalities?.includes(edge.modality) ?? true) && (ranks?.includes(edge.rank) ?? true);
}

/** Every value of a property: none where it is missing, several of a list. */
export function nodeValues(node: NodeRecord, { name }: PropertyRef): readonly Scalar[] {
  if (name === "id") return [node.id];
  if (name === "type") return [node.type];
  if (name === "alias") return node.aliases.map((alias) => alias.text);
  return member(node.properties, name.split("."));
}

/** @param corroboration what follows from other edges where it is derived */
export function edgeValues(
  edge: EdgeRecord,
  { name }: PropertyRef,
  corroboration = sourcesOf(edge).length,
): readonly Scalar[] {
  switch (name) {
    case "id":
    case "type":
    case "subject":
    case "object":
    case "modality":
    case "rank":
      return [edge[name]];
    case "key":
    case "date":
    case "from":
    case "until":
      return edge[name] === undefined ? [] : [edge[name]];
    case "corroboration":
      return [corroboration];
    case "sources":
      return sourcesOf(edge);
    case "derived":
      return [edge.derivedFrom !== undefined];
    default:
      return member(edge.properties, name.split("."));
  }
}

function sourcesOf(edge: EdgeRecord): readonly string[] {
  return [...new Set(edge.evidence.map((evidence) => evidence.source))];
}

function member(value: PropertyValue | Record<string, PropertyValue> | undefined, path: readonly string[]): Scalar[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one: PropertyValue) => member(one, path));
  if (typeof value !== "object") return path.length === 0 ? [value] : [];
  const [name = "", ...rest] = path;
  return member((value as Record<string, PropertyValue>)[name], rest);
}

function holds(values: readonly Scalar[], { operator, value, property }: Comparison): boolean {
  if (operator === "exists") return values.length > 0 === value;
  const operands: readonly Scalar[] = Array.isArray(value) ? value : [value as Scalar];
  return values.some((one) => operands.some((operand) => compares(one, operator, operand, property.type)));
}

function compares(value: Scalar, operator: Comparison["operator"], operand: Scalar, type: DataType): boolean {
  if (operator === "contains") return String(value).includes(String(operand));
  if (operator === "startsWith") return String(value).startsWith(String(operand));
  if (type === "date") return datesCompare(String(value), operator, String(operand));
  const order = typeof value === "string" ? compareText(value, String(operand)) : Number(value) - Number(operand);
  return ordered(order, operator);
}

function ordered(order: number, operator: Comparison["operator"]): boolean {
  if (operator === "gt") return order > 0;
  if (operator === "gte") return order >= 0;
  if (operator === "lt") return order < 0;
  if (operator === "lte") return order <= 0;
  return order === 0;
}

/** A comparison of dates holds only if it holds for every day that either may mean. */
function datesCompare(value: string, operator: Comparison["operator"], operand: string): boolean {
  const [v, o] = [parseDate(value), parseDate(operand)];
  if (v === null || o === null) return false;
  if (operator === "gt") return v.min > o.max;
  if (operator === "gte") return v.min >= o.min;
  if (operator === "lt") return v.max < o.min;
  if (operator === "lte") return v.max <= o.max;
  return v.min >= o.min && v.max <= o.max;
}

/** The items in the order asked for: nulls last in either direction, ties by id. */
export function sorted(items: readonly Item[], order: readonly Order[]): readonly Item[] {
  return items.toSorted((a, b) => {
    for (const one of order) {
      const result = compareBy(one, valueOf(a, one), valueOf(b, one));
      if (result !== 0) return result;
    }
    return compareText(a.id, b.id);
  });
}

function compareBy({ direction, property }: Order, a: Scalar | undefined, b: Scalar | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const sign = direction === "asc" ? 1 : -1;
  if (property.type === "date") return sign * compareDates(String(a), String(b));
  return sign * (typeof a === "string" ? compareText(a, String(b)) : Number(a) - Number(b));
}

function valueOf(item: Item, { on, property }: Order): Scalar | undefined {
  if (on === "node") return item.node === null ? undefined : nodeValues(item.node, property)[0];
  return item.edge === null ? undefined : edgeValues(item.edge, property, item.corroboration)[0];
}
