import type { TypeDefinition } from "../../ontology/model.js";
import { tokenise } from "../../graph/search.js";
import type {
  LinksPlan,
  LookupPlan,
  PassagesPlan,
  PathsPlan,
  ScanPlan,
  SearchPlan,
  SubgraphPlan,
} from "../../plan/plan.js";
import { inputError } from "../errors.js";
import { LIMITS } from "../limits.js";
import { connectionParts, linkConnectionParts } from "./connection.js";
import { linkFilter, nodeFilter } from "./filter.js";
import { flatEdgeFields, flatNodeFields } from "./flat.js";
import { asInput, bounded, limitedList } from "./input.js";
import type { Input } from "./input.js";
import { orderOf } from "./order.js";
import { pageOf } from "./page.js";
import { edgeQuestion, NODE_QUESTION } from "./question.js";
import { asObjectType } from "./scope.js";
import type { RootField } from "./scope.js";
import { select } from "./select.js";
import { visibilityOf } from "./visibility.js";

/** How many values the cursor of a search holds: the two of its rank (see `src/graph/search.ts` and `PassagesPlan`) and the id. */
const SEARCH_KEY = 3;

export function nodePlan(root: RootField, args: Input): LookupPlan {
  return byIds(root, [String(args["id"])]);
}

/** @throws PlenaryError where there are too many ids */
export function nodesPlan(root: RootField, args: Input): LookupPlan {
  return byIds(root, limitedList(args["ids"], "nodes(ids)", LIMITS.ids));
}

/** @throws PlenaryError unless exactly one key is given */
export function lookupPlan({ scope, name, nodes }: RootField, args: Input, type: TypeDefinition): LookupPlan {
  const given = Object.entries(args).filter(([, value]) => value !== null);
  const [only] = given;
  if (only === undefined || given.length !== 1) {
    const keys = ["id", ...type.properties.filter((property) => property.unique).map((property) => property.name)];
    throw inputError(
      keys.length === 1
        ? `${name}: give its id.`
        : `${name}: give exactly one of ${keys.join(", ")}, not ${given.length}.`,
    );
  }
  const [property, value] = only;
  return {
    kind: "lookup",
    property,
    values: [String(value)],
    types: [type.name],
    fields: select.nodes(scope, [type.name], nodes),
  };
}

export function scanPlan(root: RootField, args: Input, type: TypeDefinition): ScanPlan {
  const { scope, name } = root;
  const ground = { at: name, node: type.name, relationships: null, question: NODE_QUESTION };
  const order = orderOf(scope, ground, args["orderBy"], name);
  return {
    kind: "scan",
    types: type.concrete,
    where: nodeFilter(scope, type.name, asInput(args["where"]), `${name}(where)`),
    order,
    page: pageOf(args, "nodes", order.length + 1, name),
    parts: connectionParts(select, scope, asObjectType(root.type), root.nodes, ground),
  };
}

export function linksPlan(root: RootField, args: Input, relationships: readonly string[]): LinksPlan {
  const { scope, name } = root;
  const where = asInput(args["where"]);
  const visible = visibilityOf(scope, where);
  const edge = linkFilter(scope, relationships, where, `${name}(where)`);
  const question = edgeQuestion(scope, { relationships, visible, edge }, null);
  const ground = { at: name, node: null, relationships, question };
  const order = orderOf(scope, ground, args["orderBy"], name);
  return {
    kind: "links",
    relationships,
    visible,
    where: edge,
    order,
    page: pageOf(args, "links", order.length + 1, name),
    parts: linkConnectionParts(select, scope, asObjectType(root.type), root.nodes, ground),
  };
}

/** Whether a search is for nodes or for passages. */
export function searchKind(args: Input): "search" | "passages" {
  return args["in"] === "PASSAGES" ? "passages" : "search";
}

/** @throws PlenaryError where the text holds no word */
export function searchPlan(root: RootField, args: Input): SearchPlan {
  const { ontology } = root.scope.vocabulary;
  const types = (args["types"] ?? ontology.concrete) as readonly string[];
  const node = root.scope.vocabulary.covering(types).name;
  return { kind: "search", types, ...found(root, args, node) };
}

/** @throws PlenaryError where the text holds no word */
export function passagesPlan(root: RootField, args: Input): PassagesPlan {
  const { vocabulary } = root.scope;
  const source = vocabulary.orEntity("Source");
  const wanted = (args["types"] ?? vocabulary.ontology.concrete) as readonly string[];
  const types = vocabulary.concrete(source).filter((type) => wanted.includes(type));
  return { kind: "passages", types, ...found(root, args, source) };
}

/** What a search is for, whether it finds nodes or passages; `node` is the type of what it finds. */
function found(root: RootField, args: Input, node: string): Omit<SearchPlan, "kind" | "types"> {
  const { scope, name } = root;
  const text = String(args["text"]);
  if (tokenise(text).length === 0) {
    throw inputError(
      `search(text): ${JSON.stringify(text)} has no word to look for. Give at least one letter or digit.`,
    );
  }
  return {
    text,
    where: nodeFilter(scope, node, asInput(args["where"]), `${name}(where)`),
    page: pageOf(args, searchKind(args), SEARCH_KEY, name),
    parts: connectionParts(select, scope, asObjectType(root.type), root.nodes, {
      at: name,
      node,
      relationships: null,
      question: NODE_QUESTION,
    }),
  };
}

/** @throws PlenaryError where a number is out of bounds */
export function pathsPlan(root: RootField, args: Input): PathsPlan {
  const { scope, name } = root;
  const via = asInput(args["via"]);
  const avoid = asInput(args["avoid"]) ?? {};
  const relationships = scope.vocabulary.relationshipTypes;
  return {
    kind: "paths",
    from: String(args["from"]),
    to: String(args["to"]),
    relationships,
    visible: visibilityOf(scope, via),
    edge: linkFilter(scope, relationships, via, `${name}(via)`),
    avoid: {
      ids: limitedList(avoid["ids"], "paths(avoid).ids", LIMITS.ids),
      types: (avoid["types"] ?? []) as readonly string[],
      degree: degreeBound(avoid["degree"]),
    },
    maxLength: bounded(args["maxLength"], "paths(maxLength)", 1, LIMITS.pathLength),
    first: bounded(args["first"], "paths(first)", 1, LIMITS.paths),
    nodeFields: flatNodeFields(root, ["paths", "nodes"]),
    linkFields: flatEdgeFields(root, ["paths", "hops", "link"]),
  };
}

/** The degree above which a path does not pass through a node; null where there is no such bound. */
function degreeBound(value: unknown): number | null {
  if (typeof value !== "number") return null;
  if (value < 0) throw inputError(`paths(avoid).degree is ${value}, which is less than 0.`);
  return value;
}

/** @throws PlenaryError where a number is out of bounds, or there is nothing to start from */
export function subgraphPlan(root: RootField, args: Input): SubgraphPlan {
  const { scope, name } = root;
  const links = asInput(args["links"]);
  const from = limitedList(args["from"], "subgraph(from)", LIMITS.starts);
  if (from.length === 0) throw inputError("subgraph(from) is empty. Name at least one node to start from.");
  const relationships = scope.vocabulary.relationshipTypes;
  return {
    kind: "subgraph",
    from,
    depth: bounded(args["depth"], "subgraph(depth)", 1, LIMITS.depth),
    relationships,
    visible: visibilityOf(scope, links),
    edge: linkFilter(scope, relationships, links, `${name}(links)`),
    known: limitedList(args["known"], "subgraph(known)", LIMITS.known),
    first: bounded(args["first"], "subgraph(first)", 1, LIMITS.first),
    nodeFields: flatNodeFields(root, ["nodes"]),
    linkFields: flatEdgeFields(root, ["links"]),
  };
}

function byIds({ scope, nodes }: RootField, values: readonly string[]): LookupPlan {
  const types = scope.vocabulary.ontology.concrete;
  return { kind: "lookup", property: "id", values, types, fields: select.nodes(scope, types, nodes) };
}
