import { u32, u8 } from "../../graph/arrays.js";
import { findNode, nodeId } from "../../graph/ids.js";
import type { MatchPlan } from "../../plan/match.js";
import { asksYears, matchResult, rankMatches, yearOf } from "../match.js";
import type { Compared, Meeting, Tally } from "../match.js";
import type { Context } from "./context.js";
import { fieldCompiler } from "./fields.js";
import { compileNodeFilter } from "./filter.js";
import { nodeCells } from "./node-cells.js";
import { compileSides, keepOnly } from "./standing.js";
import type { Sides, Standing } from "./standing.js";

/** Enums have at most 255 values: see `encode-column.ts`. */
const VALUES = 256;

/**
 * Compares the edges of one node with those of others. What it costs is known before it begins: the edges of all nodes compared are
 * charged at once.
 */
export function runMatch(context: Context, plan: MatchPlan): object | null {
  const { graph, meter } = context;
  const of = findNode(graph, plan.of);
  if (of === null) return null;
  const sides = compileSides(graph, plan);
  const others = othersOf(context, plan, of).filter((node) => sides.degree(node) > 0);
  meter.look(others.reduce((sum, node) => sum + sides.degree(node), sides.degree(of)));
  const own = sides.newStanding();
  sides.read(of, own, null);
  if (plan.where !== null) keepOnly(own, compileNodeFilter(context, plan.where), sides.first);
  const other = sides.newStanding();
  const dates = datesAt(context, plan, sides);
  const byYear = asksYears(plan);
  const compared = others.map((node): Compared<number> => {
    meter.checkTime();
    sides.read(node, other, own);
    return { node, id: nodeId(graph, node), tallies: tally(sides, own, other, byYear ? dates : () => 0) };
  });
  const fields = fieldCompiler(context);
  return matchResult<number, number>(plan, rankMatches(plan, compared), {
    node: (node, selected) => fields.node(selected)(node),
    link: (edge, selected) => fields.edge(selected, [])({ edge, node: -1 }),
    meetings: (node) => {
      meter.look(sides.degree(node));
      sides.read(node, other, own);
      return meetings(context, sides, own, other, dates);
    },
  });
}

function othersOf(context: Context, { types, with: filter }: MatchPlan, of: number): readonly number[] {
  const { graph, meter } = context;
  const wanted = filter === null ? () => true : compileNodeFilter(context, filter);
  const others: number[] = [];
  for (const { name, start, end } of graph.types) {
    if (!types.includes(name)) continue;
    for (let node = start; node < end; node++) {
      meter.step();
      if (node !== of && wanted(node)) others.push(node);
    }
  }
  return others;
}

/** The packed date of the node at a place of a standing, 0 for none. */
function datesAt({ graph }: Context, { date }: MatchPlan, { first }: Sides): (at: number) => number {
  const cells = nodeCells(graph, date, false);
  return (at) => (cells.list ? 0 : cells.at(first + at) || 0);
}

function tally({ values }: Sides, own: Standing, other: Standing, dates: (at: number) => number): readonly Tally[] {
  const counts = new Map<number, number>();
  for (let i = 0; i < other.count; i++) {
    const at = u32(other.nodes, i);
    const key = ((yearOf(dates(at)) ?? 0) * VALUES + u8(own.values, at)) * VALUES + u8(other.values, at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({
    of: values[Math.floor(key / VALUES) % VALUES] ?? null,
    with: values[key % VALUES] ?? null,
    year: Math.floor(key / VALUES / VALUES) || null,
    count,
  }));
}

function meetings(
  { graph }: Context,
  { values, first }: Sides,
  own: Standing,
  other: Standing,
  dates: (at: number) => number,
): readonly Meeting<number, number>[] {
  return Array.from(other.nodes.subarray(0, other.count), (at) => ({
    node: first + at,
    id: nodeId(graph, first + at),
    date: dates(at),
    of: values[u8(own.values, at)] ?? null,
    with: values[u8(other.values, at)] ?? null,
    links: { of: u32(own.edges, at) - 1, with: u32(other.edges, at) - 1 },
  }));
}
