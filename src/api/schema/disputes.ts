import { GraphQLObjectType } from "graphql";

import { disputesPlan } from "../compile/disputes.js";
import type { ApiContext } from "../context.js";
import { byKey, connectionEdges, connectionPageInfo } from "../resolve.js";
import { cursor } from "./edges.js";
import { input, plain } from "./fields.js";
import type { Field, Fields } from "./fields.js";
import type { Registry } from "./registry.js";
import type { RootFields } from "./root-field.js";

/** A place where the graph disagrees, and its connection. */
export function disputeTypes(types: Registry): GraphQLObjectType[] {
  return [
    object(
      "Dispute",
      "A place where the graph disagrees: rival values of a property, or two nodes that contradict each other.",
      () => ({
        id: keyed(types, "ID!", "`node/property`, or the id of the edge."),
        node: keyed(types, "Entity!", "What it is about."),
        property: keyed(
          types,
          "String",
          "The property whose values differ; null where two nodes contradict each other.",
        ),
        claims: keyed(
          types,
          "[Claim!]!",
          "All its values, each with its rank, the editors' reason and who says so. The node's own value is one, with the node's evidence.",
        ),
        settled: keyed(
          types,
          "Boolean!",
          "Whether the editors have decided: the values of the best rank agree. Never of two nodes.",
        ),
        other: keyed(types, "Entity", "The node that contradicts it; null of a property."),
        link: keyed(types, "Link", "The edge that says so, with the editors' reason; null of a property."),
      }),
    ),
    object("DisputeEdge", "A dispute and its place in a connection.", () => ({
      cursor: cursor(types),
      node: keyed(types, "Dispute!", "The dispute."),
    })),
    object("DisputeConnection", "Places where the graph disagrees, by id.", () => ({
      edges: {
        ...plain(types, "[DisputeEdge!]!", "The disputes of this page, each with its cursor."),
        resolve: connectionEdges,
      },
      nodes: keyed(types, "[Dispute!]!", "The disputes of this page."),
      totalCount: keyed(types, "Int!", "How many there are under the filters, on all pages."),
      pageInfo: { ...plain(types, "PageInfo!", "Where this page lies."), resolve: connectionPageInfo },
    })),
  ];
}

/** The root field that lists them. */
export function disputesField(roots: RootFields, types: Registry): Field {
  return roots.connection({
    type: "DisputeConnection!",
    description:
      "Where sources disagree: properties with claims that differ in substance, and nodes that the editors say contradict each other. " +
      "Values that only look different are no dispute: a day within a month, the same words in another spelling, counts that agree as far as both go.",
    args: {
      where: input(types, "Where", "Only about such nodes."),
      property: input(types, "String", "Only about this property."),
      settled: input(types, "Boolean", "Only those that the editors have decided, or have not."),
    },
    kind: "disputes",
    plan: disputesPlan,
  });
}

function keyed(types: Registry, reference: string, description: string): Field {
  return { ...plain(types, reference, description), resolve: byKey };
}

function object(name: string, description: string, fields: () => Fields): GraphQLObjectType {
  return new GraphQLObjectType<unknown, ApiContext>({ name, description, fields });
}
