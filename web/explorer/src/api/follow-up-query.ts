import { MOST, type View } from "../view/view.js";
import { BY_TYPE, EVIDENCE, NODE } from "./fragments.js";
import type { Operation } from "./operation.js";
import { documentOf, indent, scopeOf, type Variables } from "./scope.js";
import type { Property } from "./type-query.js";
import type { FollowUpAnswer } from "./types.js";
import { whereOf } from "./view-query.js";

/** The node whose panel is open, and what its type has of its own. */
export interface Wanted {
  readonly id: string;
  readonly type: string;
  readonly properties: readonly Property[];
}

interface Part {
  readonly text: string;
  readonly variables: Variables;
  readonly fragments: readonly string[];
}

/**
 * What is asked once a view is there: all of the node whose panel is open, where it is not known yet, and what sources dispute about
 * the nodes shown, of which the first thousand are asked about.
 */
export function followUpQuery(view: View, wanted: Wanted | null, ids: readonly string[]): Operation<FollowUpAnswer> {
  const scope = scopeOf(view);
  const parts = [...(wanted === null ? [] : [details(view, wanted)]), ...(ids.length === 0 ? [] : [disputes(ids)])];
  const variables = Object.assign({}, scope.variables, ...parts.map((part) => part.variables)) as Variables;
  const body = parts.length === 0 ? "__typename" : parts.map(({ text }) => text).join("\n");
  const fragments = [...new Set(parts.flatMap((part) => part.fragments))];
  return documentOf("FollowUp", variables, `${scope.open} {\n${indent(body)}\n}`, fragments);
}

/** The facts of a node with what they rest on, and how many edges of each relationship lead from it and to it. */
function details({ body }: View, { id, type, properties }: Wanted): Part {
  const own = properties.map(({ name, parts }) => (parts.length === 0 ? name : `${name} { ${parts.join(" ")} }`));
  const node = [
    "...NodeParts",
    "... on Entity {",
    "  summary",
    "  sameAs",
    "  aliases { text kind from until }",
    "  basis { of basis reason }",
    "  claims { property value rank reason evidence { ...EvidenceParts } }",
    "  evidence { ...EvidenceParts }",
    "}",
    ...(own.length === 0 ? [] : [`... on ${type} {`, ...own.map((line) => `  ${line}`), "}"]),
  ].join("\n");
  const groups = `totalCount\nomitted { modality rank count }\n${BY_TYPE}`;
  return {
    text: [
      `node(id: $id) {\n${indent(node)}\n}`,
      `out: links(first: 0, where: $out) {\n${indent(groups)}\n}`,
      `in: links(first: 0, where: $in) {\n${indent(groups)}\n}`,
    ].join("\n"),
    variables: {
      id: { type: "ID!", value: id },
      out: { type: "LinkWhere", value: whereOf({ node: id, type: null, way: "OUT" }, body) },
      in: { type: "LinkWhere", value: whereOf({ node: id, type: null, way: "IN" }, body) },
    },
    fragments: [NODE, EVIDENCE],
  };
}

function disputes(ids: readonly string[]): Part {
  return {
    text: "disputes(first: 1000, where: { id: { in: $ids } }) {\n  totalCount\n  nodes { id property settled node { id name } other { id name } link { id } }\n}",
    variables: { ids: { type: "[ID!]", value: ids.slice(0, MOST) } },
    fragments: [],
  };
}
