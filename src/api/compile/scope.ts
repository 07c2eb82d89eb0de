import { getNamedType, isObjectType } from "graphql";
import type { FieldNode, GraphQLNamedType, GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from "graphql";

import type { EdgeField, NodeField, RecordField } from "../../plan/plan.js";
import type { Vocabulary } from "../vocabulary.js";

/** What stays the same while one root field is compiled. */
export interface Scope {
  readonly vocabulary: Vocabulary;
  readonly schema: GraphQLSchema;
  readonly fragments: GraphQLResolveInfo["fragments"];
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A root field to compile. */
export interface RootField {
  readonly scope: Scope;
  /** The name of the field, for messages. */
  readonly name: string;
  /** The field as written, once for each place that selects it. */
  readonly nodes: readonly FieldNode[];
  /** What it returns, without list or non-null. */
  readonly type: GraphQLNamedType;
}

/** How selections of nodes, edges and records are compiled: each may hold the others. */
export interface Select {
  nodes(scope: Scope, types: readonly string[], nodes: readonly FieldNode[]): NodeField[];
  edges(scope: Scope, type: GraphQLObjectType, nodes: readonly FieldNode[]): EdgeField[];
  records(scope: Scope, type: GraphQLObjectType, nodes: readonly FieldNode[]): RecordField[];
}

export function scopeOf(vocabulary: Vocabulary, info: GraphQLResolveInfo): RootField {
  const { schema, fragments, variableValues: variables } = info;
  return {
    scope: { vocabulary, schema, fragments, variables },
    name: info.fieldName,
    nodes: info.fieldNodes,
    type: getNamedType(info.returnType),
  };
}

/** @throws Error where a type is not an object: the schema and the compiler disagree */
export function asObjectType(type: GraphQLNamedType | undefined | null): GraphQLObjectType {
  if (!isObjectType(type)) throw new Error(`${type?.name ?? "A missing type"} is not an object type`);
  return type;
}
