import type { Evidence, Properties } from "./record.js";

/** What a citation needs of the node that stands for a source. */
export interface CitedSource {
  readonly id: string;
  readonly properties: Properties;
}

/**
 * A citation ready to print: the source's name and date, where in it, and the quoted words.
 * Such as `Dispatches: The Crimes of North Korea, para. 5: “urged the UN Security Council”`.
 */
export function cite(evidence: Evidence, source: CitedSource): string {
  const name = text(source, "name") ?? source.id;
  const date = text(source, "date");
  const head = [date === null ? name : `${name} (${date})`, ...locators(evidence)].join(", ");
  return evidence.quote === undefined ? head : `${head}: “${evidence.quote}”`;
}

/**
 * Where to read the evidence: the official page of a UN document symbol (`https://undocs.org/SYMBOL`, the UN's own resolver),
 * else the source's address, else null.
 */
export function evidenceUrl(evidence: Evidence, source: CitedSource): string | null {
  if (evidence.symbol !== undefined) return `https://undocs.org/${encodeURI(evidence.symbol)}`;
  return text(source, "url");
}

function locators(evidence: Evidence): string[] {
  const parts: string[] = [];
  if (evidence.symbol !== undefined) parts.push(evidence.symbol);
  if (evidence.section !== undefined) parts.push(evidence.section);
  if (evidence.page !== undefined) parts.push(`p. ${evidence.page}`);
  if (evidence.paragraph !== undefined) parts.push(`para. ${evidence.paragraph}`);
  if (evidence.row !== undefined) parts.push(`row ${evidence.row}`);
  return parts;
}

function text(source: CitedSource, property: string): string | null {
  const value = source.properties[property];
  return typeof value === "string" ? value : null;
}
