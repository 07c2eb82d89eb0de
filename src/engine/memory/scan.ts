import { u32 } from "../../graph/arrays.js";
import type { Graph, TypeTable } from "../../graph/model.js";
import type { ScanPlan } from "../../plan/plan.js";
import { compileConnection } from "./connection.js";
import type { Context } from "./context.js";
import { fieldCompiler } from "./fields.js";
import { compileNodeFilter } from "./filter.js";
import type { Predicate } from "./filter.js";
import { compileOrder } from "./order.js";
import type { Element } from "./order.js";
import type { Range, Source } from "./source.js";

/** Runs a scan over all nodes of some types. */
export function runScan(context: Context, plan: ScanPlan): object {
  const { graph } = context;
  const where = plan.where === null ? null : compileNodeFilter(context, plan.where);
  const ordering = compileOrder(context, plan.order, "node", []);
  const shape = { page: plan.page, parts: plan.parts, tables: [], links: false };
  const connection = compileConnection(context, shape, fieldCompiler(context));
  const types = graph.types.filter((type) => plan.types.includes(type.name));
  return connection(scanSource(context, types, where), ordering, () => undefined);
}

/** The nodes of some types that satisfy a filter. */
export function scanSource(context: Context, types: readonly TypeTable[], where: Predicate | null): Source {
  return {
    ordered: types.length <= 1,
    each: (visit) => {
      for (const { start, end } of types) {
        for (let node = start; node < end; node++) {
          context.meter.step();
          if ((where === null || where(node)) && visit({ edge: -1, node })) return;
        }
      }
    },
    size: where === null ? types.reduce((sum, { start, end }) => sum + end - start, 0) : null,
    range: scanRange(context, types, where),
  };
}

/** Nodes in order of id: a type's own range is in that order, several types are picked from the order of all nodes. */
function scanRange(context: Context, types: readonly TypeTable[], where: Predicate | null): Range {
  const { graph } = context;
  const [only] = types;
  const sequence = types.length === 1 && only !== undefined ? ofType(only) : ofAll(graph);
  const wanted = Uint8Array.from(graph.types, (type) => (types.includes(type) ? 1 : 0));
  const passes = (node: number): boolean =>
    wanted[graph.nodes.type[node] ?? 0] === 1 && (where === null || where(node));
  const code = (index: number): number => u32(graph.nodes.id, sequence.at(index));
  /** The first place whose node comes after a position among string codes, or stands at it where `inclusive`. */
  const place = (position: number, inclusive: boolean): number => {
    let low = 0;
    let high = sequence.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (inclusive ? code(middle) < position : code(middle) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  function* walk(start: number, step: 1 | -1): Generator<Element> {
    for (let index = start; index >= 0 && index < sequence.length; index += step) {
      context.meter.step();
      const node = sequence.at(index);
      if (passes(node)) yield { edge: -1, node };
    }
  }
  return {
    ascending: (id, inclusive) => walk(id === null ? 0 : place(graph.strings.position(id), inclusive), 1),
    descending: (id, inclusive) =>
      walk((id === null ? sequence.length : place(graph.strings.position(id), !inclusive)) - 1, -1),
  };
}

interface Sequence {
  readonly length: number;
  at(index: number): number;
}

function ofType({ start, end }: TypeTable): Sequence {
  return { length: end - start, at: (index) => start + index };
}

function ofAll({ nodes }: Graph): Sequence {
  return { length: nodes.count, at: (index) => u32(nodes.byId, index) };
}
