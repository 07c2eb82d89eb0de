import { GraphQLObjectType } from "graphql";

import type { TypeDefinition } from "../../ontology/model.js";
import {
  linksPlan,
  lookupPlan,
  nodePlan,
  nodesPlan,
  passagesPlan,
  pathsPlan,
  scanPlan,
  searchKind,
  searchPlan,
  subgraphPlan,
} from "../compile/roots.js";
import type { ApiContext } from "../context.js";
import { withCode } from "../errors.js";
import { LIMITS } from "../limits.js";
import { checkStarts } from "../starts.js";
import type { Vocabulary } from "../vocabulary.js";
import { agreementField } from "./agreement.js";
import { orderArgument } from "./arguments.js";
import { coverageField } from "./coverage.js";
import { disputesField } from "./disputes.js";
import { input } from "./fields.js";
import type { Field, Fields } from "./fields.js";
import { singularName } from "./names.js";
import type { Registry } from "./registry.js";
import { RootFields } from "./root-field.js";
import { viewField } from "./view.js";

/** The fields of `Query`. Each compiles its whole selection to one plan and runs it. */
export function queryType(vocabulary: Vocabulary, types: Registry): GraphQLObjectType {
  const roots = new RootFields(vocabulary, types);
  return new GraphQLObjectType<unknown, ApiContext>({
    name: "Query",
    description: "Where every question starts.",
    fields: (): Fields => ({
      ...identified(roots, types),
      ...ofTypes(vocabulary, types, roots),
      ...ofEdges(vocabulary, types, roots),
      search: search(roots, types),
      paths: paths(vocabulary, roots, types),
      subgraph: subgraph(vocabulary, roots, types),
      ...agreementField(vocabulary, roots, types),
      disputes: disputesField(roots, types),
      ...coverageField(vocabulary, roots, types),
      view: viewField(vocabulary, types),
      snapshot: snapshot(types),
    }),
  });
}

function identified(roots: RootFields, types: Registry): Fields {
  return {
    node: roots.one({
      type: "Node",
      description: "The node with this id, or null.",
      args: { id: input(types, "ID!", "Its id.") },
      plan: nodePlan,
    }),
    nodes: roots.plan({
      type: "[Node]!",
      description: "The nodes with these ids, in this order; null for each that does not exist.",
      args: { ids: input(types, "[ID!]!", `Their ids: ${LIMITS.ids} at most.`) },
      plan: nodesPlan,
    }),
  };
}

/** A lookup for each type, and a connection for each type and interface. */
function ofTypes(vocabulary: Vocabulary, types: Registry, roots: RootFields): Fields {
  const named = [...vocabulary.ontology.types.values()].filter((type) => type.plural !== "");
  const connections = named.map((type): [string, Field] => [
    type.plural,
    roots.connection({
      type: `${type.name}Connection!`,
      description: type.description,
      args: { where: input(types, "Where", "Only nodes that satisfy this."), ...orderArgument(types) },
      kind: "nodes",
      plan: (root, args) => scanPlan(root, args, type),
    }),
  ]);
  const lookups = named
    .filter((type) => type.kind === "type")
    .map((type): [string, Field] => [singularName(type.name), lookup(roots, types, type)]);
  return Object.fromEntries([...lookups, ...connections]);
}

function lookup(roots: RootFields, types: Registry, type: TypeDefinition): Field {
  const keys = type.properties.filter((property) => property.unique);
  return roots.one({
    type: type.name,
    description: `One ${type.name}, by exactly one of its keys; null where there is none. ${type.description}`,
    args: {
      id: input(types, "ID", "Its id."),
      ...Object.fromEntries(keys.map((key) => [key.name, input(types, "String", key.description)])),
    },
    plan: (root, args) => lookupPlan(root, args, type),
  });
}

/** A connection over the edges of each family, and one over all edges. */
function ofEdges(vocabulary: Vocabulary, types: Registry, roots: RootFields): Fields {
  const links = (name: string, relationships: readonly string[], description: string): Field =>
    roots.connection({
      type: `${name}Connection!`,
      description,
      args: {
        where: input(types, "LinkWhere", "Only such edges; ACTUAL and not DEPRECATED unless this says otherwise."),
        ...orderArgument(types),
      },
      kind: "links",
      plan: (root, args) => linksPlan(root, args, relationships),
    });
  const families = [...vocabulary.ontology.propertySets.values()].flatMap(({ name, family, description }) =>
    family === null ? [] : [[family.plural, links(name, family.types, description)] as const],
  );
  return {
    ...Object.fromEntries(families),
    links: links("Link", vocabulary.relationshipTypes, "Every edge of the graph, as one connection."),
  };
}

function search(roots: RootFields, types: Registry): Field {
  return roots.connection({
    type: "SearchConnection!",
    description:
      "Nodes in whose names, texts and quotes every word is found, best first. The quotes of a node are what sources are quoted with " +
      "for it and for the edges whose subject it is; in `matched` they are `quotes`, after all other fields. In PASSAGES: sources with " +
      "a paragraph in which every word is found, an edge for each paragraph; those with the fewest different words first.",
    args: {
      text: input(
        types,
        "String!",
        "The words, the last of which may be the start of one. Case and accents do not matter.",
      ),
      in: input(types, "SearchIn!", "Where to look for them.", "NODES"),
      types: input(types, "[EntityType!]", "Only nodes of these types."),
      where: input(types, "Where", "Only nodes that satisfy this."),
    },
    kind: searchKind,
    plan: (root, args) => (searchKind(args) === "passages" ? passagesPlan(root, args) : searchPlan(root, args)),
  });
}

function paths(vocabulary: Vocabulary, roots: RootFields, types: Registry): Field {
  return roots.field({
    type: "Paths",
    description: "How two nodes hang together: the shortest paths first.",
    args: {
      from: input(types, "ID!", "The id of the node at one end."),
      to: input(types, "ID!", "The id of the node at the other end."),
      via: input(types, "LinkWhere", "Only along such edges; ACTUAL and not DEPRECATED unless this says otherwise."),
      avoid: input(types, "Avoid", "Not through these."),
      maxLength: input(types, "Int", `At most so many edges: ${LIMITS.pathLength} at most.`, 4),
      first: input(types, "Int", `At most so many paths: ${LIMITS.paths} at most.`, 10),
    },
    answer: async (session, root, args) => {
      const plan = pathsPlan(root, args);
      const ends = { "paths(from)": [plan.from], "paths(to)": [plan.to] };
      await checkStarts(session, ends, vocabulary.ontology.concrete);
      return session.run(plan);
    },
  });
}

function subgraph(vocabulary: Vocabulary, roots: RootFields, types: Registry): Field {
  return roots.field({
    type: "Subgraph!",
    description: "The surroundings of some nodes, flat: for drawing a picture.",
    args: {
      from: input(types, "[ID!]!", `The ids of the nodes to start from: ${LIMITS.starts} at most.`),
      depth: input(types, "Int", `How many edges away: ${LIMITS.depth} at most.`, 1),
      links: input(types, "LinkWhere", "Only along such edges; ACTUAL and not DEPRECATED unless this says otherwise."),
      known: input(types, "[ID!]", "Ids of nodes and edges that need not be sent again."),
      first: input(types, "Int", `At most so many nodes: ${LIMITS.first} at most.`, 100),
    },
    answer: async (session, root, args) => {
      const plan = subgraphPlan(root, args);
      await checkStarts(session, { "subgraph(from)": plan.from }, vocabulary.ontology.concrete);
      return session.run(plan);
    },
  });
}

function snapshot(types: Registry): Field {
  return {
    type: types.output("Snapshot!"),
    description: "Which graph answers, and how large it is.",
    resolve: async (_source, _args, { session }) => {
      try {
        return await session.info();
      } catch (error) {
        throw withCode(error);
      }
    },
  };
}
