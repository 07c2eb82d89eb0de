import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";

import type { Evidence, GraphRecords } from "../graph/record.js";
import type { Compiled, SourceText } from "./compile.js";
import { containsPhrase, foldTypography } from "./fold.js";
import { paragraphsOf } from "./paragraphs.js";
import { compareProblems } from "./problem.js";
import type { Problem } from "./problem.js";
import { SOURCE } from "./source.js";
import { shorten } from "./tree.js";
import { decodeUtf8 } from "./utf8.js";

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

/** Longer texts are refused before they are read. */
const MAX_TEXT_BYTES = 50_000_000;

/**
 * Proves evidences against the texts of their sources: the paragraph named exists, and contains the phrase quoted once both are
 * folded as {@link foldTypography} says. Evidences from sources that name no text are not checked.
 *
 * @param compiled without problems
 * @param directory holds the texts that sources name by `file`
 */
export async function checkTexts(compiled: Compiled, directory: string): Promise<TextCheck> {
  const problems: Problem[] = [];
  const texts = new Map<string, readonly string[]>();
  for (const [source, text] of compiled.texts) {
    const paragraphs = await readParagraphs(directory, text, problems);
    if (paragraphs !== null) texts.set(source, paragraphs);
  }
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

/** The paragraphs of a text, folded; null where it cannot be read, with a problem at the source that names it. */
async function readParagraphs(
  directory: string,
  { name, at }: SourceText,
  problems: Problem[],
): Promise<readonly string[] | null> {
  const refuse = (message: string): null => {
    problems.push({ ...at, message });
    return null;
  };
  const path = join(directory, name);
  const info = await stat(path).catch(() => null);
  if (info?.isFile() !== true) return refuse(`there is no text "${name}" in the directory of texts`);
  if (info.size > MAX_TEXT_BYTES) return refuse(`the text "${name}" has more than ${MAX_TEXT_BYTES / 1e6} MB`);
  const decoded = decodeUtf8(await readFile(path));
  if (!("text" in decoded)) return refuse(`the text "${name}" is not UTF-8 (line ${decoded.line})`);
  return paragraphsOf(decoded.text).map(foldTypography);
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
