import { GROUP_SIZE, type DrawnGroup } from "../picture/drawing.js";
import type { Theme } from "../picture/theme.js";
import { label, type Point, type Shape } from "./shapes.js";

/** Half the side of a box, half the length of the plus in it, and how thick their lines are, in pixels: as on the screen. */
const SIDE = 0.64 * GROUP_SIZE;
const PLUS = 0.4 * GROUP_SIZE;
const THICK = 0.13 * GROUP_SIZE;

/** Groups of edges that are not shown, each a box with a plus, tied to its node, with how many there are below. */
export function groupShapes(
  groups: readonly DrawnGroup[],
  at: ReadonlyMap<string, Point>,
  { muted }: Pick<Theme, "muted">,
): readonly Shape[] {
  return groups.flatMap(({ id, node, label: text }) => {
    const place = at.get(id);
    const from = at.get(node);
    if (place === undefined || from === undefined) return [];
    return [
      ...tie(from, place, muted),
      ...boxAt(place, muted),
      label([place[0], place[1] + GROUP_SIZE + 14], text, 12, muted),
    ];
  });
}

/** The line from a node to its group, which ends beside the box. */
function tie(from: Point, to: Point, colour: string): readonly Shape[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length <= GROUP_SIZE) return [];
  const share = 1 - GROUP_SIZE / length;
  const end: Point = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  return [{ kind: "line", from, to: end, width: 1, colour, dashes: [] }];
}

function boxAt([x, y]: Point, colour: string): readonly Shape[] {
  const line = (from: Point, to: Point): Shape => ({ kind: "line", from, to, width: THICK, colour, dashes: [] });
  // Two of the sides are longer by half a line at either end, so that the corners are whole.
  const corner = SIDE + THICK / 2;
  return [
    line([x - corner, y - SIDE], [x + corner, y - SIDE]),
    line([x - corner, y + SIDE], [x + corner, y + SIDE]),
    line([x - SIDE, y - SIDE], [x - SIDE, y + SIDE]),
    line([x + SIDE, y - SIDE], [x + SIDE, y + SIDE]),
    line([x - PLUS, y], [x + PLUS, y]),
    line([x, y - PLUS], [x, y + PLUS]),
  ];
}
