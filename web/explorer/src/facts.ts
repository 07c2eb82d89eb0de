import type { NodeDetails } from "./api/types.js";
import { title, words } from "./words.js";

/** A fact of a node, as it is shown. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Where the value leads, if it is the address of a page. */
  readonly url: string | null;
}

/** What is shown in other ways than as a fact. */
const ELSEWHERE = new Set([
  "__typename",
  "id",
  "name",
  "identified",
  "summary",
  "sameAs",
  "aliases",
  "basis",
  "claims",
  "evidence",
]);

/** The facts of a node: its own properties that have a value, its other names, and where else it is described. */
export function factsOf(node: NodeDetails): readonly Fact[] {
  const own = Object.entries(node).flatMap(([property, value]) => {
    if (ELSEWHERE.has(property) || empty(value)) return [];
    return [fact(title(property), textOf(value))];
  });
  const aliases = node.aliases.map(({ text, kind }) => (kind === "NAME" ? text : `${text} (${words(kind)})`));
  return [
    ...own,
    ...(aliases.length === 0 ? [] : [fact("Also called", aliases.join("; "))]),
    ...node.sameAs.map((url) => fact("Same as", url)),
    ...node.basis.map(({ of, basis, reason }) => fact(`${title(of)}: ${words(basis)}`, reason)),
  ];
}

function fact(name: string, value: string): Fact {
  return { name, value, url: /^https?:\/\/\S+$/.test(value) ? value : null };
}

function empty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** A value in words: constants of the API in small letters, values of several parts as "yes 116, no 20". */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join("; ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .filter(([, part]) => !empty(part))
      .map(([name, part]) => `${title(name).toLowerCase()} ${textOf(part)}`)
      .join(", ");
  }
  const text = String(value);
  return /^[A-Z]+(_[A-Z]+)+$|^[A-Z]{4,}$/.test(text) ? words(text) : text;
}
