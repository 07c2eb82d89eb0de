import type { Transaction } from "neo4j-driver";

import type { PathsPlan } from "../../plan/plan.js";
import { explorePaths } from "./explore.js";
import { NOWHERE } from "./decoder.js";
import { fetchLinks, fetchNodes } from "./fetch.js";
import { decodeWith } from "./named.js";
import type { PlanParts } from "./parts.js";
import { openWalk } from "./walk.js";

/**
 * Runs a search for paths: at most one statement for every hop that a path may have, and three for what is shown of them.
 *
 * @param most how many edges may be met
 */
export async function runPaths(
  parts: PlanParts,
  transaction: Transaction,
  plan: PathsPlan,
  most: number,
): Promise<object | null> {
  const { from, to, avoid, nodeFields, linkFields } = plan;
  const ends = await fetchNodes(parts, transaction, [from, to], []);
  if (!ends.has(from) || !ends.has(to)) return null;
  if (from === to) return { paths: [], truncated: false };
  const walk = openWalk(parts, transaction, plan, most, { avoid, exempt: [from, to] });
  const { paths, truncated, links } = await explorePaths(plan, walk);
  const met = new Set(paths.flatMap(({ edges }) => edges));
  const nodes = await fetchNodes(
    parts,
    transaction,
    paths.flatMap((path) => path.nodes),
    nodeFields,
  );
  const shown = await fetchLinks(
    parts,
    transaction,
    plan,
    [...links.values()].filter(({ id }) => met.has(id)),
  );
  return decodeWith(parts, transaction, (decoder) => ({
    paths: paths.map((path) => ({
      length: path.edges.length,
      nodes: path.nodes.map((id) => decoder.node(nodes.get(id) ?? {}, nodeFields)),
      hops: path.edges.map((id, i) => ({
        forward: links.get(id)?.subject === path.nodes[i],
        link: decoder.edge(shown.get(id) ?? {}, linkFields, NOWHERE),
      })),
    })),
    truncated,
  }));
}
