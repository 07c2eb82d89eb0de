import { rowNumbers, u32 } from "./arrays.js";
import type { NodeRecord } from "./record.js";
import type { NodeNumber } from "./encode-records.js";
import { compareText } from "./text.js";

/**
 * Where nodes stand as the objects of edge ids: an id ends after the object or goes on with `/` and a key. `plain` and `keyed` are places
 * in one order of all ids and of all ids followed by `/`.
 */
export interface ObjectRanks {
  readonly plain: Uint32Array;
  readonly keyed: Uint32Array;
}

/** @param records in order of id */
export function objectRanks(records: readonly NodeRecord[], number: NodeNumber): ObjectRanks {
  const ends = records.flatMap(({ id }) => [
    { text: id, node: number(id), keyed: false },
    { text: `${id}/`, node: number(id), keyed: true },
  ]);
  ends.sort((a, b) => compareText(a.text, b.text));
  const ranks = { plain: new Uint32Array(records.length), keyed: new Uint32Array(records.length) };
  ends.forEach(({ node, keyed }, rank) => (ranks[keyed ? "keyed" : "plain"][node] = rank));
  return ranks;
}

/** The edges of one relationship type as they came. */
export interface EdgeRows {
  readonly subject: Uint32Array;
  readonly object: Uint32Array;
  /** String codes, in order of text; empty where no edge has a key. */
  readonly key: Uint32Array;
}

/**
 * The rows in order of their subject's number, then of edge id: two passes of a counting sort, so that it takes the same short time however
 * they came.
 *
 * @param given told of two rows that have one id
 */
export function sortEdges(
  { subject, object, key }: EdgeRows,
  ranks: ObjectRanks,
  given: (row: number) => never,
): Uint32Array {
  const rank = (row: number): number => u32(u32(key, row) === 0 ? ranks.plain : ranks.keyed, u32(object, row));
  const byObject = countingSort(rowNumbers(subject.length), rank, 2 * ranks.plain.length);
  const order = countingSort(byObject, (row) => u32(subject, row), ranks.plain.length);
  const alike = (a: number, b: number): boolean => u32(subject, a) === u32(subject, b) && rank(a) === rank(b);
  for (let start = 0, end = 1; start < order.length; start = end++) {
    while (end < order.length && alike(u32(order, start), u32(order, end))) end++;
    if (end === start + 1) continue;
    const run = order.subarray(start, end).sort((a, b) => u32(key, a) - u32(key, b));
    const twice = run.findIndex((row, i) => i > 0 && u32(key, row) === u32(key, u32(run, i - 1)));
    if (twice !== -1) given(u32(run, twice));
  }
  return order;
}

/** Rows by key, those of one key in the order in which they stood; keys are below `keys`. */
function countingSort(rows: Uint32Array, keyOf: (row: number) => number, keys: number): Uint32Array {
  const next = new Uint32Array(keys + 1);
  for (const row of rows) {
    const place = keyOf(row) + 1;
    next[place] = u32(next, place) + 1;
  }
  for (let key = 1; key <= keys; key++) next[key] = u32(next, key) + u32(next, key - 1);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const key = keyOf(row);
    const place = u32(next, key);
    sorted[place] = row;
    next[key] = place + 1;
  }
  return sorted;
}
