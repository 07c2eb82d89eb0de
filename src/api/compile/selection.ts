import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
} from "graphql";
import type { FieldNode, GraphQLField, GraphQLObjectType, SelectionNode, SelectionSetNode } from "graphql";

import type { Scope } from "./scope.js";

/** One response key of an object: every field node that contributes to it, in order. */
export interface Selected {
  readonly key: string;
  readonly name: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

/**
 * The fields that some field nodes select on one object type, merged by response key as GraphQL's execution does
 * (`CollectFields` of the specification). `__typename` is left out: GraphQL answers it itself.
 *
 * @throws PlenaryError TOO_EXPENSIVE where the selection unfolds too far
 */
export function selectedFields(scope: Scope, type: GraphQLObjectType, nodes: readonly FieldNode[]): Selected[] {
  const groups = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const { selectionSet } of nodes) {
    if (selectionSet !== undefined) collect(scope, type, selectionSet, groups, visited);
  }
  scope.budget.spend(groups.size);
  const definitions = type.getFields();
  return [...groups].flatMap(([key, fieldNodes]) => {
    const name = fieldNodes[0]?.name.value ?? "";
    const definition = definitions[name];
    return definition === undefined ? [] : [{ key, name, definition, nodes: fieldNodes }];
  });
}

/** The arguments of a field, coerced, with variables filled in. @throws GraphQLError where one is missing or null and may not be */
export function argumentsOf(scope: Scope, field: Selected): Readonly<Record<string, unknown>> {
  const [node] = field.nodes;
  return node === undefined ? {} : getArgumentValues(field.definition, node, scope.variables);
}

function collect(
  scope: Scope,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  groups: Map<string, FieldNode[]>,
  visited: Set<string>,
): void {
  for (const selection of set.selections) {
    if (!isIncluded(scope, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [selection]);
      else group.push(selection);
      continue;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const name = selection.name.value;
      if (visited.has(name)) continue;
      visited.add(name);
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments[selection.name.value];
    if (fragment !== undefined && applies(scope, type, fragment.typeCondition?.name.value)) {
      collect(scope, type, fragment.selectionSet, groups, visited);
    }
  }
}

function isIncluded(scope: Scope, selection: SelectionNode): boolean {
  if (selection.directives === undefined || selection.directives.length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, scope.variables)?.["if"] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, scope.variables)?.["if"] !== false;
}

function applies(scope: Scope, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = scope.schema.getType(condition);
  return isAbstractType(conditional) && scope.schema.isSubType(conditional, type);
}
