import type { Transaction } from "neo4j-driver";

import { PlenaryError } from "../../errors.js";
import { type Match, rankMatch, tokenise } from "../../graph/search.js";
import { compareText } from "../../graph/text.js";
import type { Key, Page, SearchPlan } from "../../plan/plan.js";
import type { Columns } from "../../store/neo4j/values.js";
import { decodeConnection } from "./decode-connection.js";
import { decodeWith } from "./named.js";
import type { PlanParts } from "./parts.js";
import { CANDIDATE, FOUND_ID, RESULT, pageIds, queryName, rankedIds } from "./search-statements.js";
import { textsOf } from "./search-texts.js";

/** A node that matches, and where it stands among them. */
interface Ranked extends Match {
  readonly id: string;
}

/** One page of the matches, best first. */
interface Window {
  readonly matches: readonly Ranked[];
  readonly earlier: boolean;
  readonly later: boolean;
}

/**
 * Runs a search: the full-text index gives the nodes that have all tokens, the shared ranking orders them, and one more statement
 * reads the page with all its nesting.
 */
export async function runSearch(parts: PlanParts, transaction: Transaction, plan: SearchPlan): Promise<object> {
  const tokens = tokenise(plan.text);
  const ranked = tokens.length === 0 ? [] : await rank(parts, transaction, plan, tokens);
  const { matches, earlier, later } = selectWindow(ranked, plan.page);
  const { cypher, parameters, name } = parts.statements.search(plan);
  const values = {
    ...parameters,
    [pageIds(name)]: matches.map(({ id }) => id),
    [rankedIds(name)]: ranked.map(({ id }) => id),
  };
  const { records } = await transaction.run(cypher, values);
  const found = (records[0]?.get(RESULT) ?? {}) as Columns;
  const rows = new Map(((found["page"] ?? []) as readonly Columns[]).map((row) => [row[FOUND_ID], row]));
  const page = matches.map((match) => ({ ...rows.get(match.id), key: keyOf(match), matched: match.matched }));
  const ordered = plan.page.first === null ? page.reverse() : page;
  const connection = { ...found, page: ordered, earlier, later, totalCount: ranked.length, omitted: [] };
  return decodeWith(parts, transaction, (decoder) => decodeConnection(decoder, plan, connection));
}

async function rank(
  parts: PlanParts,
  transaction: Transaction,
  plan: SearchPlan,
  tokens: readonly string[],
): Promise<readonly Ranked[]> {
  const { cypher, parameters, name } = parts.statements.candidates(plan);
  const { records } = await transaction.run(cypher, { ...parameters, [queryName(name)]: luceneQuery(tokens) });
  return records
    .flatMap((record) => {
      const columns = record.get(CANDIDATE) as Columns;
      const match = rankMatch(tokens, textsOf(parts, columns));
      return match === null ? [] : [{ id: String(columns["id"]), ...match }];
    })
    .sort(compareRanked);
}

/** All tokens, the last as a prefix. Tokens are letters and digits in lower case, so none of them means anything to Lucene. */
function luceneQuery(tokens: readonly string[]): string {
  return tokens.map((token, i) => `+${token}${i === tokens.length - 1 ? "*" : ""}`).join(" ");
}

function selectWindow(ranked: readonly Ranked[], page: Page): Window {
  const { after, before, first, last } = page;
  const start = after === null ? 0 : ranked.filter((match) => against(match, after) <= 0).length;
  const end = before === null ? ranked.length : ranked.filter((match) => against(match, before) < 0).length;
  const within = ranked.slice(start, Math.max(start, end));
  const matches = first === null ? within.slice(Math.max(0, within.length - (last ?? 0))) : within.slice(0, first);
  const left = within.length > matches.length;
  return {
    matches,
    earlier: start > 0 || (first === null && left),
    later: end < ranked.length || (first !== null && left),
  };
}

function compareRanked(a: Ranked, b: Ranked): number {
  return a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || compareText(a.id, b.id);
}

function against(match: Ranked, key: Key): number {
  const [field, tokens, id] = key;
  if (typeof field !== "number" || typeof tokens !== "number" || typeof id !== "string") {
    throw new PlenaryError("BAD_USER_INPUT", "The cursor does not belong to a search.");
  }
  return match.rank[0] - field || match.rank[1] - tokens || compareText(match.id, id);
}

function keyOf({ rank: [field, tokens], id }: Ranked): Key {
  return [field, tokens, id];
}
