import type { Expansion, View } from "../view/view.js";
import { CITATION, EVIDENCE, LINK, NODE, RANKED } from "./fragments.js";
import type { Operation } from "./operation.js";
import { ORIENTATION } from "./orientation.js";
import { documentOf, indent, scopeOf, type Variables } from "./scope.js";
import type { StartAnswer, ViewAnswer } from "./types.js";

interface Part {
  readonly text: string;
  readonly variables: Variables;
  /** Whether it shows edges. */
  readonly links: boolean;
}

/**
 * The one question that a whole view is answered by: its nodes, its listing, its path, and its expansions as `e0`, `e1`, …
 * in the order of `view.expansions`.
 */
export function viewQuery(view: View): Operation<ViewAnswer> {
  return queryOf(view, [...nodes(view), ...listing(view), ...paths(view), ...expansions(view)]);
}

/**
 * The same for files: what evidence names is cited in each of them, so it is not asked for as nodes, which the picture does not show either.
 */
export function fileQuery(view: View): Operation<unknown> {
  return { ...viewQuery(view), query: viewQuery(view).query.replace(EVIDENCE, CITATION) };
}

/** The same, together with what the explorer has to know of the whole graph: the first question of a visit. */
export function startQuery(view: View): Operation<StartAnswer> {
  const { query, variables } = viewQuery(view);
  return { name: "View", query: query.replace("  snapshot { id }\n", `${indent(ORIENTATION)}\n`), variables };
}

/** The same for one expansion alone, as `e0`: what opening it or asking for more of it adds. */
export function expansionQuery(view: View, expansion: Expansion): Operation<ViewAnswer> {
  return queryOf(view, expansions({ ...view, expansions: [expansion] }));
}

function queryOf(view: View, parts: readonly Part[]): Operation<ViewAnswer> {
  const scope = scopeOf(view);
  const variables = Object.assign({}, scope.variables, ...parts.map((part) => part.variables)) as Variables;
  const links = parts.some((part) => part.links);
  const asked = parts.length === 0 ? "__typename" : parts.map(({ text }) => text).join("\n");
  return documentOf(
    "View",
    variables,
    `snapshot { id }\n${scope.open} {\n${indent(asked)}\n}`,
    links ? [LINK, NODE, EVIDENCE] : parts.length === 0 ? [] : [NODE],
  );
}

function nodes({ nodes: ids }: View): readonly Part[] {
  if (ids.length === 0) return [];
  const text = "nodes(ids: $nodes) { ...NodeParts }";
  return [{ text, variables: { nodes: { type: "[ID!]!", value: ids } }, links: false }];
}

function listing({ listing: list }: View): readonly Part[] {
  if (list === null) return [];
  return [
    {
      text: "listing: entities(first: $listed, where: { type: { eq: $type } }, orderBy: [{ node: NAME }]) {\n  totalCount\n  nodes { ...NodeParts }\n}",
      variables: { type: { type: "EntityType!", value: list.type }, listed: { type: "Int!", value: list.first } },
      links: false,
    },
  ];
}

function paths({ trace, body }: View): readonly Part[] {
  if (trace === null) return [];
  const via = body === null ? "" : ", via: $via";
  return [
    {
      text: `paths(from: $from, to: $to, first: 10${via}) {\n  truncated\n  paths {\n    length\n    nodes { ...NodeParts }\n    hops { forward link { ...LinkParts } }\n  }\n}`,
      variables: {
        from: { type: "ID!", value: trace.from },
        to: { type: "ID!", value: trace.to },
        ...(body === null ? {} : { via: { type: "LinkWhere", value: touches(body) } }),
      },
      links: true,
    },
  ];
}

function expansions({ expansions: all, body }: View): readonly Part[] {
  return all.map((expansion, index) => ({
    text: `e${String(index)}: links(first: $first${String(index)}, where: $where${String(index)}, orderBy: ${RANKED}) {\n  totalCount\n  omitted { modality rank count }\n  nodes { ...LinkParts }\n}`,
    variables: {
      [`first${String(index)}`]: { type: "Int!", value: expansion.first },
      [`where${String(index)}`]: { type: "LinkWhere", value: whereOf(expansion, body) },
    },
    links: true,
  }));
}

/** The API's filter for the edges of an expansion. */
export function whereOf({ node, type, way }: Omit<Expansion, "first">, body: string | null): unknown {
  const end = { id: { eq: node } };
  const ends =
    node === null
      ? {}
      : way === "OUT"
        ? { subject: end }
        : way === "IN"
          ? { object: end }
          : { or: [{ subject: end }, { object: end }] };
  return {
    ...(type === null ? {} : { type: { eq: type } }),
    ...ends,
    ...(body === null ? {} : { and: [touches(body)] }),
  };
}

/** The ties of a node to a body whose business it is. */
const TIES = ["forDecisionBy", "adoptedBy", "sentTo", "onAgendaOf", "partOf"] as const;

/** Edges that touch a body, or an end of which is its business: for it to decide, adopted by it, sent to it, on its agenda, a part of it. */
function touches(body: string): unknown {
  const is = { id: { eq: body } };
  const near = { or: [is, ...TIES.map((tie) => ({ [tie]: { some: is } }))] };
  return { or: [{ subject: near }, { object: near }] };
}
