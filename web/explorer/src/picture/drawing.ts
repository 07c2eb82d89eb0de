import type { LinkAnswer, NodeAnswer } from "../api/types.js";
import type { Group } from "../graph/groups.js";
import { markOf, type Disputed, type Mark } from "../graph/marks.js";
import type { Shown } from "../graph/shown.js";
import { arrowed, count, modalityWord, qualities, words } from "../words.js";

/** A node as it is drawn. */
export interface DrawnNode {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  /** Its radius in pixels. */
  readonly size: number;
  /** Whether something is disputed about it: it has a ring. */
  readonly disputed: boolean;
}

/** An edge as it is drawn. */
export interface DrawnEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly mark: Mark;
  /** By how many pixels it lies beside the line between its ends. */
  readonly lane: number;
}

/** A group of edges that are not shown, as it is drawn: a box beside the node that they are of. */
export interface DrawnGroup {
  readonly id: string;
  /** The id of that node. */
  readonly node: string;
  /** "+4,975 cast →" */
  readonly label: string;
}

/** The radius of the disc around a group's box, in pixels. */
export const GROUP_SIZE = 14;

export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly groups: readonly DrawnGroup[];
}

/** Whether a drawing is so large that it has to be drawn with less care to be moved about. */
export function isLarge({ edges }: Drawing): boolean {
  return edges.length > 3_000;
}

/** Above so many nodes all of it is drawn smaller. */
const CROWD = 250;

/** By what sizes are multiplied, so that many nodes find room: 1 unless they are a crowd. */
export function crowdScale({ nodes }: Drawing): number {
  return Math.max(0.22, Math.min(1, Math.sqrt(CROWD / nodes.length)));
}

/** How far apart the edges are that join the same two nodes, in pixels. */
const LANE = 7;

/** How what is shown is drawn. Nodes are the larger the more edges lead to them here, within bounds. */
export function drawingOf(
  { nodes, links }: Pick<Shown, "nodes" | "links">,
  disputed: Disputed,
  groups: readonly Group[],
): Drawing {
  const degrees = new Map<string, number>();
  for (const { subject, object } of links) {
    for (const { id } of [subject, object]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  const lanes = lanesOf(links);
  const drawn = new Set(nodes.map(({ id }) => id));
  return {
    nodes: nodes.map((node) => drawnNode(node, degrees.get(node.id) ?? 0, disputed)),
    edges: links.map((link) => ({
      id: link.id,
      source: link.subject.id,
      target: link.object.id,
      label: edgeLabel(link),
      mark: markOf(link, disputed),
      lane: lanes.get(link.id) ?? 0,
    })),
    groups: groups
      .filter(({ node }) => drawn.has(node.id))
      .map(({ id, node, expansion, total, shown }) => ({
        id,
        node: node.id,
        label: `+${count(total - shown)} ${arrowed(expansion)}`,
      })),
  };
}

function drawnNode({ id, name, __typename: type }: NodeAnswer, degree: number, disputed: Disputed): DrawnNode {
  const ring = disputed.nodes.has(id);
  const radius = Math.min(16, 6 + 1.6 * Math.sqrt(degree));
  return { id, label: name, type, size: ring ? radius * 1.5 : radius, disputed: ring };
}

/** What an edge says, shortly: its relationship, what is special to it, and whether it happened if it did not. */
export function edgeLabel(link: LinkAnswer): string {
  const happened = link.modality === "ACTUAL" ? [] : [modalityWord(link.modality)];
  return [words(link.type), ...(link.form === null ? [] : qualities(link).slice(0, 1)), ...happened].join(" · ");
}

/** Spreads the edges between the same two nodes around the line between them, whichever way they point. */
function lanesOf(links: readonly LinkAnswer[]): ReadonlyMap<string, number> {
  const between = new Map<string, LinkAnswer[]>();
  for (const link of links) {
    const key = [link.subject.id, link.object.id].sort().join(" ");
    const parallel = between.get(key);
    if (parallel === undefined) between.set(key, [link]);
    else parallel.push(link);
  }
  return new Map(
    [...between.values()].flatMap((parallel) =>
      parallel.map((link, index) => {
        const side = link.subject.id < link.object.id ? 1 : -1;
        return [link.id, side * (index - (parallel.length - 1) / 2) * LANE] as const;
      }),
    ),
  );
}
