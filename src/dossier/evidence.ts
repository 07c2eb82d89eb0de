import type { Evidence } from "../graph/record.js";
import { optional } from "./optional.js";
import { checkKeys, checkSlug, readList, readMap, readSlug, readText } from "./reading.js";
import type { Reading, ReferenceRole } from "./reading.js";
import type { MapTree, Tree } from "./tree.js";
import { readCount } from "./value.js";

/** More would copy a source instead of pointing to it. */
const MAX_QUOTE_WORDS = 11;

const NUMBERS = ["paragraph", "row", "page"] as const;
const LOCATORS = [...NUMBERS, "symbol", "section"] as const;
const KEYS = ["source", ...LOCATORS, "quote", "wording", "attributedTo", "reportedBy"];

/** Reads the key `evidence` of a map. `owner` says what lacks it in a report; null where nothing has to be proven. */
export function readEvidence(map: MapTree, owner: string | null, reading: Reading): readonly Evidence[] {
  const evidence = readList(map, "evidence", reading, (item) => readOne(item, reading));
  const entry = map.entries.get("evidence");
  if (owner !== null && (entry === undefined || (entry.value.kind === "list" && entry.value.items.length === 0))) {
    reading.report(map, `${owner} has no evidence; add evidence: [{ source: …, paragraph: … }]`);
  }
  return evidence;
}

/** Words are what white space separates, so that a hyphenated word is one. */
function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

function readOne(tree: Tree, reading: Reading): Evidence | null {
  const map = readMap(tree, "an evidence such as { source: …, paragraph: … }", reading);
  if (map === null) return null;
  checkKeys(map, KEYS, "an evidence", reading);
  const source = readReference(map, "source", reading);
  if (source === undefined) {
    if (!map.entries.has("source")) reading.report(map, "an evidence names its source; add source: …");
    return null;
  }
  if (!LOCATORS.some((key) => map.entries.has(key))) {
    reading.report(map, `an evidence says where in its source; add one of ${LOCATORS.join(", ")}`);
  }
  const evidence = {
    source,
    ...readNumbers(map, reading),
    ...optional("symbol", readText(map, "symbol", reading)),
    ...optional("section", readText(map, "section", reading)),
    ...optional("quote", readQuote(map, reading)),
    ...optional("wording", readText(map, "wording", reading)),
    ...optional("attributedTo", readReferences(map, "attributedTo", reading)),
    ...optional("reportedBy", readReferences(map, "reportedBy", reading)),
  };
  reading.place(evidence, map);
  return evidence;
}

function readNumbers(map: MapTree, reading: Reading): Pick<Evidence, (typeof NUMBERS)[number]> {
  return Object.assign({}, ...NUMBERS.map((key) => optional(key, readCount(map, key, reading)))) as Evidence;
}

function readQuote(map: MapTree, reading: Reading): string | undefined {
  const quote = readText(map, "quote", reading);
  const words = quote === undefined ? 0 : countWords(quote);
  if (words > MAX_QUOTE_WORDS) {
    const message = `the quote has ${words} words; quote at most ${MAX_QUOTE_WORDS} and put the rest in your own words as wording`;
    reading.report(map.entries.get("quote") ?? map, message);
  }
  return quote;
}

function readReference(map: MapTree, key: "source", reading: Reading): string | undefined {
  const id = readSlug(map, key, reading);
  const entry = map.entries.get(key);
  if (id !== undefined && entry !== undefined) reading.refer(id, key, entry.value);
  return id;
}

function readReferences(
  map: MapTree,
  key: ReferenceRole & ("attributedTo" | "reportedBy"),
  reading: Reading,
): readonly string[] | undefined {
  const ids = readList(map, key, reading, (item) => {
    if (item.kind !== "text") {
      reading.report(item, `"${key}" is a list of ids`);
      return null;
    }
    if (!checkSlug(item.text, `"${key}"`, item, reading)) return null;
    reading.refer(item.text, key, item);
    return item.text;
  });
  return ids.length === 0 ? undefined : ids;
}
