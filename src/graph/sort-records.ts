import type { GraphRecords, RecordStream } from "./record.js";
import { compareText } from "./text.js";

/** All records in the order that {@link GraphRecords} prescribes, for whoever has to have them at hand. */
export function sortRecords({ nodes, edges }: RecordStream): GraphRecords {
  return { nodes: sortById(nodes), edges: sortById([...edges]) };
}

function sortById<T extends { readonly id: string }>(records: readonly T[]): readonly T[] {
  return records.toSorted((a, b) => compareText(a.id, b.id));
}
