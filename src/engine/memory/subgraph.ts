import { u32 } from "../../graph/arrays.js";
import { compareEdges, edgeId, findNode, nodeId } from "../../graph/ids.js";
import type { SubgraphPlan } from "../../plan/plan.js";
import type { Context } from "./context.js";
import { fieldCompiler } from "./fields.js";
import { compileHop } from "./hop.js";

/**
 * Runs a subgraph: the nodes within `depth` of the given ones (those that exist), and the edges among them. `truncated` says that
 * nodes are missing because of `first`; then the edges that would have met them are missing too.
 */
export function runSubgraph(context: Context, plan: SubgraphPlan): object {
  const { graph } = context;
  const reached = reach(context, plan);
  const known = new Set(plan.known);
  const isKnown = new Map(reached.map((node) => [node, known.has(nodeId(graph, node))]));
  const fresh = reached.filter((node) => isKnown.get(node) === false);
  const returned = fresh.slice(0, plan.first);
  const shown = new Set([...returned, ...reached.filter((node) => isKnown.get(node) === true)]);
  const links = linksAmong(context, plan, new Set(reached));
  const visible = links
    .filter((edge) => shown.has(u32(graph.edges.subject, edge)) && shown.has(u32(graph.edges.object, edge)))
    .filter((edge) => known.size === 0 || !known.has(edgeId(graph, edge)))
    .sort((a, b) => compareEdges(graph, a, b));
  const fields = fieldCompiler(context);
  const readNode = fields.node(plan.nodeFields);
  const readLink = fields.edge(plan.linkFields, []);
  return {
    nodes: returned.map(readNode),
    links: visible.map((edge) => readLink({ edge, node: -1 })),
    truncated: returned.length < fresh.length,
    total: { nodes: reached.length, links: links.length },
  };
}

/** The nodes within the depth asked for: nearest first, those of one depth by id. */
function reach(context: Context, plan: SubgraphPlan): readonly number[] {
  const { graph } = context;
  const hop = compileHop(context, { ...plan, direction: "both" });
  const byId = (nodes: Iterable<number>): number[] =>
    [...nodes].sort((a, b) => u32(graph.nodes.id, a) - u32(graph.nodes.id, b));
  const start = plan.from.map((id) => findNode(graph, id)).filter((node) => node !== null);
  const seen = new Set(start);
  let layer = byId(seen);
  const reached = [...layer];
  for (let depth = 0; depth < plan.depth && layer.length > 0; depth++) {
    const next = new Set<number>();
    for (const node of layer) {
      hop.each(node, (_edge, far) => {
        if (!seen.has(far)) next.add(far);
        seen.add(far);
        return false;
      });
    }
    layer = byId(next);
    reached.push(...layer);
  }
  return reached;
}

/** The edges that have both ends among some nodes. */
function linksAmong(context: Context, plan: SubgraphPlan, nodes: ReadonlySet<number>): readonly number[] {
  const hop = compileHop(context, { ...plan, direction: "out" });
  const links: number[] = [];
  for (const node of nodes) {
    hop.each(node, (edge, far) => {
      if (nodes.has(far)) links.push(edge);
      return false;
    });
  }
  return links;
}
