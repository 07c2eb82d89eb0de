import { searchTexts } from "../../graph/search.js";
import type { SearchText } from "../../graph/search.js";
import { compareText } from "../../graph/text.js";
import { QUOTES_COLUMN, decodeNode } from "../../store/neo4j/elements.js";
import { decodeEvidence } from "../../store/neo4j/evidence.js";
import type { Columns } from "../../store/neo4j/values.js";
import { shownNode } from "../shown.js";
import { CLAIMS } from "./element.js";
import type { PlanParts } from "./parts.js";
import { ALIASES, QUOTED } from "./search-statements.js";

/** The texts in which search looks, of a candidate as fetched. */
export function textsOf({ ontology, view }: PlanParts, columns: Columns): readonly SearchText[] {
  const list = (name: string): readonly Columns[] => (columns[name] ?? []) as readonly Columns[];
  if (columns[QUOTED] === undefined) {
    const aliases = ((columns["aliases"] ?? []) as readonly string[]).map((text) => ({ text }));
    const node = decodeNode(columns, aliases, [], ontology);
    return searchTexts(node, ontology, (columns[QUOTES_COLUMN] ?? []) as readonly string[]);
  }
  const { evidence } = view;
  const whole = decodeNode(columns, list(ALIASES), list(CLAIMS), ontology);
  const node = evidence === null ? whole : shownNode(whole, evidence, ontology);
  const all = [...whole.evidence, ...list(QUOTED).flatMap(decodeEvidence)];
  const shown = evidence === null ? all : evidence.of(all);
  const quotes = new Set(shown.flatMap(({ quote }) => quote ?? []));
  return searchTexts(node, ontology, [...quotes].sort(compareText));
}
