import { getNamedType } from "graphql";
import type { FieldNode, GraphQLObjectType } from "graphql";

import type { EdgeField } from "../../plan/plan.js";
import { meaningOf } from "../meaning.js";
import { asObjectType } from "./scope.js";
import type { Scope, Select } from "./scope.js";
import { selectedFields } from "./selection.js";

/** Compiles what is selected on an edge: of a relationship, of the graph, or of a connection. */
export function edgeFields(
  select: Select,
  scope: Scope,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): EdgeField[] {
  return selectedFields(scope, type, nodes).map((selected): EdgeField => {
    const as = selected.key;
    const means = meaningOf(selected.definition);
    const target = getNamedType(selected.definition.type);
    switch (means.kind) {
      case "property":
        return { as, kind: "property", name: means.name };
      case "records":
        return {
          as,
          kind: "records",
          name: means.name,
          fields: select.records(scope, asObjectType(target), selected.nodes),
        };
      case "cursor":
      case "matched":
      case "paragraph":
      case "passage":
        return { as, kind: means.kind };
      case "end": {
        const types = scope.vocabulary.concrete(target.name);
        return { as, kind: "end", end: means.end, fields: select.nodes(scope, types, selected.nodes) };
      }
      case "self":
        return { as, kind: "self", fields: select.edges(scope, asObjectType(target), selected.nodes) };
      case "relationship":
      case "references":
        throw new Error(`An edge has no field of the kind ${means.kind}`);
    }
  });
}
