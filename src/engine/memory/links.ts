import { u32, u8 } from "../../graph/arrays.js";
import { edgeId, nodeId } from "../../graph/ids.js";
import type { RelationshipTable } from "../../graph/model.js";
import { compareText } from "../../graph/text.js";
import type { LinksPlan } from "../../plan/plan.js";
import { compileConnection } from "./connection.js";
import type { Hidden } from "./connection.js";
import { tablesOf } from "./context.js";
import type { Context } from "./context.js";
import { fieldCompiler } from "./fields.js";
import { compileEdgeFilter } from "./filter.js";
import type { Predicate } from "./filter.js";
import { hiddenStances, visibleStances } from "./hop.js";
import { compileOrder } from "./order.js";
import type { Element } from "./order.js";
import type { Range, Source } from "./source.js";

/** Runs a connection over all edges of some relationship types. */
export function runLinks(context: Context, plan: LinksPlan): object {
  const tables = tablesOf(context.graph, plan.relationships);
  const where = plan.where === null ? null : compileEdgeFilter(context, plan.where, tables);
  const visible = visibleStances(plan.visible);
  const ordering = compileOrder(context, plan.order, "edge", tables);
  const shape = { page: plan.page, parts: plan.parts, tables, links: true };
  const connection = compileConnection(context, shape, fieldCompiler(context));
  return connection(
    linkSource(context, tables, visible, where),
    ordering,
    hiddenLinks(context, tables, visible, where),
  );
}

function linkSource(
  context: Context,
  tables: readonly RelationshipTable[],
  visible: Uint8Array,
  where: Predicate | null,
): Source {
  const { stance } = context.graph.edges;
  const passes = (edge: number): boolean => {
    context.meter.look(1);
    return u8(visible, u8(stance, edge)) === 1 && (where === null || where(edge));
  };
  return {
    ordered: false,
    each: (visit) => {
      for (const { start, end } of tables) {
        for (let edge = start; edge < end; edge++) if (passes(edge) && visit({ edge, node: -1 })) return;
      }
    },
    size: where === null ? tables.reduce((sum, table) => sum + countSeen(table, visible), 0) : null,
    range: linkRange(context, tables, passes),
  };
}

function hiddenLinks(
  context: Context,
  tables: readonly RelationshipTable[],
  visible: Uint8Array,
  where: Predicate | null,
): Hidden {
  const { stance } = context.graph.edges;
  const hidden = hiddenStances(visible);
  return (visit) => {
    for (const table of tables) {
      if (countSeen(table, hidden) === 0) continue;
      context.meter.look(table.end - table.start);
      for (let edge = table.start; edge < table.end; edge++) {
        context.meter.step();
        if (u8(hidden, u8(stance, edge)) === 1 && (where === null || where(edge))) visit(edge);
      }
    }
  };
}

function countSeen(table: RelationshipTable, visible: Uint8Array): number {
  return table.stances.reduce((sum, count, stance) => sum + count * u8(visible, stance), 0);
}

/** Edges in order of id: subject by subject, type by type, as they are numbered. */
function linkRange(context: Context, tables: readonly RelationshipTable[], passes: Predicate): Range {
  const { graph } = context;
  const { bySubject } = graph.nodes;
  const edgesOf = (subject: number): number[] =>
    tables.flatMap(({ out }) => {
      const at = subject - out.first;
      if (at < 0 || at >= out.offsets.length - 1) return [];
      const start = u32(out.offsets, at);
      return Array.from({ length: u32(out.offsets, at + 1) - start }, (_, index) => start + index);
    });
  /** The place of the first subject whose edges do not all come before an edge id. */
  const place = (id: string): number => {
    const subject = `${id.split("/", 1)[0] ?? ""}/`;
    let low = 0;
    let high = bySubject.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareText(`${nodeId(graph, u32(bySubject, middle))}/`, subject) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    *ascending(id, inclusive): Generator<Element> {
      const first = id === null ? 0 : place(id);
      for (let at = first; at < bySubject.length; at++) {
        context.meter.step();
        for (const edge of edgesOf(u32(bySubject, at))) {
          if (id !== null && at === first && !beyond(compareText(edgeId(graph, edge), id), inclusive)) continue;
          if (passes(edge)) yield { edge, node: -1 };
        }
      }
    },
    *descending(id, inclusive): Generator<Element> {
      const first = id === null ? bySubject.length - 1 : Math.min(place(id), bySubject.length - 1);
      for (let at = first; at >= 0; at--) {
        context.meter.step();
        for (const edge of edgesOf(u32(bySubject, at)).reverse()) {
          if (id !== null && at === first && !beyond(compareText(id, edgeId(graph, edge)), inclusive)) continue;
          if (passes(edge)) yield { edge, node: -1 };
        }
      }
    },
  };
}

function beyond(order: number, inclusive: boolean): boolean {
  return inclusive ? order >= 0 : order > 0;
}
