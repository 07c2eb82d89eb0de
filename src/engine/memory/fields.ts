import { u32, u8 } from "../../graph/arrays.js";
import { columnValue } from "../../graph/column.js";
import { nodeId, tableOf, typeName } from "../../graph/ids.js";
import type { RelationshipTable } from "../../graph/model.js";
import { rankOf } from "../../graph/stance.js";
import { RANKS } from "../../ontology/model.js";
import type { EdgeField, ExpandField, Key, NodeField, OneField, PropertyField } from "../../plan/plan.js";
import { compileConnection, NOTHING_FOUND } from "./connection.js";
import type { Find } from "./connection.js";
import type { Context } from "./context.js";
import { edgeProperty } from "./edge-property.js";
import { compileNodeFilter } from "./filter.js";
import { compileHop } from "./hop.js";
import { compileOrder } from "./order.js";
import type { Element } from "./order.js";
import { compileEdgeRecords, compileNodeRecords } from "./record-fields.js";

/** The selected fields of a node as a fresh object, with its type as `$type`. */
export type NodeReader = (node: number) => object;

/** The selected fields of an element's edge as a fresh object. */
export type EdgeReader = (element: Element, position?: Position) => object;

/** What an element has by its place in a connection. */
export interface Position {
  readonly key: () => Key;
  readonly find: Find;
}

/** Compiles selections into readers, each once for all nodes or edges it is read from. */
export interface FieldCompiler {
  node(fields: readonly NodeField[]): NodeReader;
  edge(fields: readonly EdgeField[], tables: readonly RelationshipTable[]): EdgeReader;
}

type NodeValue = (node: number) => unknown;

/** The compiler of the selections of one plan. */
export function fieldCompiler(context: Context): FieldCompiler {
  const compiler: FieldCompiler = {
    node: (fields) => compileNodeFields(context, fields, compiler),
    edge: (fields, tables) => compileEdgeFields(context, fields, tables, compiler),
  };
  return compiler;
}

function compileNodeFields(context: Context, fields: readonly NodeField[], compiler: FieldCompiler): NodeReader {
  const { graph } = context;
  const all = fields.map((field) => ({ field, value: compileNodeField(context, field, compiler) }));
  const byType = graph.types.map((type) =>
    all.filter(({ field }) => field.on === null || field.on.includes(type.name)),
  );
  return (node) => {
    const object: Record<string, unknown> = { $type: typeName(graph, node) };
    for (const { field, value } of byType[graph.nodes.type[node] ?? 0] ?? []) object[field.as] = value(node);
    return object;
  };
}

function compileNodeField(context: Context, field: NodeField, compiler: FieldCompiler): NodeValue {
  switch (field.kind) {
    case "property":
      return compileNodeProperty(context, field);
    case "records":
      return compileNodeRecords(context, field, compiler);
    case "expand":
      return compileExpand(context, field, compiler);
    case "one":
      return compileOne(context, field, compiler);
  }
}

function compileNodeProperty(context: Context, { name }: PropertyField): NodeValue {
  const { graph } = context;
  if (name === "id") return (node) => nodeId(graph, node);
  if (name === "type") return (node) => typeName(graph, node);
  return (node) => {
    const type = graph.types[graph.nodes.type[node] ?? 0];
    const column = type?.columns.get(name);
    if (type === undefined || column === undefined) return null;
    return columnValue(column, node - type.start, graph.strings) ?? (column.kind === "list" ? [] : null);
  };
}

function compileExpand(context: Context, field: ExpandField, compiler: FieldCompiler): NodeValue {
  const hop = compileHop(context, field.hop);
  const where = field.where === null ? null : compileNodeFilter(context, field.where);
  const ordering = compileOrder(context, field.order, "edge", hop.tables);
  const shape = { page: field.page, parts: field.parts, tables: hop.tables, links: false };
  const connection = compileConnection(context, shape, compiler);
  return (parent) =>
    connection(
      {
        ordered: hop.ordered,
        each: (visit) =>
          void hop.each(parent, (edge, node) => (where === null || where(node)) && visit({ edge, node })),
        size: null,
        range: null,
      },
      ordering,
      (visit) =>
        void hop.eachHidden(parent, (edge, node) => {
          if (where === null || where(node)) visit(edge);
          return false;
        }),
    );
}

function compileOne(context: Context, field: OneField, compiler: FieldCompiler): NodeValue {
  const { graph } = context;
  const hop = compileHop(context, field.hop);
  const read = compiler.edge(field.fields, hop.tables);
  const byId = compileOrder(context, [], "edge", hop.tables);
  const rank = (edge: number): number => RANKS.indexOf(rankOf(u8(graph.edges.stance, edge)));
  const better = (a: Element, b: Element): boolean => (rank(a.edge) - rank(b.edge) || byId.compare(a, b)) < 0;
  return (parent) => {
    const elements: Element[] = [];
    hop.each(parent, (edge, node) => {
      elements.push({ edge, node });
      return false;
    });
    const [first, ...others] = elements;
    if (first === undefined) return null;
    return read(others.reduce((best, other) => (better(other, best) ? other : best), first));
  };
}

function compileEdgeFields(
  context: Context,
  fields: readonly EdgeField[],
  tables: readonly RelationshipTable[],
  compiler: FieldCompiler,
): EdgeReader {
  const values = fields.map((field) => [field.as, compileEdgeField(context, field, tables, compiler)] as const);
  return (element, position = NO_POSITION) => {
    const object: Record<string, unknown> = {};
    for (const [as, value] of values) object[as] = value(element, position);
    return object;
  };
}

const NO_POSITION: Position = { key: () => [], find: () => NOTHING_FOUND };

function compileEdgeField(
  context: Context,
  field: EdgeField,
  tables: readonly RelationshipTable[],
  compiler: FieldCompiler,
): (element: Element, position: Position) => unknown {
  const { graph } = context;
  switch (field.kind) {
    case "property":
      return ({ edge }) => edgeProperty(graph, tableOf(graph, edge), edge, field.name);
    case "records": {
      const read = compileEdgeRecords(context, field, compiler);
      return ({ edge }) => read(edge);
    }
    case "cursor":
      return (_element, position) => position.key();
    case "matched":
    case "paragraph":
    case "passage":
      return (element, { find }) => find(element)[field.kind];
    case "self": {
      const read = compiler.edge(field.fields, tables);
      return (element) => read(element);
    }
    case "end": {
      const read = compiler.node(field.fields);
      if (field.end === "node") return ({ node }) => read(node);
      const ends = field.end === "subject" ? graph.edges.subject : graph.edges.object;
      return ({ edge }) => read(u32(ends, edge));
    }
  }
}
