import type { Transaction } from "neo4j-driver";

import { compareText } from "../../graph/text.js";
import type { SubgraphPlan } from "../../plan/plan.js";
import { NOWHERE } from "./decoder.js";
import { fetchLinks, fetchNodes } from "./fetch.js";
import { decodeWith } from "./named.js";
import type { PlanParts } from "./parts.js";
import type { LinkIds } from "./steps.js";
import { type Walk, linkOf, openWalk } from "./walk.js";

/**
 * Runs a subgraph: one statement for every layer of nodes, the last included, and three for what is shown of it.
 *
 * @param most how many edges may be met
 */
export async function runSubgraph(
  parts: PlanParts,
  transaction: Transaction,
  plan: SubgraphPlan,
  most: number,
): Promise<object> {
  const { nodeFields, linkFields } = plan;
  const starts = await fetchNodes(parts, transaction, plan.from, []);
  const { nodes, links } = await reach(plan.depth, [...starts.keys()], openWalk(parts, transaction, plan, most));
  const known = new Set(plan.known);
  const fresh = nodes.filter((id) => !known.has(id));
  const returned = fresh.slice(0, plan.first);
  const shown = new Set([...returned, ...nodes.filter((id) => known.has(id))]);
  const visible = links
    .filter(({ id, subject, object }) => shown.has(subject) && shown.has(object) && !known.has(id))
    .sort((a, b) => compareText(a.id, b.id));
  const readNodes = await fetchNodes(parts, transaction, returned, nodeFields);
  const readLinks = await fetchLinks(parts, transaction, plan, visible);
  return decodeWith(parts, transaction, (decoder) => ({
    nodes: returned.map((id) => decoder.node(readNodes.get(id) ?? {}, nodeFields)),
    links: visible.map(({ id }) => decoder.edge(readLinks.get(id) ?? {}, linkFields, NOWHERE)),
    truncated: returned.length < fresh.length,
    total: { nodes: nodes.length, links: links.length },
  }));
}

/** The nodes within a depth, nearest first, those of one depth by id, and all edges among them. */
async function reach(
  depth: number,
  starts: readonly string[],
  walk: Walk,
): Promise<{ readonly nodes: readonly string[]; readonly links: readonly LinkIds[] }> {
  const seen = new Set(starts);
  const links = new Map<string, LinkIds>();
  let layer = starts.toSorted(compareText);
  const nodes = [...layer];
  for (let i = 0; i < depth && layer.length > 0; i++) {
    const next: string[] = [];
    for (const sighting of await walk(layer)) {
      links.set(sighting.edge, linkOf(sighting));
      if (seen.has(sighting.far)) continue;
      seen.add(sighting.far);
      next.push(sighting.far);
    }
    layer = next.sort(compareText);
    nodes.push(...layer);
  }
  // Of the last layer, only the edges within it are still unknown.
  for (const sighting of await walk(layer, layer)) links.set(sighting.edge, linkOf(sighting));
  return { nodes, links: [...links.values()] };
}
