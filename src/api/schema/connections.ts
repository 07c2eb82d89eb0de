import { GraphQLObjectType } from "graphql";

import type { ApiContext } from "../context.js";
import { LIMITS } from "../limits.js";
import { byKey, connectionEdges, connectionPageInfo, underAlias } from "../resolve.js";
import type { Vocabulary } from "../vocabulary.js";
import { emptyReasonField } from "./coverage.js";
import { cursor, hopEdges } from "./edges.js";
import { input, plain, planned } from "./fields.js";
import type { Field, Fields } from "./fields.js";
import { linkName } from "./names.js";
import type { Registry } from "./registry.js";

/** Every connection: of root fields, of relationship fields, of edges, of search; and what they are made of. */
export function connectionTypes(vocabulary: Vocabulary, types: Registry): GraphQLObjectType[] {
  const plurals = [...vocabulary.ontology.types.values()].filter((type) => type.plural !== "");
  const families = [...vocabulary.ontology.propertySets.values()].filter((set) => set.family !== null);
  return [
    ...plurals.flatMap(({ name }) => [
      connection(vocabulary, types, name, name, `Nodes that are ${name}.`),
      object(`${name}Edge`, `A ${name} and its place in a connection.`, () => ({
        cursor: cursor(types),
        node: planned(types, `${name}!`, "The node.", { kind: "end", end: "node" }),
      })),
    ]),
    ...hopEdges(vocabulary)
      .filter((field) => isConnected(vocabulary, linkName(field)))
      .map((field) => connection(vocabulary, types, linkName(field), field.target, `Edges to ${field.target}.`)),
    ...[...families.map((set) => set.name), "Link"].flatMap((name) => [
      connection(vocabulary, types, name, name, `Edges of the graph, as ${name}.`),
      object(`${name}Edge`, `A ${name} and its place in a connection.`, () => ({
        cursor: cursor(types),
        node: planned(types, `${name}!`, "The edge of the graph.", { kind: "self" }),
      })),
    ]),
    connection(vocabulary, types, "Search", "Entity", "What was found, best first."),
    object("SearchEdge", "Something found.", () => ({
      cursor: cursor(types),
      matched: planned(types, "[String!]!", "The names of the fields in which words were found.", { kind: "matched" }),
      paragraph: planned(types, "Int", "Of a search in passages, the paragraph of the source, counted from 1.", {
        kind: "paragraph",
      }),
      passage: planned(types, "String", "Its text, where the server has been given the texts of the sources.", {
        kind: "passage",
      }),
      node: planned(types, "Entity!", "What was found.", { kind: "end", end: "node" }),
    })),
    ...parts(types),
  ];
}

/** To-one sides have an edge, but no connection. */
function isConnected(vocabulary: Vocabulary, name: string): boolean {
  return [...vocabulary.ontology.types.values()].some((type) =>
    type.relationships.some((field) => field.list && linkName(field) === name),
  );
}

function connection(
  vocabulary: Vocabulary,
  types: Registry,
  name: string,
  node: string,
  description: string,
): GraphQLObjectType {
  return object(`${name}Connection`, description, () => ({
    edges: {
      ...plain(types, `[${name}Edge!]!`, "The elements of this page, each with its cursor."),
      resolve: connectionEdges,
    },
    nodes: keyed(types, `[${node}!]!`, "The elements of this page without their edges."),
    totalCount: keyed(types, "Int!", "How many there are under the filters, on all pages."),
    pageInfo: { ...plain(types, "PageInfo!", "Where this page lies."), resolve: connectionPageInfo },
    omitted: keyed(
      types,
      "[Omitted!]!",
      "What is left out because it is not ACTUAL, or DEPRECATED, and nobody asked for it.",
    ),
    emptyReason: emptyReasonField(vocabulary, types),
    groupBy: {
      ...keyed(types, "Groups!", "How many there are under the filters, by one or more keys, the largest group first."),
      args: {
        by: input(types, "[GroupKey!]!", "The keys, in the order in which groups show them."),
        first: input(types, "Int", `At most so many groups: ${LIMITS.page} unless given, at most ${LIMITS.first}.`),
      },
    },
  }));
}

function parts(types: Registry): GraphQLObjectType[] {
  return [
    object("PageInfo", "Where a page lies among all.", () => ({
      hasNextPage: plain(types, "Boolean!", "Whether there is more after it."),
      hasPreviousPage: plain(types, "Boolean!", "Whether there is more before it."),
      startCursor: plain(types, "String", "The cursor of its first element."),
      endCursor: plain(types, "String", "The cursor of its last element."),
    })),
    object("Omitted", "How many edges of one modality and rank are left out.", () => ({
      modality: plain(types, "Modality!", "Their modality."),
      rank: plain(types, "Rank!", "Their rank."),
      count: plain(types, "Int!", "How many."),
    })),
    object("Groups", "Counts by one or more keys.", () => ({
      totalCount: plain(types, "Int!", "How many groups there are."),
      groups: plain(types, "[GroupCount!]!", "The largest groups."),
    })),
    object("GroupCount", "A group and its size.", () => ({
      key: plain(types, "[String]!", "Its values, those of the node keys first; null where missing."),
      count: plain(types, "Int!", "How many elements it has."),
      subject: {
        ...plain(types, "Entity", "The subject they share, where SUBJECT is a key."),
        resolve: underAlias("groups", "subject"),
      },
      object: {
        ...plain(types, "Entity", "The object they share, where OBJECT is a key."),
        resolve: underAlias("groups", "object"),
      },
    })),
  ];
}

function keyed(types: Registry, reference: string, description: string): Field {
  return { ...plain(types, reference, description), resolve: byKey };
}

function object(name: string, description: string, fields: () => Fields): GraphQLObjectType {
  return new GraphQLObjectType<unknown, ApiContext>({ name, description, fields });
}
