/** A graph as a layout sees it: where its nodes are and how large, and the places in those lists of the ends of its edges. */
export interface LayoutRequest {
  /** Tells the answers to this request from those to the one before. */
  readonly turn: number;
  /** x, y, x, y, … */
  readonly positions: Float32Array;
  readonly sizes: Float32Array;
  /** subject, object, subject, object, … */
  readonly ends: Uint32Array;
}

/** Where the nodes are now. */
export interface LayoutAnswer {
  readonly turn: number;
  readonly positions: Float32Array;
  readonly done: boolean;
}

/** Where something is in a layout, in units of its own, with y upwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Where a node starts that no layout has placed: beside a neighbour that has a place, else on a spiral. The same nodes in the same order
 * start at the same places, so that the same view looks the same.
 */
export function startOf(index: number, neighbour: Place | null): Place {
  const angle = index * GOLDEN_ANGLE;
  const away = neighbour === null ? 12 * Math.sqrt(index) : 12;
  return { x: (neighbour?.x ?? 0) + away * Math.cos(angle), y: (neighbour?.y ?? 0) + away * Math.sin(angle) };
}
