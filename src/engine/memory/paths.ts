import { u32 } from "../../graph/arrays.js";
import { compareEdges, edgeId, findNode, typeName } from "../../graph/ids.js";
import type { PathsPlan } from "../../plan/plan.js";
import { simplePaths } from "../paths.js";
import type { FoundPaths, Step } from "../paths.js";
import type { Context } from "./context.js";
import { distancesTo } from "./distances.js";
import { fieldCompiler } from "./fields.js";
import { compileHop } from "./hop.js";
import { degree } from "./record-fields.js";

/** The edges from a node to others, in order of edge id, and the node each leads to. */
export type Steps = (node: number) => readonly Step<number, number>[];

/**
 * Runs a search for paths. A node has no path to itself. What `avoid` names (nodes or edges by id, types of nodes, a number of edges of
 * the relationships in use beyond which a node is a hub) is not passed through; the ends of the path are exempt from it.
 *
 * `truncated`: there are more paths than `first`, or the search ended at its bound of work; those given are the first ones all the same.
 */
export function runPaths(context: Context, plan: PathsPlan): object | null {
  const { graph } = context;
  const from = findNode(graph, plan.from);
  const to = findNode(graph, plan.to);
  if (from === null || to === null) return null;
  const { paths, truncated } = findPaths(context, plan, from, to);
  const fields = fieldCompiler(context);
  const readNode = fields.node(plan.nodeFields);
  const readLink = fields.edge(plan.linkFields, []);
  return {
    paths: paths.map(({ nodes, edges }) => ({
      length: edges.length,
      nodes: nodes.map(readNode),
      hops: edges.map((edge, index) => ({
        forward: u32(graph.edges.subject, edge) === nodes[index],
        link: readLink({ edge, node: nodes[index + 1] ?? -1 }),
      })),
    })),
    truncated,
  };
}

function findPaths(context: Context, plan: PathsPlan, from: number, to: number): FoundPaths<number, number> {
  if (from === to) return { paths: [], truncated: false };
  const steps = compileSteps(context, plan, from, to);
  const { maxLength, first } = plan;
  return simplePaths({ from, to, maxLength, first }, steps, distancesTo(from, to, maxLength, steps));
}

/** The steps of every node, each node's found once. */
function compileSteps(context: Context, plan: PathsPlan, from: number, to: number): Steps {
  const { graph, meter } = context;
  const hop = compileHop(context, { ...plan, direction: "both" });
  const avoided = compileAvoid(context, plan);
  const edgeIds = new Set(plan.avoid.ids.filter((id) => id.includes("/")));
  const known = new Map<number, readonly Step<number, number>[]>();
  return (node) => {
    meter.step();
    const before = known.get(node);
    if (before !== undefined) return before;
    const steps: Step<number, number>[] = [];
    hop.each(node, (edge, far) => {
      const passable = far === to || far === from || !avoided(far);
      if (far !== node && passable && !(edgeIds.size > 0 && edgeIds.has(edgeId(graph, edge))))
        steps.push({ edge, far });
      return false;
    });
    steps.sort((a, b) => compareEdges(graph, a.edge, b.edge));
    known.set(node, steps);
    return steps;
  };
}

function compileAvoid({ graph }: Context, plan: PathsPlan): (node: number) => boolean {
  const { ids, types, degree: most } = plan.avoid;
  const nodes = new Set(ids.map((id) => findNode(graph, id)));
  const tables = [...new Set(plan.relationships)]
    .map((type) => graph.relationships.get(type))
    .filter((table) => table !== undefined);
  const isHub = (node: number): boolean =>
    most !== null &&
    tables.reduce((sum, table) => sum + degree(graph, table, "out", node) + degree(graph, table, "in", node), 0) > most;
  return (node) => nodes.has(node) || types.includes(typeName(graph, node)) || isHub(node);
}
