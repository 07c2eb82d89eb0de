import { u8 } from "../../graph/arrays.js";
import type { RelationshipTable } from "../../graph/model.js";
import { STANCES } from "../../graph/stance.js";
import type { ConnectionPart, LinkConnectionPart, Page } from "../../plan/plan.js";
import type { Context } from "./context.js";
import type { EdgeReader, NodeReader } from "./fields.js";
import type { FieldCompiler } from "./fields.js";
import { compileGroups } from "./groups.js";
import type { GroupCounter } from "./groups.js";
import type { Element, Ordering } from "./order.js";
import { canSeek, pageSelector, seekPage } from "./page.js";
import type { Window } from "./page.js";
import type { ElementVisitor, Source } from "./source.js";

/** What one kind of connection brings along. */
export interface ConnectionShape {
  readonly page: Page;
  readonly parts: readonly (ConnectionPart | LinkConnectionPart)[];
  readonly tables: readonly RelationshipTable[];
  /** Whether the nodes of the connection are edges. */
  readonly links: boolean;
}

/** The elements that visibility keeps out. Visits those that the filters let through. */
export type Hidden = (visit: (edge: number) => void) => void;

/** Evaluates a compiled connection over one source. */
export type Connection = (source: Source, ordering: Ordering, hidden: Hidden, find?: Find) => object;

/** What a search found of an element. */
export type Find = (element: Element) => Found;

export interface Found {
  /** The names of the fields that matched. */
  readonly matched: readonly string[];
  /** Of a search in passages, where it stands, and its text where that is at hand. */
  readonly paragraph: number | null;
  readonly passage: string | null;
}

/** Of what no search has found. */
export const NOTHING_FOUND: Found = { matched: [], paragraph: null, passage: null };

interface Outcome {
  readonly window: Window | null;
  readonly count: number;
  readonly groups: readonly GroupCounter[];
}
type Part = (outcome: Outcome, ordering: Ordering, hidden: Hidden, find: Find) => unknown;

/** Compiles the parts of a connection once for every source it is evaluated over. */
export function compileConnection(context: Context, shape: ConnectionShape, fields: FieldCompiler): Connection {
  const groupers: (() => GroupCounter)[] = [];
  const parts = shape.parts.map((part) => [part.as, compilePart(context, part, shape, fields, groupers)] as const);
  const paged = shape.parts.some(({ kind }) => kind === "edges" || kind === "nodes" || kind === "pageInfo");
  const counted = shape.parts.some(({ kind }) => kind === "totalCount");
  return (source, ordering, hidden, find = () => NOTHING_FOUND) => {
    const groups = groupers.map((start) => start());
    const sought = paged && canSeek(source, ordering, shape.page);
    const selector = paged && !sought ? pageSelector(ordering, shape.page) : null;
    const counting = counted && source.size === null;
    let count = source.size ?? 0;
    if (selector !== null || counting || groups.length > 0) {
      const visitors: ElementVisitor[] = selector === null ? [] : [selector.visit];
      if (counting) {
        visitors.push(() => {
          count++;
          return false;
        });
      }
      for (const group of groups) {
        visitors.push((element) => {
          group.add(element);
          return false;
        });
      }
      source.each((element) => {
        context.meter.step();
        for (const visit of visitors) visit(element);
        return false;
      });
    }
    const window = sought ? seekPage(source, ordering, shape.page) : (selector?.window() ?? null);
    const outcome = { window, count, groups };
    return Object.fromEntries(parts.map(([as, part]) => [as, part(outcome, ordering, hidden, find)]));
  };
}

function compilePart(
  context: Context,
  part: ConnectionPart | LinkConnectionPart,
  shape: ConnectionShape,
  fields: FieldCompiler,
  groupers: (() => GroupCounter)[],
): Part {
  switch (part.kind) {
    case "edges": {
      const read = fields.edge(part.fields, shape.tables);
      return (outcome, ordering, _hidden, find) => rows(outcome, ordering, find, read);
    }
    case "nodes": {
      if (shape.links) {
        const read = fields.edge(part.fields as Parameters<FieldCompiler["edge"]>[0], shape.tables);
        return (outcome, ordering, _hidden, find) => rows(outcome, ordering, find, read);
      }
      const read: NodeReader = fields.node(part.fields as Parameters<FieldCompiler["node"]>[0]);
      return ({ window }) => (window?.elements ?? []).map((element) => read(element.node));
    }
    case "totalCount":
      return ({ count }) => count;
    case "pageInfo":
      return ({ window }, ordering) => pageInfo(window, ordering);
    case "omitted":
      return (_outcome, _ordering, hidden) => omitted(context, hidden);
    case "groups": {
      const index = groupers.length;
      const readers = { subject: fields.node(part.subject), object: fields.node(part.object) };
      groupers.push(compileGroups(context, part, shape.tables, readers));
      return ({ groups }) => groups[index]?.result();
    }
  }
}

function rows({ window }: Outcome, ordering: Ordering, find: Find, read: EdgeReader): readonly object[] {
  return (window?.elements ?? []).map((element) => read(element, { key: () => ordering.key(element), find }));
}

function pageInfo(window: Window | null, ordering: Ordering): object {
  const elements: readonly Element[] = window?.elements ?? [];
  const [first] = elements;
  const last = elements.at(-1);
  return {
    hasNextPage: window?.hasNextPage ?? false,
    hasPreviousPage: window?.hasPreviousPage ?? false,
    startKey: first === undefined ? null : ordering.key(first),
    endKey: last === undefined ? null : ordering.key(last),
  };
}

function omitted(context: Context, hidden: Hidden): readonly object[] {
  const counts = STANCES.map(() => 0);
  hidden((edge) => {
    const stance = u8(context.graph.edges.stance, edge);
    counts[stance] = (counts[stance] ?? 0) + 1;
  });
  return STANCES.flatMap(({ modality, rank }, stance) => {
    const count = counts[stance] ?? 0;
    return count === 0 ? [] : [{ modality, rank, count }];
  });
}
