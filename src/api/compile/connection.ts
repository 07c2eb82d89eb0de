import { getNamedType } from "graphql";
import type { FieldNode, GraphQLObjectType } from "graphql";

import type { ConnectionPart, LinkConnectionPart } from "../../plan/plan.js";
import { groupsPart } from "./groups.js";
import type { Ground } from "./order.js";
import { asObjectType } from "./scope.js";
import type { Scope, Select } from "./scope.js";
import { selectedFields } from "./selection.js";
import type { Selected } from "./selection.js";

/** Compiles what is selected on a connection over nodes. */
export function connectionParts(
  select: Select,
  scope: Scope,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  ground: Ground,
): ConnectionPart[] {
  return selectedFields(scope, type, nodes).map((selected): ConnectionPart => {
    if (selected.name !== "nodes") return commonPart(select, scope, selected, ground);
    const types = scope.vocabulary.concrete(getNamedType(selected.definition.type).name);
    return { as: selected.key, kind: "nodes", fields: select.nodes(scope, types, selected.nodes) };
  });
}

/** Compiles what is selected on a connection whose nodes are edges. */
export function linkConnectionParts(
  select: Select,
  scope: Scope,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  ground: Ground,
): LinkConnectionPart[] {
  return selectedFields(scope, type, nodes).map((selected): LinkConnectionPart => {
    if (selected.name !== "nodes") return commonPart(select, scope, selected, ground);
    const edge = asObjectType(getNamedType(selected.definition.type));
    return { as: selected.key, kind: "nodes", fields: select.edges(scope, edge, selected.nodes) };
  });
}

/** The parts that connections of every kind have. */
function commonPart(
  select: Select,
  scope: Scope,
  selected: Selected,
  ground: Ground,
): Exclude<ConnectionPart, { readonly kind: "nodes" }> {
  const as = selected.key;
  switch (selected.name) {
    case "edges":
      return {
        as,
        kind: "edges",
        fields: select.edges(scope, asObjectType(getNamedType(selected.definition.type)), selected.nodes),
      };
    case "totalCount":
    case "pageInfo":
    case "omitted":
      return { as, kind: selected.name };
    // Whether it is empty is all that the engine has to say; the rest is worked out where the answer is read.
    case "emptyReason":
      return { as: scope.asking.key(as, ground.question, scope.perspective), kind: "totalCount" };
    case "groupBy":
      return groupsPart(select, scope, selected, ground);
    default:
      throw new Error(`A connection has no field called ${selected.name}`);
  }
}
