/** How many edges may be tried, beyond those that measure the distances, before an answer is given as it stands. */
const WORK = 500_000;

/** An edge seen from one of its ends, and the node it leads to. */
export interface Step<N, E> {
  readonly edge: E;
  readonly far: N;
}

/** A path: its nodes and the edges between them. */
export interface Path<N, E> {
  readonly nodes: readonly N[];
  readonly edges: readonly E[];
}

export interface FoundPaths<N, E> {
  readonly paths: readonly Path<N, E>[];
  /** There are more than were asked for, or the search ended at its bound of work. */
  readonly truncated: boolean;
}

export interface Wanted<N> {
  readonly from: N;
  readonly to: N;
  readonly maxLength: number;
  readonly first: number;
}

/**
 * The first simple paths between two different nodes, shortest first, those of one length in the order of the steps.
 *
 * @param steps the steps of a node, in order of edge id, none of them to the node itself
 * @param distance how many steps it takes to `to`, at least of every node on a path that is wanted
 */
export function simplePaths<N, E>(
  { from, to, maxLength, first }: Wanted<N>,
  steps: (node: N) => readonly Step<N, E>[],
  distance: ReadonlyMap<N, number>,
): FoundPaths<N, E> {
  const nearest = distance.get(from);
  const paths: Path<N, E>[] = [];
  if (nearest === undefined) return { paths, truncated: false };
  let work = WORK;
  let truncated = false;
  const nodes = [from];
  const edges: E[] = [];
  /** Adds the paths that go on from the last node with exactly `left` edges. Returns true to stop. */
  const extend = (node: N, left: number): boolean => {
    for (const { edge, far } of steps(node)) {
      if (--work < 0) return true;
      if (far === to ? left !== 1 : (distance.get(far) ?? Infinity) > left - 1) continue;
      if (nodes.includes(far)) continue;
      nodes.push(far);
      edges.push(edge);
      const full = far === to && paths.length === first;
      if (far === to && !full) paths.push({ nodes: [...nodes], edges: [...edges] });
      const stop = full || (far !== to && extend(far, left - 1));
      nodes.pop();
      edges.pop();
      if (stop) return true;
    }
    return false;
  };
  for (let length = nearest; length <= maxLength && !truncated; length++) truncated = extend(from, length);
  return { paths, truncated };
}
