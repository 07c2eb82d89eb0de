import { GraphQLInputObjectType, GraphQLObjectType } from "graphql";
import type { GraphQLNamedType } from "graphql";

import type { ApiContext } from "../context.js";
import { underAlias } from "../resolve.js";
import { input, plain } from "./fields.js";
import type { Fields } from "./fields.js";
import type { Registry } from "./registry.js";

/** What `paths`, `subgraph` and `snapshot` answer with. */
export function planTypes(types: Registry): GraphQLNamedType[] {
  return [
    object("Paths", "Paths between two nodes, shortest first.", () => ({
      paths: plain(types, "[Path!]!", "The paths; none visits a node twice."),
      truncated: plain(
        types,
        "Boolean!",
        "True where there are more than `first`, or the search met its bound of work and there may be.",
      ),
    })),
    object("Path", "A way from one node to another along edges in either direction.", () => ({
      length: plain(types, "Int!", "The number of edges."),
      nodes: {
        ...plain(types, "[Entity!]!", "The nodes on it, both ends included."),
        resolve: underAlias("paths", "nodes"),
      },
      hops: plain(types, "[Hop!]!", "The steps, one fewer than nodes."),
    })),
    object("Hop", "A step along one edge.", () => ({
      forward: plain(types, "Boolean!", "True where it goes from the edge's subject to its object."),
      link: { ...plain(types, "Link!", "The edge."), resolve: underAlias("paths", "hops", "link") },
    })),
    object("Subgraph", "The surroundings of some nodes, each node and edge once.", () => ({
      nodes: { ...plain(types, "[Entity!]!", "The nodes, the nearest first."), resolve: underAlias("nodes") },
      links: {
        ...plain(types, "[Link!]!", "The edges between nodes that are returned or known."),
        resolve: underAlias("links"),
      },
      truncated: plain(types, "Boolean!", "True where nodes were left out because there are more than `first`."),
      total: plain(types, "SubgraphTotal!", "What there is, before `first` and `known` take effect."),
    })),
    object("SubgraphTotal", "How much a subgraph holds in all.", () => ({
      nodes: plain(types, "Int!", "The number of nodes."),
      links: plain(types, "Int!", "The number of edges."),
    })),
    object("Snapshot", "The graph that answers.", () => ({
      id: plain(types, "ID!", "The hash of its records: the same id means the same answers."),
      ontology: plain(types, "ID!", "The hash of the vocabulary it was built with."),
      nodes: plain(types, "Int!", "The number of nodes."),
      links: plain(types, "Int!", "The number of edges."),
      concordance: plain(types, "Concordance", "What `search(in: PASSAGES)` looks in; null where there is nothing."),
      types: plain(types, "[TypeCount!]!", "The number of nodes of each type."),
      relationships: plain(types, "[RelationshipCount!]!", "The number of edges of each relationship."),
    })),
    object("Concordance", "Which words stand in which paragraph of which source, without the texts.", () => ({
      id: plain(types, "ID!", "The hash of the texts it was made from: the same id means the same passages."),
      sources: plain(types, "Int!", "The number of sources."),
      passages: plain(types, "Int!", "The number of paragraphs."),
      words: plain(types, "Int!", "The number of different words."),
    })),
    object("TypeCount", "How many nodes of one type there are.", () => ({
      type: plain(types, "EntityType!", "The type."),
      count: plain(types, "Int!", "How many."),
    })),
    object("RelationshipCount", "How many edges of one relationship there are.", () => ({
      type: plain(types, "RelationshipType!", "The relationship."),
      count: plain(types, "Int!", "How many."),
    })),
    new GraphQLInputObjectType({
      name: "Avoid",
      description: "What a path may not pass through. Its two ends are exempt.",
      fields: () => ({
        ids: input(types, "[ID!]", "These nodes."),
        types: input(types, "[EntityType!]", "Nodes of these types."),
        degree: input(types, "Int", "Nodes with more edges than this."),
      }),
    }),
  ];
}

function object(name: string, description: string, fields: () => Fields): GraphQLObjectType {
  return new GraphQLObjectType<unknown, ApiContext>({ name, description, fields });
}
