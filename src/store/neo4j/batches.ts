import { evidenceColumn } from "./evidence.js";
import type { Columns } from "./values.js";

/** How much one transaction writes: enough to be worth its cost, little enough for the memory of either side. */
const WEIGHT = 5_000;

/** Groups what is written into batches of bounded weight: an element counts one, and one more for each evidence of it. */
export function* batches<T extends { readonly columns: Columns }>(rows: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = [];
  let weight = 0;
  for (const row of rows) {
    batch.push(row);
    weight += weightOf(row.columns);
    if (weight < WEIGHT) continue;
    yield batch;
    batch = [];
    weight = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Slices of a list that one statement takes. */
export function* slices<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

function weightOf(columns: Columns): number {
  const evidence = columns[evidenceColumn("source")];
  return 1 + (Array.isArray(evidence) ? evidence.length : 0);
}
