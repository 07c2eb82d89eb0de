import { getNamedType, isObjectType } from "graphql";
import type { FieldNode, GraphQLNamedType, GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from "graphql";

import { PlenaryError } from "../../errors.js";
import type { EdgeField, NodeField, RecordField } from "../../plan/plan.js";
import { LIMITS } from "../limits.js";
import type { Asking } from "../asking.js";
import type { Perspective } from "../perspective.js";
import type { Vocabulary } from "../vocabulary.js";

/** What stays the same while one root field is compiled. */
export interface Scope {
  readonly vocabulary: Vocabulary;
  readonly schema: GraphQLSchema;
  readonly fragments: GraphQLResolveInfo["fragments"];
  readonly variables: Readonly<Record<string, unknown>>;
  readonly budget: Budget;
  readonly perspective: Perspective;
  readonly asking: Asking;
}

/** Bounds how far a selection may unfold: fragments that spread fragments twice each grow without end while the text stays short. */
class Budget {
  #left: number = LIMITS.selection;

  /** @throws PlenaryError TOO_EXPENSIVE where the root field selects more than is allowed */
  spend(fields: number): void {
    this.#left -= fields;
    if (this.#left >= 0) return;
    throw new PlenaryError(
      "TOO_EXPENSIVE",
      `The question selects more than ${LIMITS.selection.toLocaleString("en")} fields once its fragments are written out. Ask for less at once.`,
    );
  }
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

export function scopeOf(
  vocabulary: Vocabulary,
  info: GraphQLResolveInfo,
  perspective: Perspective,
  asking: Asking,
): RootField {
  const { schema, fragments, variableValues: variables } = info;
  return {
    scope: { vocabulary, schema, fragments, variables, budget: new Budget(), perspective, asking },
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
