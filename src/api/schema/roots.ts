import { GraphQLObjectType } from "graphql";
import type { GraphQLFieldConfigArgumentMap, GraphQLResolveInfo } from "graphql";

import type { TypeDefinition } from "../../ontology/model.js";
import type { Plan } from "../../plan/plan.js";
import { scopeOf } from "../compile/scope.js";
import type { RootField } from "../compile/scope.js";
import {
  linksPlan,
  lookupPlan,
  nodePlan,
  nodesPlan,
  pathsPlan,
  scanPlan,
  searchPlan,
  subgraphPlan,
} from "../compile/roots.js";
import type { ApiContext } from "../context.js";
import type { ConnectionKind } from "../cursor.js";
import { withCode } from "../errors.js";
import { LIMITS } from "../limits.js";
import { connectionOf } from "../resolve.js";
import type { Vocabulary } from "../vocabulary.js";
import { orderArgument, pageArguments } from "./arguments.js";
import { input } from "./fields.js";
import type { Field, Fields } from "./fields.js";
import { singularName } from "./names.js";
import type { Registry } from "./registry.js";

type Arguments = Readonly<Record<string, unknown>>;

/** The fields of `Query`. Each compiles its whole selection to one plan and runs it. */
export function queryType(vocabulary: Vocabulary, types: Registry): GraphQLObjectType {
  const { ontology } = vocabulary;
  const plurals = [...ontology.types.values()].filter((type) => type.plural !== "");
  const families = [...ontology.propertySets.values()].flatMap((set) =>
    set.family === null ? [] : [{ set, family: set.family }],
  );
  return new GraphQLObjectType<unknown, ApiContext>({
    name: "Query",
    description: "Where every question starts.",
    fields: (): Fields => ({
      node: field(types, vocabulary, "Node", "The node with this id, or null.", {
        args: { id: input(types, "ID!", "Its id.") },
        plan: nodePlan,
        read: (result) => asList(result)[0] ?? null,
      }),
      nodes: field(
        types,
        vocabulary,
        "[Node]!",
        "The nodes with these ids, in this order; null for each that does not exist.",
        {
          args: { ids: input(types, "[ID!]!", `Their ids: ${LIMITS.ids} at most.`) },
          plan: nodesPlan,
          read: (result) => result,
        },
      ),
      ...Object.fromEntries(
        plurals
          .filter(({ kind }) => kind === "type")
          .map((type) => [singularName(type.name), lookup(vocabulary, types, type)]),
      ),
      ...Object.fromEntries(
        plurals.map((type) => [
          type.plural,
          connection(types, vocabulary, `${type.name}Connection!`, type.description, "nodes", {
            args: { where: input(types, "NodeWhere", "Only nodes that satisfy this."), ...orderArgument(types) },
            plan: (root, args) => scanPlan(root, args, type),
          }),
        ]),
      ),
      ...Object.fromEntries(
        families.map(({ set, family }) => [
          family.plural,
          links(vocabulary, types, set.name, family.types, set.description),
        ]),
      ),
      links: links(
        vocabulary,
        types,
        "Link",
        vocabulary.relationshipTypes,
        "Every edge of the graph, as one connection.",
      ),
      search: connection(
        types,
        vocabulary,
        "SearchConnection!",
        "Nodes in whose names and texts every word is found, best first.",
        "search",
        {
          args: {
            text: input(
              types,
              "String!",
              "The words, the last of which may be the start of one. Case and accents do not matter.",
            ),
            types: input(types, "[EntityType!]", "Only nodes of these types."),
            where: input(types, "NodeWhere", "Only nodes that satisfy this."),
          },
          plan: searchPlan,
        },
      ),
      paths: field(
        types,
        vocabulary,
        "Paths",
        "How two nodes hang together: the shortest paths first. Null where one of them does not exist.",
        {
          args: {
            from: input(types, "ID!", "The id of the node at one end."),
            to: input(types, "ID!", "The id of the node at the other end."),
            via: input(types, "LinkWhere", "Only along edges that satisfy this."),
            avoid: input(types, "Avoid", "Not through these."),
            maxLength: input(types, "Int", `At most so many edges: ${LIMITS.pathLength} at most.`, 4),
            first: input(types, "Int", `At most so many paths: ${LIMITS.paths} at most.`, 10),
          },
          plan: pathsPlan,
          read: (result) => result,
        },
      ),
      subgraph: field(types, vocabulary, "Subgraph!", "The surroundings of some nodes, flat: for drawing a picture.", {
        args: {
          from: input(types, "[ID!]!", `The ids of the nodes to start from: ${LIMITS.starts} at most.`),
          depth: input(types, "Int", `How many edges away: ${LIMITS.depth} at most.`, 1),
          links: input(types, "LinkWhere", "Only along edges that satisfy this."),
          known: input(types, "[ID!]", "Ids of nodes and edges that need not be sent again."),
          first: input(types, "Int", `At most so many nodes: ${LIMITS.first} at most.`, 100),
        },
        plan: subgraphPlan,
        read: (result) => result,
      }),
      snapshot: {
        type: types.output("Snapshot!"),
        description: "Which graph answers, and how large it is.",
        resolve: async (_source, _args, { engine }) => {
          try {
            return await engine.info();
          } catch (error) {
            throw withCode(error);
          }
        },
      },
    }),
  });
}

interface Root {
  readonly args: GraphQLFieldConfigArgumentMap;
  readonly plan: (root: RootField, args: Arguments) => Plan;
  readonly read: (result: unknown, args: Arguments) => unknown;
}

function field(types: Registry, vocabulary: Vocabulary, reference: string, description: string, root: Root): Field {
  return {
    type: types.output(reference),
    description,
    args: root.args,
    resolve: async (_source: unknown, args: Arguments, { session }: ApiContext, info: GraphQLResolveInfo) => {
      try {
        return root.read(await session.run(root.plan(scopeOf(vocabulary, info), args)), args);
      } catch (error) {
        throw withCode(error);
      }
    },
  };
}

function connection(
  types: Registry,
  vocabulary: Vocabulary,
  reference: string,
  description: string,
  kind: ConnectionKind,
  root: Omit<Root, "read">,
): Field {
  return field(types, vocabulary, reference, description, {
    args: { ...root.args, ...pageArguments(types) },
    plan: root.plan,
    read: (result, args) => connectionOf(kind, result, args),
  });
}

function links(
  vocabulary: Vocabulary,
  types: Registry,
  name: string,
  relationships: readonly string[],
  description: string,
): Field {
  return connection(types, vocabulary, `${name}Connection!`, description, "links", {
    args: {
      where: input(
        types,
        "LinkWhere",
        "Only edges that satisfy this. Naming modality or rank lifts the usual restriction.",
      ),
      ...orderArgument(types),
    },
    plan: (root, args) => linksPlan(root, args, relationships),
  });
}

function lookup(vocabulary: Vocabulary, types: Registry, type: TypeDefinition): Field {
  const keys = type.properties.filter((property) => property.unique);
  return field(
    types,
    vocabulary,
    type.name,
    `One ${type.name}, by exactly one of its keys; null where there is none. ${type.description}`,
    {
      args: {
        id: input(types, "ID", "Its id."),
        ...Object.fromEntries(keys.map((key) => [key.name, input(types, "String", key.description)])),
      },
      plan: (root, args) => lookupPlan(root, args, type),
      read: (result) => asList(result)[0] ?? null,
    },
  );
}

function asList(result: unknown): readonly unknown[] {
  if (!Array.isArray(result)) throw new Error("A lookup has no list for a result");
  return result;
}
