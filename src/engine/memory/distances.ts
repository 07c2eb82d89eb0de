import type { Steps } from "./paths.js";

/**
 * How many steps it takes from nodes to `to`, for every node that may lie on a path from `from` of at most `maxLength` steps.
 *
 * The search goes from both ends, always on the side whose border is smaller, until the sides together reach as far as a path may. The
 * distances beyond the border of the far side follow from those on it, within what the near side has seen: a hub in between is met
 * once, not once for each way that leads to it.
 */
export function distancesTo(from: number, to: number, maxLength: number, steps: Steps): ReadonlyMap<number, number> {
  const near = new Map([[from, 0]]);
  const distance = new Map([[to, 0]]);
  let nearBorder = [from];
  let farBorder = [to];
  let nearDepth = 0;
  let farDepth = 0;
  while (nearDepth + farDepth < maxLength && nearBorder.length > 0 && farBorder.length > 0) {
    if (nearBorder.length <= farBorder.length) nearBorder = grow(near, nearBorder, ++nearDepth, steps);
    else farBorder = grow(distance, farBorder, ++farDepth, steps);
  }
  if (farBorder.length === 0) return distance;
  for (let beyond = farDepth + 1; beyond <= maxLength; beyond++) {
    for (const [node, depth] of near) {
      if (distance.has(node) || depth > maxLength - beyond) continue;
      if (steps(node).some(({ far }) => distance.get(far) === beyond - 1)) distance.set(node, beyond);
    }
  }
  return distance;
}

/** The next border of one side; its nodes are given their depth. */
function grow(depths: Map<number, number>, border: readonly number[], depth: number, steps: Steps): number[] {
  const next: number[] = [];
  for (const node of border) {
    for (const { far } of steps(node)) {
      if (depths.has(far)) continue;
      depths.set(far, depth);
      next.push(far);
    }
  }
  return next;
}
