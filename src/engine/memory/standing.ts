import { u32, u8 } from "../../graph/arrays.js";
import type { Adjacency, Graph, RelationshipTable } from "../../graph/model.js";
import { rankOf } from "../../graph/stance.js";
import { RANKS } from "../../ontology/model.js";
import type { MatchPlan } from "../../plan/match.js";
import { tablesOf } from "./context.js";
import { visibleStances } from "./hop.js";

/** What the edges of one node say at each node to which they lead: one edge there, and a value. Made once and read into again and again. */
export interface Standing {
  /** The edge plus 1 by node, from `Sides.first`; 0 for none. */
  readonly edges: Uint32Array;
  /** The position of the value in `Sides.values`; 0 for none. */
  readonly values: Uint8Array;
  /** The nodes that have an edge, in no order; `count` of them. */
  readonly nodes: Uint32Array;
  count: number;
}

/** The edges that a plan compares, from the side of the nodes that they are compared for. */
export interface Sides {
  /** The values of the property by code, null for 0. */
  readonly values: readonly (string | null)[];
  /** The first node to which edges lead. */
  readonly first: number;
  /** How many edges a node has, whatever is seen of them. */
  degree(node: number): number;
  newStanding(): Standing;
  /** Reads the edges of a node, where `only` is given those that lead to where that stands. */
  read(node: number, into: Standing, only: Standing | null): void;
}

const RANK_OF_STANCE = (stance: number): number => RANKS.indexOf(rankOf(stance));

/** Compiles the sides of a plan. Nothing here looks at a clock: the work is known from the degrees. */
export function compileSides(graph: Graph, { relationships, property, end, visible }: MatchPlan): Sides {
  const tables = tablesOf(graph, relationships).map((table) => ({
    near: end === "subject" ? table.out : table.in,
    far: end === "subject" ? table.in : table.out,
    start: table.start,
    codes: enumCodes(table, property),
  }));
  const ends = end === "subject" ? graph.edges.object : graph.edges.subject;
  const { stance } = graph.edges;
  const seen = visibleStances(visible);
  const first = tables.reduce((least, { far }) => Math.min(least, far.first), graph.nodes.count);
  const last = tables.reduce((most, { far }) => Math.max(most, far.first + far.offsets.length - 1), first);
  const column = tables[0]?.codes;
  return {
    values: [null, ...(column?.names ?? [])],
    first,
    degree: (node) => tables.reduce((sum, { near }) => sum + range(near, node).length, 0),
    newStanding: () => ({
      edges: new Uint32Array(last - first),
      values: new Uint8Array(last - first),
      nodes: new Uint32Array(last - first),
      count: 0,
    }),
    read: (node, into, only) => {
      const { edges, values, nodes } = into;
      for (let i = 0; i < into.count; i++) edges[u32(nodes, i)] = 0;
      let count = 0;
      for (const { near, start, codes } of tables) {
        const { from, length } = range(near, node);
        for (let position = from; position < from + length; position++) {
          const edge = near.edges === null ? position : u32(near.edges, position);
          if (u8(seen, u8(stance, edge)) === 0) continue;
          const at = u32(ends, edge) - first;
          if (only !== null && u32(only.edges, at) === 0) continue;
          const value = u8(codes.codes, edge - start);
          const known = u32(edges, at);
          if (known === 0) {
            edges[at] = edge + 1;
            values[at] = value;
            nodes[count++] = at;
            continue;
          }
          // Of several edges to one node the best rank counts; where edges of that rank differ, nobody knows the value.
          const better = RANK_OF_STANCE(u8(stance, edge)) - RANK_OF_STANCE(u8(stance, known - 1));
          if (better < 0) {
            edges[at] = edge + 1;
            values[at] = value;
          } else if (better === 0 && u8(values, at) !== value) values[at] = 0;
        }
      }
      into.count = count;
    },
  };
}

/** Takes the nodes out of a standing that do not satisfy something. */
export function keepOnly(standing: Standing, keep: (node: number) => boolean, first: number): void {
  let count = 0;
  for (let i = 0; i < standing.count; i++) {
    const at = u32(standing.nodes, i);
    if (keep(first + at)) standing.nodes[count++] = at;
    else standing.edges[at] = 0;
  }
  standing.count = count;
}

function range({ first, offsets }: Adjacency, node: number): { readonly from: number; readonly length: number } {
  const at = node - first;
  if (at < 0 || at >= offsets.length - 1) return { from: 0, length: 0 };
  return { from: u32(offsets, at), length: u32(offsets, at + 1) - u32(offsets, at) };
}

function enumCodes(
  { columns, type }: RelationshipTable,
  property: string,
): { readonly codes: Uint8Array; readonly names: readonly string[] } {
  const column = columns.get(property);
  if (column?.kind !== "enum") throw new RangeError(`${type}.${property} is no enum.`);
  return column;
}
