import MiniSearch from "minisearch";

import { PlenaryError } from "../../errors.js";
import { u32 } from "../../graph/arrays.js";
import { nodeId } from "../../graph/ids.js";
import type { Graph } from "../../graph/model.js";
import { quotesOfNode } from "../../graph/quotes.js";
import { nodeRecord } from "../../graph/read-records.js";
import { rankMatch, searchTexts, tokenise } from "../../graph/search.js";
import type { Match } from "../../graph/search.js";
import type { Key, SearchPlan } from "../../plan/plan.js";
import { compileConnection, NOTHING_FOUND } from "./connection.js";
import type { Context } from "./context.js";
import { fieldCompiler } from "./fields.js";
import { compileNodeFilter } from "./filter.js";
import type { Element, Ordering } from "./order.js";

/** Finds the nodes that may match a query. */
export interface SearchIndex {
  /** The nodes that have every token in their texts, the last as a prefix. */
  candidates(tokens: readonly string[]): readonly number[];
}

/** Indexes the words of every node. */
export function buildSearchIndex(graph: Graph): SearchIndex {
  const index = new MiniSearch<{ readonly id: number; readonly words: string }>({
    fields: ["words"],
    // What is indexed and asked for are tokens already.
    tokenize: (words) => words.split(" "),
    processTerm: (term) => term,
  });
  for (let node = 0; node < graph.nodes.count; node++) {
    const texts = searchTexts(nodeRecord(graph, node), graph.ontology, quotesOfNode(graph, node));
    index.add({ id: node, words: [...new Set(texts.flatMap(({ text }) => tokenise(text)))].join(" ") });
  }
  return {
    candidates: (tokens) => {
      const queries = tokens.map((token, i) => ({ queries: [token], prefix: i === tokens.length - 1 }));
      return index.search({ combineWith: "AND", queries }).map((found) => Number(found.id));
    },
  };
}

/** Runs a search. */
export function runSearch(context: Context, plan: SearchPlan, index: SearchIndex): object {
  const { graph, meter } = context;
  const tokens = tokenise(plan.text);
  const where = plan.where === null ? null : compileNodeFilter(context, plan.where);
  const matches = new Map<number, Match>();
  for (const node of tokens.length === 0 ? [] : index.candidates(tokens)) {
    meter.step();
    const record = nodeRecord(graph, node);
    if (!plan.types.includes(record.type) || (where !== null && !where(node))) continue;
    const match = rankMatch(tokens, searchTexts(record, graph.ontology, quotesOfNode(graph, node)));
    if (match !== null) matches.set(node, match);
  }
  const shape = { page: plan.page, parts: plan.parts, tables: [], links: false };
  const connection = compileConnection(context, shape, fieldCompiler(context));
  const source = {
    ordered: false,
    each: (visit: (element: Element) => boolean) => {
      for (const node of matches.keys()) if (visit({ edge: -1, node })) return;
    },
    size: matches.size,
    range: null,
  };
  return connection(
    source,
    byRank(graph, matches),
    () => undefined,
    ({ node }) => ({ ...NOTHING_FOUND, matched: matches.get(node)?.matched ?? [] }),
  );
}

/** Best first: by the rank of the match, then by id. The key is both numbers of the rank and the id. */
function byRank(graph: Graph, matches: ReadonlyMap<number, Match>): Ordering {
  const rank = (element: Element): readonly [number, number] => matches.get(element.node)?.rank ?? [0, 0];
  const id = (element: Element): number => u32(graph.nodes.id, element.node);
  return {
    byId: false,
    compare: (a, b) => {
      const [x, y] = [rank(a), rank(b)];
      return x[0] - y[0] || x[1] - y[1] || id(a) - id(b);
    },
    against: (key: Key) => {
      const [field, tokens, wanted] = key;
      if (typeof field !== "number" || typeof tokens !== "number" || typeof wanted !== "string") {
        throw new PlenaryError("BAD_USER_INPUT", "The cursor does not belong to a search.");
      }
      const position = graph.strings.position(wanted);
      return (element) => {
        const [x, y] = rank(element);
        return x - field || y - tokens || id(element) - position;
      };
    },
    key: (element) => [...rank(element), nodeId(graph, element.node)],
  };
}
