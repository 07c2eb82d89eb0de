/** The corners of the triangles that something is drawn in. */
export type Corners = readonly (readonly [number, number])[];

/**
 * Writes something into a program's array, once for each corner: its own values, then the corner. Sigma's own programs have the graphics
 * card repeat the values instead ("instancing"), which costs a browser that draws with its processor ten times the work.
 */
export function writeCorners(array: Float32Array, start: number, values: readonly number[], corners: Corners): void {
  let at = start;
  for (const [x, y] of corners) {
    for (const value of values) array[at++] = value;
    array[at++] = x;
    array[at++] = y;
  }
}
