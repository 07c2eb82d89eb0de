import { parseDate } from "../graph/date.js";
import type { Ontology } from "../ontology/model.js";
import type { Position } from "./problem.js";
import { didYouMeanOr } from "./suggest.js";
import { describeTree } from "./tree.js";
import type { MapTree, Tree } from "./tree.js";

/** What may be meant by an id: anything, or what its place in an evidence requires. */
export type ReferenceRole = "object" | "extends" | "source" | "attributedTo" | "reportedBy";

/** An id written where a node is meant. */
export interface Reference {
  readonly id: string;
  readonly role: ReferenceRole;
  readonly at: Position;
}

/** What all readers of one file share: the vocabulary, and where they put what they find. */
export interface Reading {
  readonly ontology: Ontology;
  readonly position: (offset: number) => Position;
  /** Takes note of a problem at something in the tree. */
  readonly report: (what: { readonly at: number }, message: string) => void;
  /** Remembers where a record is written. */
  readonly place: (record: object, what: { readonly at: number }) => void;
  readonly refer: (id: string, role: ReferenceRole, what: { readonly at: number }) => void;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reports keys that are none of `known`; `owner` says whose keys they are, such as `evidence`. */
export function checkKeys(map: MapTree, known: readonly string[], owner: string, reading: Reading): void {
  for (const entry of map.entries.values()) {
    if (known.includes(entry.name)) continue;
    const cut = entry.value.kind === "text" && entry.value.text === "" && !/^\w+$/.test(entry.name);
    reading.report(
      entry,
      cut
        ? `unknown key ${describeTree({ kind: "text", text: entry.name, at: entry.at })} of ${owner}; a text with a comma inside { } needs quotation marks around it`
        : `unknown key "${entry.name}" of ${owner}${didYouMeanOr(entry.name, known)}`,
    );
  }
}

/** A map, or null with a report that says what it should be. */
export function readMap(tree: Tree, expected: string, reading: Reading): MapTree | null {
  if (tree.kind === "map") return tree;
  reading.report(tree, `expected ${expected}, found ${describeTree(tree)}`);
  return null;
}

/** What each item of a list reads as; items that cannot be read are reported and left out. An absent list is empty. */
export function readList<T>(map: MapTree, key: string, reading: Reading, read: (item: Tree) => T | null): readonly T[] {
  const entry = map.entries.get(key);
  if (entry === undefined) return [];
  if (entry.value.kind !== "list") {
    reading.report(entry, `"${key}" is a list; found ${describeTree(entry.value)}`);
    return [];
  }
  return entry.value.items.flatMap((item) => read(item) ?? []);
}

/** The text of a key that may be absent. An empty text is reported. */
export function readText(map: MapTree, key: string, reading: Reading): string | undefined {
  const entry = map.entries.get(key);
  if (entry === undefined) return undefined;
  if (entry.value.kind !== "text" || entry.value.text.trim() === "") {
    reading.report(entry, `"${key}" is a text; found ${describeTree(entry.value)}`);
    return undefined;
  }
  return entry.value.text;
}

/** A text of an id's form: lower-case letters and digits in words joined by single hyphens. */
export function readSlug(map: MapTree, key: string, reading: Reading): string | undefined {
  const text = readText(map, key, reading);
  const entry = map.entries.get(key);
  if (text === undefined || entry === undefined) return undefined;
  return checkSlug(text, `"${key}"`, entry.value, reading) ? text : undefined;
}

/** Whether a text has an id's form; if not, that is reported. */
export function checkSlug(text: string, what: string, at: { readonly at: number }, reading: Reading): boolean {
  if (SLUG.test(text)) return true;
  reading.report(
    at,
    `${what} is "${text}"; write lower-case letters and digits joined by hyphens, such as a-res-69-188`,
  );
  return false;
}

/** One of the names allowed, or the default where the key is absent. */
export function readChoice<T extends string>(
  map: MapTree,
  key: string,
  choices: readonly T[],
  fallback: T,
  reading: Reading,
): T {
  const text = readText(map, key, reading);
  if (text === undefined) return fallback;
  const choice = choices.find((candidate) => candidate === text);
  if (choice !== undefined) return choice;
  reading.report(map.entries.get(key) ?? map, `unknown ${key} "${text}"${didYouMeanOr(text, choices)}`);
  return fallback;
}

/** A date of EDTF level 0, as written. */
export function readDate(map: MapTree, key: string, reading: Reading): string | undefined {
  const text = readText(map, key, reading);
  if (text === undefined) return undefined;
  if (parseDate(text) !== null) return text;
  reading.report(map.entries.get(key) ?? map, notADate(key, text));
  return undefined;
}

/** What to say of a text that is no date. */
export function notADate(key: string, text: string): string {
  return `"${key}" is "${text}", which is not a date; write yyyy, yyyy-mm or yyyy-mm-dd, a day of the calendar`;
}

/** The dates of something that holds from one day until another. An end before the beginning is reported. */
export function readSpan(map: MapTree, reading: Reading): { readonly from?: string; readonly until?: string } {
  const from = readDate(map, "from", reading);
  const until = readDate(map, "until", reading);
  const first = from === undefined ? null : parseDate(from);
  const last = until === undefined ? null : parseDate(until);
  if (first !== null && last !== null && first.min > last.max) {
    reading.report(map.entries.get("until") ?? map, `"until" (${until ?? ""}) is before "from" (${from ?? ""})`);
  }
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}
