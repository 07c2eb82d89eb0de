import { getNamedType } from "graphql";
import type { FieldNode } from "graphql";

import type { RelationshipField } from "../../ontology/model.js";
import type { NodeField } from "../../plan/plan.js";
import { Asking, NEAR } from "../asking.js";
import { meaningOf } from "../meaning.js";
import { connectionParts } from "./connection.js";
import { hop, nodeFilter } from "./filter.js";
import { asInput } from "./input.js";
import { orderOf } from "./order.js";
import { pageOf } from "./page.js";
import { edgeQuestion } from "./question.js";
import { asObjectType } from "./scope.js";
import type { Scope, Select } from "./scope.js";
import { argumentsOf, selectedFields } from "./selection.js";
import type { Selected } from "./selection.js";

/** The same selection on some of the types at hand. */
interface Variant {
  readonly selected: Selected;
  readonly types: string[];
}

/**
 * Compiles what is selected on nodes that may be of any of `types`. Fragments on interfaces may add to a field for some types and
 * not for others, so the fields are collected per type, and types that agree on a field share it.
 */
export function nodeFields(
  select: Select,
  scope: Scope,
  types: readonly string[],
  nodes: readonly FieldNode[],
): NodeField[] {
  const variants = new Map<string, Variant[]>();
  for (const type of types) {
    for (const selected of selectedFields(scope, asObjectType(scope.schema.getType(type)), nodes)) {
      addVariant(variants, type, selected);
    }
  }
  const fields = [...variants.values()].flat().map(({ selected, types: on }): NodeField => {
    const common = { as: selected.key, on: on.length === types.length ? null : on };
    return { ...common, ...compileField(select, scope, selected) };
  });
  return fields.some(asksWhy) ? [...fields, { as: NEAR, on: null, kind: "property", name: "id" }] : fields;
}

/** Whether a connection says why it is empty: that may depend on the node it starts from. */
function asksWhy(field: NodeField): boolean {
  return field.kind === "expand" && field.parts.some(({ as }) => Asking.isKey(as));
}

function addVariant(variants: Map<string, Variant[]>, type: string, selected: Selected): void {
  const known = variants.get(selected.key) ?? [];
  variants.set(selected.key, known);
  const same = known.find((variant) => sameNodes(variant.selected.nodes, selected.nodes));
  if (same === undefined) known.push({ selected, types: [type] });
  else same.types.push(type);
}

/** One field node means the same for every type it goes for: the ontology lets no type redeclare what it inherits. */
function sameNodes(a: readonly FieldNode[], b: readonly FieldNode[]): boolean {
  return a.length === b.length && a.every((node, index) => node === b[index]);
}

type Compiled = NodeField extends infer F ? (F extends NodeField ? Omit<F, "as" | "on"> : never) : never;

function compileField(select: Select, scope: Scope, selected: Selected): Compiled {
  const means = meaningOf(selected.definition);
  if (means.kind === "property") return { kind: "property", name: means.name };
  const type = asObjectType(getNamedType(selected.definition.type));
  if (means.kind === "records")
    return { kind: "records", name: means.name, fields: select.records(scope, type, selected.nodes) };
  if (means.kind === "relationship") return relationship(select, scope, selected, means.field);
  throw new Error(`A node has no field of the kind ${means.kind}`);
}

function relationship(select: Select, scope: Scope, selected: Selected, field: RelationshipField): Compiled {
  const type = asObjectType(getNamedType(selected.definition.type));
  const at = selected.name;
  if (!field.list)
    return { kind: "one", hop: hop(scope, field, null, at), fields: select.edges(scope, type, selected.nodes) };
  const args = argumentsOf(scope, selected);
  const over = hop(scope, field, asInput(args["edge"]), at);
  const where = nodeFilter(scope, field.target, asInput(args["where"]), at);
  const question = edgeQuestion(scope, over, where);
  const ground = { at, node: field.target, relationships: field.relationships, question };
  const order = orderOf(scope, ground, args["orderBy"], at);
  return {
    kind: "expand",
    hop: over,
    where,
    order,
    page: pageOf(args, "hop", order.length + 1, at),
    parts: connectionParts(select, scope, type, selected.nodes, ground),
  };
}
