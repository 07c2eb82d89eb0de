import { PlenaryError } from "../../errors.js";
import { u32 } from "../../graph/arrays.js";
import { passagesWith, placeOf } from "../../graph/concordance.js";
import type { Concordance } from "../../graph/concordance.js";
import { findNode, nodeId, typeName } from "../../graph/ids.js";
import type { Graph } from "../../graph/model.js";
import { nodeRecord } from "../../graph/read-records.js";
import { tokenise } from "../../graph/search.js";
import type { Key, PassagesPlan } from "../../plan/plan.js";
import { compileConnection } from "./connection.js";
import type { Context } from "./context.js";
import { fieldCompiler } from "./fields.js";
import { compileNodeFilter } from "./filter.js";
import type { Meter } from "./meter.js";
import type { Element, Ordering } from "./order.js";
import { shownEvidence } from "./view/evidence.js";

/** The text of a paragraph, counted from 1, of the source with an id; null where it is not at hand. */
export type PassageText = (source: string, paragraph: number) => string | null;

/** Where passages are looked for. */
export interface Passages {
  /** The graph with the concordance; the one at hand may be a view of it. */
  readonly whole: Graph;
  readonly text: PassageText;
}

/** Runs a search in passages. An element is a source, with a passage in the place of an edge. */
export function runPassages(context: Context, plan: PassagesPlan, { whole, text }: Passages): object {
  const { concordance } = whole;
  if (concordance === null) {
    throw new PlenaryError(
      "NOT_SUPPORTED",
      "search(in: PASSAGES): this graph has no concordance. Make one with `plenary build --texts FOLDER`; the folder holds the texts that " +
        "sources name by `file`.",
    );
  }
  const nodeOf = compileSources(context, plan, whole);
  const elements: Element[] = [];
  for (const passage of findPassages(concordance, tokenise(plan.text), context.meter)) {
    context.meter.step();
    const node = nodeOf(placeOf(concordance, passage).source);
    if (node !== null) elements.push({ edge: passage, node });
  }
  const shape = { page: plan.page, parts: plan.parts, tables: [], links: false };
  const connection = compileConnection(context, shape, fieldCompiler(context));
  const source = {
    ordered: false,
    each: (visit: (element: Element) => boolean) => void elements.some(visit),
    size: elements.length,
    range: null,
  };
  return connection(
    source,
    byFewestWords(context.graph, concordance),
    () => undefined,
    ({ edge }) => {
      const place = placeOf(concordance, edge);
      return { matched: ["passage"], paragraph: place.paragraph, passage: text(place.source, place.paragraph) };
    },
  );
}

/**
 * The passages that hold every token, the last as a prefix. What each token is found in is known beforehand, and counted like edges before
 * any of it is looked at.
 */
function findPassages(concordance: Concordance, tokens: readonly string[], meter: Meter): Iterable<number> {
  const found = tokens.map((token, index) => passagesWith(concordance, token, index === tokens.length - 1));
  meter.look(found.reduce((sum, passages) => sum + passages.length, 0));
  const [fewest, ...others] = found.sort((a, b) => a.length - b.length);
  return others.reduce<ReadonlySet<number>>((both, passages) => {
    const next = new Set<number>();
    for (const passage of passages) if (both.has(passage)) next.add(passage);
    return next;
  }, new Set(fewest));
}

/** The node of a source, by its id, where the plan's view shows its passages and the plan asks for it; else null. */
function compileSources(
  { graph, ...context }: Context,
  { types, where, view }: PassagesPlan,
  whole: Graph,
): (id: string) => number | null {
  const satisfies = where === null ? () => true : compileNodeFilter({ graph, ...context }, where);
  const isChosen = (id: string): boolean => {
    if (view === undefined) return true;
    const recorded = findNode(whole, id);
    return recorded !== null && shownEvidence(view, [nodeRecord(whole, recorded)]).source(id);
  };
  const find = (id: string): number | null => {
    const node = findNode(graph, id);
    return node !== null && types.includes(typeName(graph, node)) && isChosen(id) && satisfies(node) ? node : null;
  };
  const known = new Map<string, number | null>();
  return (id) => {
    const node = known.get(id);
    if (node !== undefined) return node;
    const found = find(id);
    known.set(id, found);
    return found;
  };
}

/** By how many different words a passage has, then by its paragraph, then by the id of its source. The key is all three. */
function byFewestWords(graph: Graph, concordance: Concordance): Ordering {
  const size = ({ edge }: Element): number => u32(concordance.sizes, edge);
  const paragraph = ({ edge }: Element): number => placeOf(concordance, edge).paragraph;
  const id = ({ node }: Element): number => u32(graph.nodes.id, node);
  return {
    byId: false,
    compare: (a, b) => size(a) - size(b) || paragraph(a) - paragraph(b) || id(a) - id(b),
    against: (key: Key) => {
      const [words, place, source] = key;
      if (typeof words !== "number" || typeof place !== "number" || typeof source !== "string") {
        throw new PlenaryError("BAD_USER_INPUT", "The cursor does not belong to a search in passages.");
      }
      const position = graph.strings.position(source);
      return (element) => size(element) - words || paragraph(element) - place || id(element) - position;
    },
    key: (element) => [size(element), paragraph(element), nodeId(graph, element.node)],
  };
}
