import { getNamedType } from "graphql";
import type { FieldNode, GraphQLNamedType } from "graphql";

import type { EdgeField, NodeField } from "../../plan/plan.js";
import { aliasPrefix } from "../resolve.js";
import { withPrefix } from "./prefix.js";
import { asObjectType } from "./scope.js";
import type { RootField, Scope } from "./scope.js";
import { select } from "./select.js";
import { selectedFields } from "./selection.js";

/** What is selected on the nodes of a result, under every alias of the plain values on the way to them. */
export function flatNodeFields(root: RootField, path: readonly string[]): NodeField[] {
  return ends(root, path).flatMap(({ type, nodes, prefix }) =>
    withPrefix(prefix, select.nodes(root.scope, root.scope.vocabulary.concrete(type.name), nodes)),
  );
}

/** What is selected on the edges of a result, likewise. */
export function flatEdgeFields(root: RootField, path: readonly string[]): EdgeField[] {
  return ends(root, path).flatMap(({ type, nodes, prefix }) =>
    withPrefix(prefix, select.edges(root.scope, asObjectType(type), nodes)),
  );
}

interface End {
  readonly type: GraphQLNamedType;
  readonly nodes: readonly FieldNode[];
  readonly prefix: string;
}

function ends(root: RootField, path: readonly string[]): End[] {
  return walk(root.scope, root.type, root.nodes, path).map(({ keys, ...end }) => ({
    ...end,
    prefix: aliasPrefix(path, keys),
  }));
}

type Reached = Omit<End, "prefix"> & { readonly keys: readonly string[] };

function walk(scope: Scope, type: GraphQLNamedType, nodes: readonly FieldNode[], path: readonly string[]): Reached[] {
  const [name, ...rest] = path;
  if (name === undefined) return [{ type, nodes, keys: [] }];
  return selectedFields(scope, asObjectType(type), nodes)
    .filter((selected) => selected.name === name)
    .flatMap((selected) =>
      walk(scope, getNamedType(selected.definition.type), selected.nodes, rest).map((reached) => ({
        ...reached,
        keys: [selected.key, ...reached.keys],
      })),
    );
}
