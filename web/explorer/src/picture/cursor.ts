/** Where the keyboard is in a picture: on a node, or on one of its edges. */
export interface Cursor {
  readonly node: string;
  readonly edge: string | null;
}

/** A way to move it: to the nearest node on a side, around a node's edges, along the edge to its other end, or outwards. */
export type Step = "left" | "right" | "up" | "down" | "next edge" | "previous edge" | "along" | "out";

/** What a cursor moves in. */
export interface Terrain {
  /** Where each node is, y upwards. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** The edges of a node, and the node at the other end of each. */
  readonly edgesOf: (node: string) => readonly { readonly edge: string; readonly other: string }[];
}

const SIDES = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] } as const;

/**
 * Where a step leads. It stays where it is if there is nothing on that side, and comes out at null: from an edge to its node, from a node
 * out of the picture.
 */
export function moved(cursor: Cursor, step: Step, terrain: Terrain): Cursor | null {
  switch (step) {
    case "left":
    case "right":
    case "up":
    case "down":
      return { node: nearest(terrain.places, cursor.node, SIDES[step]) ?? cursor.node, edge: null };
    case "next edge":
      return around(cursor, 1, terrain);
    case "previous edge":
      return around(cursor, -1, terrain);
    case "along": {
      const end = terrain.edgesOf(cursor.node).find(({ edge }) => edge === cursor.edge);
      return end === undefined ? cursor : { node: end.other, edge: null };
    }
    case "out":
      return cursor.edge === null ? null : { ...cursor, edge: null };
  }
}

/** The node nearest to another within the quarter of the plane that lies on one side of it; null if that is empty. */
export function nearest(
  places: Terrain["places"],
  from: string,
  [forwardX, forwardY]: readonly [number, number],
): string | null {
  const start = places.get(from);
  if (start === undefined) return null;
  let best: string | null = null;
  let least = Infinity;
  for (const [id, { x, y }] of places) {
    const [dx, dy] = [x - start.x, y - start.y];
    const forward = dx * forwardX + dy * forwardY;
    const sideways = Math.abs(dx * forwardY) + Math.abs(dy * forwardX);
    const distance = Math.hypot(dx, dy);
    if (id === from || forward <= 0 || sideways > forward || distance >= least) continue;
    best = id;
    least = distance;
  }
  return best;
}

function around({ node, edge }: Cursor, by: 1 | -1, { edgesOf }: Terrain): Cursor {
  const edges = edgesOf(node);
  const at = edges.findIndex((other) => other.edge === edge);
  const first = by === 1 ? 0 : edges.length - 1;
  const next = at === -1 ? first : (at + by + edges.length) % edges.length;
  return { node, edge: edges[next]?.edge ?? null };
}
