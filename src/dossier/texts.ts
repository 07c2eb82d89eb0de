import type { Evidence, GraphRecords } from "../graph/record.js";
import type { Compiled } from "./compile.js";
import { containsPhrase, foldTypography } from "./fold.js";
import { compareProblems } from "./problem.js";
import type { Problem } from "./problem.js";
import { readTexts } from "./read-texts.js";
import { SOURCE } from "./source.js";
import { shorten } from "./tree.js";

/** What a check of all evidences against the texts of their sources found. */
export interface TextCheck {
  /** By file and line of the evidence. */
  readonly problems: readonly Problem[];
  /** Evidences whose quoted phrase stands in its paragraph. */
  readonly proven: number;
  /** Evidences from sources with a text that quote nothing. */
  readonly unquoted: number;
  /** Sources that name no text, so that nothing from them can be checked. */
  readonly withoutFile: number;
}

/**
 * Proves evidences against the texts of their sources: the paragraph named exists, and contains the phrase quoted once both are
 * folded as {@link foldTypography} says. Evidences from sources that name no text are not checked.
 *
 * @param compiled without problems
 * @param directory holds the texts that sources name by `file`
 */
export async function checkTexts(compiled: Compiled, directory: string): Promise<TextCheck> {
  const read = await readTexts(compiled, directory);
  const texts = new Map([...read.texts].map(([source, text]) => [source, text.map(foldTypography)]));
  const problems = [...read.problems];
  let proven = 0;
  let unquoted = 0;
  for (const evidence of evidencesOf(compiled.records)) {
    const paragraphs = texts.get(evidence.source);
    const at = compiled.places.get(evidence);
    if (paragraphs === undefined || at === undefined) continue;
    const message = explain(evidence, paragraphs);
    if (message !== null) problems.push({ ...at, message });
    else if (evidence.quote === undefined) unquoted++;
    else proven++;
  }
  const sources = compiled.records.nodes.filter((node) => node.type === SOURCE).length;
  return { problems: problems.sort(compareProblems), proven, unquoted, withoutFile: sources - compiled.texts.size };
}

/** What is wrong with an evidence, or null. */
function explain({ paragraph, quote }: Evidence, paragraphs: readonly string[]): string | null {
  if (paragraph !== undefined && paragraph > paragraphs.length) {
    return `there is no paragraph ${paragraph}; the text has ${paragraphs.length}${elsewhere(quote, paragraphs)}`;
  }
  if (quote === undefined) return null;
  if (paragraph === undefined) return `a quote from a text names its paragraph${elsewhere(quote, paragraphs)}`;
  if (containsPhrase(paragraphs[paragraph - 1] ?? "", quote)) return null;
  return `paragraph ${paragraph} does not contain "${shorten(quote)}"${elsewhere(quote, paragraphs)}`;
}

function elsewhere(quote: string | undefined, paragraphs: readonly string[]): string {
  if (quote === undefined) return "";
  const found = paragraphs.flatMap((text, index) => (containsPhrase(text, quote) ? [index + 1] : []));
  if (found.length === 0) return "; the quote is nowhere in the text";
  return `; the quote is in paragraph ${found.join(" and ")}`;
}

/** Each evidence written in a dossier, once. */
function evidencesOf({ nodes, edges }: GraphRecords): ReadonlySet<Evidence> {
  return new Set([
    ...nodes.flatMap((node) => [
      ...node.evidence,
      ...node.aliases.flatMap((alias) => alias.evidence),
      ...node.claims.flatMap((claim) => claim.evidence),
    ]),
    ...edges.flatMap((edge) => edge.evidence),
  ]);
}
