import { u32, u8 } from "../../graph/arrays.js";
import type { Adjacency, RelationshipTable } from "../../graph/model.js";
import { STANCES } from "../../graph/stance.js";
import type { Hop, Visibility } from "../../plan/filter.js";
import { tablesOf } from "./context.js";
import type { Context } from "./context.js";
import { compileEdgeFilter } from "./filter.js";

/** Told of an edge and of the node at its far end. Returns true to be told of no more. */
export type EdgeVisitor = (edge: number, far: number) => boolean;

/** A hop, ready to be taken from any number of nodes. */
export interface CompiledHop {
  readonly tables: readonly RelationshipTable[];
  /** Whether the edges of a node come in order of id. */
  readonly ordered: boolean;
  /** Visits the edges of a node that are visible and pass the hop's filter. Returns whether the visitor ended it. */
  each(node: number, visit: EdgeVisitor): boolean;
  /** Visits those that pass the filter and are not visible. */
  eachHidden(node: number, visit: EdgeVisitor): boolean;
  /** The node at the other end of an edge seen from a node. */
  far(node: number, edge: number): number;
}

/** Compiles a hop once for all nodes it is taken from. */
export function compileHop(context: Context, hop: Hop): CompiledHop {
  const { graph, meter } = context;
  const { subject, object, stance } = graph.edges;
  const tables = tablesOf(graph, hop.relationships);
  const filter = hop.edge === null ? null : compileEdgeFilter(context, hop.edge, tables);
  const visible = visibleStances(hop.visible);
  const hidden = hiddenStances(visible);
  const outgoing = hop.direction !== "in";
  const incoming = hop.direction !== "out";

  const walk = (
    adjacency: Adjacency,
    node: number,
    ends: Uint32Array,
    seen: Uint8Array,
    skip: number,
    visit: EdgeVisitor,
  ): boolean => {
    const { offsets, edges } = adjacency;
    const at = node - adjacency.first;
    if (at < 0 || at >= offsets.length - 1) return false;
    const end = u32(offsets, at + 1);
    const start = u32(offsets, at);
    if (start === end) return false;
    for (let position = start; position < end; position++) {
      meter.look(1);
      const edge = edges === null ? position : u32(edges, position);
      if (u8(seen, u8(stance, edge)) === 0) continue;
      const far = u32(ends, edge);
      if (far === skip) continue;
      if (filter !== null && !filter(edge)) continue;
      if (visit(edge, far)) return true;
    }
    return false;
  };
  const each = (node: number, seen: Uint8Array, visit: EdgeVisitor): boolean => {
    for (const table of tables) {
      if (outgoing && walk(table.out, node, object, seen, -1, visit)) return true;
      // Taken both ways, a self-loop has been visited on the way out.
      if (incoming && walk(table.in, node, subject, seen, outgoing ? node : -1, visit)) return true;
    }
    return false;
  };
  return {
    tables,
    ordered: hop.direction === "out" || (hop.direction === "in" && tables.length <= 1),
    each: (node, visit) => each(node, visible, visit),
    eachHidden: (node, visit) => hidden.includes(1) && each(node, hidden, visit),
    far: (node, edge) => {
      const to = u32(object, edge);
      if (hop.direction === "out") return to;
      const from = u32(subject, edge);
      return hop.direction === "in" || to === node ? from : to;
    },
  };
}

/** For each stance 1 if it is one that the given ones keep out, else 0. What is outside of the view is neither. */
export function hiddenStances(visible: Uint8Array): Uint8Array {
  return visible.map((seen) => 1 - seen);
}

/** For each stance 1 if it is let through, else 0. */
export function visibleStances(visible: Visibility): Uint8Array {
  return Uint8Array.from(STANCES, ({ modality, rank }) => {
    const seen = visible.modalities === null || visible.modalities.includes(modality);
    return seen && (visible.ranks === null || visible.ranks.includes(rank)) ? 1 : 0;
  });
}
