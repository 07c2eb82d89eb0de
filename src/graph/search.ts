import type { Ontology } from "../ontology/model.js";
import type { NodeRecord } from "./record.js";

/** How text is found: the tokens, the fields and the ranking that every engine shares. */

/** A searchable text of a node and the field it stands in. */
export interface SearchText {
  readonly field: string;
  readonly text: string;
}

/** How well a node matches. Lower ranks are better; ties go by id. */
export interface Match {
  /** Names of the fields in which at least one query token was found, in rank order. */
  readonly matched: readonly string[];
  /** The best field that alone holds every query token (the number of fields where none does), and the fewest tokens of such a text. */
  readonly rank: readonly [number, number];
}

/**
 * The tokens of a text: compatibility-decomposed, accents dropped, lower case, split at whatever is neither letter nor digit.
 * Apostrophes join ("people's" is one token, `peoples`).
 */
export function tokenise(text: string): string[] {
  const folded = text
    .normalize("NFKD")
    .replace(/[\p{Mn}'’ʼ]/gu, "")
    .toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The field of the phrases that sources are quoted with: searched after every field of the type itself. */
export const QUOTES = "quotes";

/** The fields of a concrete type that are searched, best first: the name, the aliases, then every other `@fulltext` property. */
export function searchFields(ontology: Ontology, type: string): readonly string[] {
  const definition = ontology.types.get(type);
  if (definition === undefined) return [];
  const indexed = definition.properties.filter((property) => property.fulltext).map((property) => property.name);
  const others = indexed.filter((name) => name !== "name");
  return [...(indexed.includes("name") ? ["name"] : []), "aliases", ...others];
}

/**
 * Every text of a node that is searched, in rank order of its fields.
 *
 * @param quotes the phrases quoted for it: see `src/graph/quotes.ts`
 */
export function searchTexts(node: NodeRecord, ontology: Ontology, quotes: readonly string[]): SearchText[] {
  const own = searchFields(ontology, node.type).flatMap((field) => {
    if (field === "aliases") return node.aliases.map((alias) => ({ field, text: alias.text }));
    const value = node.properties[field];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.filter((text) => typeof text === "string").map((text) => ({ field, text }));
  });
  return [...own, ...quotes.map((text) => ({ field: QUOTES, text }))];
}

/**
 * Matches a query against the texts of one node, given in rank order of their fields.
 *
 * @param query tokens of the query; each must be found, the last one as a prefix
 * @returns null where a token is found nowhere, or there are none
 */
export function rankMatch(query: readonly string[], texts: readonly SearchText[]): Match | null {
  if (query.length === 0) return null;
  const fields = [...new Set(texts.map((text) => text.field))];
  const matched = new Set<string>();
  const missing = new Set(query.keys());
  let best: readonly [number, number] = [fields.length, Number.MAX_SAFE_INTEGER];
  for (const { field, text } of texts) {
    const tokens = tokenise(text);
    const found = [...query.keys()].filter((i) => contains(tokens, query, i));
    if (found.length === 0) continue;
    matched.add(field);
    for (const i of found) missing.delete(i);
    const rank = [found.length === query.length ? fields.indexOf(field) : fields.length, tokens.length] as const;
    if (rank[0] < best[0] || (rank[0] === best[0] && rank[1] < best[1])) best = rank;
  }
  if (missing.size > 0) return null;
  return { matched: fields.filter((field) => matched.has(field)), rank: best };
}

function contains(tokens: readonly string[], query: readonly string[], index: number): boolean {
  const wanted = query[index] ?? "";
  return index === query.length - 1 ? tokens.some((token) => token.startsWith(wanted)) : tokens.includes(wanted);
}
