import type {
  Comparison,
  DataType,
  EdgeFilter,
  Hop,
  NodeFilter,
  PropertyRef,
  Visibility,
} from "../../src/plan/filter.js";
import type {
  ConnectionPart,
  EdgeField,
  ExpandField,
  NodeField,
  OmittedPart,
  Order,
  Page,
  PageInfoPart,
  Plan,
  TotalCountPart,
} from "../../src/plan/plan.js";

/** Short ways to write plans in tests. */

export const EVERYTHING: Visibility = { modalities: null, ranks: null };
export const SHOWN: Visibility = { modalities: ["ACTUAL"], ranks: ["PREFERRED", "NORMAL"] };

export const ID: NodeField = { kind: "property", as: "id", name: "id", on: null };
export const EDGE_ID: EdgeField = { kind: "property", as: "id", name: "id" };

export function first(count: number, after: Page["after"] = null): Page {
  return { first: count, last: null, after, before: null };
}

export function last(count: number, before: Page["before"] = null): Page {
  return { first: null, last: count, after: null, before };
}

export function ref(name: string, type: DataType, list = false): PropertyRef {
  return { name, type, list };
}

export function compare(
  property: PropertyRef,
  operator: Comparison["operator"],
  value: Comparison["value"],
): Comparison {
  return { kind: "compare", property, operator, value };
}

export function hop(relationships: readonly string[], direction: Hop["direction"], more: Partial<Hop> = {}): Hop {
  return { relationships, direction, edge: null, visible: SHOWN, ...more };
}

export function order(on: Order["on"], property: PropertyRef, direction: Order["direction"] = "asc"): Order {
  return { on, property, direction };
}

export function property(name: string, as = name): NodeField {
  return { kind: "property", as, name, on: null };
}

export function edgeProperty(name: string, as = name): EdgeField {
  return { kind: "property", as, name };
}

export function expand(
  as: string,
  over: Hop,
  parts: readonly ConnectionPart[],
  more: Partial<ExpandField> = {},
): NodeField {
  return { kind: "expand", as, on: null, hop: over, where: null, order: [], page: first(100), parts, ...more };
}

export function farNode(fields: readonly NodeField[] = [ID]): EdgeField {
  return { kind: "end", as: "node", end: "node", fields };
}

export const NODES: ConnectionPart = { kind: "nodes", as: "nodes", fields: [ID] };
export const TOTAL: TotalCountPart = { kind: "totalCount", as: "totalCount" };
export const PAGE_INFO: PageInfoPart = { kind: "pageInfo", as: "pageInfo" };
export const OMITTED: OmittedPart = { kind: "omitted", as: "omitted" };

export function scan(types: readonly string[], parts: readonly ConnectionPart[], more: ScanOptions = {}): Plan {
  return { kind: "scan", types, where: null, order: [], page: first(100), parts, ...more };
}

export interface ScanOptions {
  readonly where?: NodeFilter | null;
  readonly order?: readonly Order[];
  readonly page?: Page;
}

export function lookup(values: readonly string[], types: readonly string[], fields: readonly NodeField[]): Plan {
  return { kind: "lookup", property: "id", values, types, fields };
}

export interface LinkOptions {
  readonly where?: EdgeFilter | null;
  readonly order?: readonly Order[];
  readonly page?: Page;
  readonly visible?: Visibility;
}
