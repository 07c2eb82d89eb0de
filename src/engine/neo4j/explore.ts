import { compareText } from "../../graph/text.js";
import type { PathsPlan } from "../../plan/plan.js";
import { type FoundPaths, type Step, simplePaths } from "../paths.js";
import type { LinkIds } from "./steps.js";
import { type Walk, linkOf } from "./walk.js";

type Steps = ReadonlyMap<string, readonly Step<string, string>[]>;

/** Paths by ids, and the edges that were met in finding them, by id. */
export interface Explored extends FoundPaths<string, string> {
  readonly links: ReadonlyMap<string, LinkIds>;
}

/**
 * Finds paths between two different nodes from both of their ends, always going on from the side whose border is smaller, until there
 * are enough of them or the sides together reach as far as a path may.
 */
export async function explorePaths({ from, to, maxLength, first }: PathsPlan, walk: Walk): Promise<Explored> {
  const links = new Map<string, LinkIds>();
  const sides = [newSide(from), newSide(to)] as const;
  for (let reach = 0; ; reach++) {
    const smaller = sides[0].border.length <= sides[1].border.length ? sides[0] : sides[1];
    // Nothing beyond an empty border: every edge of every path is known.
    const length = smaller.border.length === 0 ? maxLength : reach;
    const steps = stepsOver(links.values());
    const wanted = { from, to, maxLength: length, first };
    const found = simplePaths(wanted, (node) => steps.get(node) ?? [], distancesTo(to, steps));
    if (found.truncated || length === maxLength) return { ...found, links };
    await advance(smaller, walk, links);
  }
}

/** What one side has met, and those of it whose steps are not known yet. */
interface Side {
  readonly met: Set<string>;
  border: readonly string[];
}

function newSide(start: string): Side {
  return { met: new Set([start]), border: [start] };
}

async function advance(side: Side, walk: Walk, links: Map<string, LinkIds>): Promise<void> {
  const next: string[] = [];
  for (const sighting of await walk(side.border)) {
    links.set(sighting.edge, linkOf(sighting));
    if (side.met.has(sighting.far)) continue;
    side.met.add(sighting.far);
    next.push(sighting.far);
  }
  side.border = next;
}

/** The steps along some edges, each both ways, in order of edge id; none to where it came from. */
function stepsOver(links: Iterable<LinkIds>): Steps {
  const steps = new Map<string, Step<string, string>[]>();
  const add = (near: string, edge: string, far: string): void => {
    const known = steps.get(near);
    if (known === undefined) steps.set(near, [{ edge, far }]);
    else known.push({ edge, far });
  };
  const between = [...links].filter(({ subject, object }) => subject !== object);
  for (const { id, subject, object } of between.sort((a, b) => compareText(a.id, b.id))) {
    add(subject, id, object);
    add(object, id, subject);
  }
  return steps;
}

/** How many of the steps it takes from each node to `to`. */
function distancesTo(to: string, steps: Steps): ReadonlyMap<string, number> {
  const distance = new Map([[to, 0]]);
  // Nodes that are added on the way are visited in their turn.
  for (const [node, from] of distance) {
    for (const { far } of steps.get(node) ?? []) if (!distance.has(far)) distance.set(far, from + 1);
  }
  return distance;
}
