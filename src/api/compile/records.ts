import { getNamedType } from "graphql";
import type { FieldNode, GraphQLObjectType } from "graphql";

import type { RecordField } from "../../plan/plan.js";
import { meaningOf } from "../meaning.js";
import { asObjectType } from "./scope.js";
import type { Scope, Select } from "./scope.js";
import { selectedFields } from "./selection.js";

/** Compiles what is selected on an evidence, alias, claim, basis note or degree. */
export function recordFields(
  select: Select,
  scope: Scope,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): RecordField[] {
  return selectedFields(scope, type, nodes).map((selected): RecordField => {
    const as = selected.key;
    const means = meaningOf(selected.definition);
    const target = getNamedType(selected.definition.type);
    if (means.kind === "property") return { as, kind: "value", name: means.name };
    if (means.kind === "records") {
      return {
        as,
        kind: "records",
        name: means.name,
        fields: select.records(scope, asObjectType(target), selected.nodes),
      };
    }
    if (means.kind === "references") {
      const types = scope.vocabulary.concrete(target.name);
      return { as, kind: "nodes", name: means.name, fields: select.nodes(scope, types, selected.nodes) };
    }
    throw new Error(`A record has no field of the kind ${means.kind}`);
  });
}
