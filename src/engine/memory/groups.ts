import { u32 } from "../../graph/arrays.js";
import { nodeId } from "../../graph/ids.js";
import type { RelationshipTable } from "../../graph/model.js";
import { compareText } from "../../graph/text.js";
import type { GroupKey, GroupsPart } from "../../plan/plan.js";
import { cellValues } from "./cells.js";
import type { Context } from "./context.js";
import { edgeCells } from "./edge-cells.js";
import type { NodeReader } from "./fields.js";
import { nodeCells } from "./node-cells.js";
import { cellValue } from "./order.js";
import type { Element } from "./order.js";

/** Counts elements by keys as they go by. */
export interface GroupCounter {
  add(element: Element): void;
  /** The value of a `GroupsPart`. */
  result(): unknown;
}

/** One key of an element as numbers (several for a list, NaN for none), and the text that such a number stands for. */
interface Keyed {
  readonly values: (element: Element) => readonly number[];
  readonly text: (value: number) => string | null;
}

interface Group {
  readonly values: readonly number[];
  count: number;
}

/** Compiles a part once; each call of the function it returns starts to count anew. */
export function compileGroups(
  context: Context,
  part: GroupsPart,
  tables: readonly RelationshipTable[],
  readers: { readonly subject: NodeReader; readonly object: NodeReader },
): () => GroupCounter {
  const keys = part.by.map((key) => compileKey(context, key, tables));
  const ends = { subject: endAt(part, "subject"), object: endAt(part, "object") };
  const end = (group: Group, side: "subject" | "object"): unknown => {
    const node = group.values[ends[side]];
    return node === undefined ? null : readers[side](node);
  };
  return () => {
    const groups = new Map<string, Group>();
    return {
      add: (element) => {
        for (const values of combine(keys.map((key) => key.values(element)))) {
          const name = values.join(" ");
          const group = groups.get(name);
          if (group === undefined) groups.set(name, { values, count: 1 });
          else group.count++;
        }
      },
      result: () => {
        const keyed = [...groups.values()].map((group) => ({
          group,
          key: group.values.map((value, index) => keys[index]?.text(value) ?? null),
        }));
        keyed.sort((a, b) => b.group.count - a.group.count || compareKeys(a.key, b.key));
        return {
          totalCount: keyed.length,
          groups: keyed.slice(0, part.first).map(({ group, key }) => ({
            key,
            count: group.count,
            subject: end(group, "subject"),
            object: end(group, "object"),
          })),
        };
      },
    };
  };
}

function compileKey(context: Context, key: GroupKey, tables: readonly RelationshipTable[]): Keyed {
  const { graph } = context;
  if (key.kind === "end") {
    const ends = key.end === "subject" ? graph.edges.subject : graph.edges.object;
    return { values: (element) => [u32(ends, element.edge)], text: (node) => nodeId(graph, node) };
  }
  const { name, type, list } = key.property;
  const onEdge = key.on === "edge";
  const cells = onEdge ? edgeCells(graph, tables, name, list) : nodeCells(graph, name, list);
  const read = (element: Element): readonly number[] => cellValues(cells, onEdge ? element.edge : element.node);
  if (key.kind === "year") {
    const years = (element: Element): number[] => read(element).map((date) => Math.floor(date / 10_000));
    return {
      values: (element) => distinct(years(element)),
      text: (year) => (Number.isNaN(year) ? null : String(year).padStart(4, "0")),
    };
  }
  return {
    values: (element) => distinct(read(element)),
    text: (cell) => {
      const value = cellValue(graph, cell, type);
      return value === null ? null : String(value);
    },
  };
}

function endAt(part: GroupsPart, end: "subject" | "object"): number {
  return part.by.findIndex((key) => key.kind === "end" && key.end === end);
}

/** Every distinct value, or NaN alone where there is none. */
function distinct(values: readonly number[]): readonly number[] {
  if (values.length === 0) return [NaN];
  return values.length === 1 ? values : [...new Set(values)];
}

/** Every way to take one value from each list. */
function combine(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return lists.reduce<readonly (readonly number[])[]>(
    (heads, list) => heads.flatMap((head) => list.map((value) => [...head, value])),
    [[]],
  );
}

/** Key by key, by code point, nulls last. */
function compareKeys(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? null, b[i] ?? null];
    if (x === y) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    return compareText(x, y);
  }
  return 0;
}
