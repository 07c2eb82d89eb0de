import { edgeFields } from "./edges.js";
import { nodeFields } from "./nodes.js";
import { recordFields } from "./records.js";
import type { Select } from "./scope.js";

/** The compilers of selections, joined: nodes lead to edges and records, edges and records lead to nodes. */
export const select: Select = {
  nodes: (scope, types, nodes) => nodeFields(select, scope, types, nodes),
  edges: (scope, type, nodes) => edgeFields(select, scope, type, nodes),
  records: (scope, type, nodes) => recordFields(select, scope, type, nodes),
};
