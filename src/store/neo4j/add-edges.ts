import neo4j, { type Integer } from "neo4j-driver";

import { FINGERPRINT } from "./fingerprint.js";
import type { EdgeRow } from "./rows.js";
import { ADD_EDGES, addEdges } from "./statements.js";
import type { Writer } from "./writer.js";

/** Adds edges whose ends are there. Batches may be written in any order. */
export type EdgeAdder = (rows: readonly EdgeRow[]) => Promise<void>;

/** The columns in which no two edges are alike. */
const OWN = ["id", FINGERPRINT] as const;

/** Adds edges of any types, by one statement whatever they are. */
export function anyEdgeAdder(writer: Writer): EdgeAdder {
  return async (batch) => {
    const ends = new Places<string>();
    const rows = batch.map(({ type, subject, object, columns }) => [ends.of(subject), ends.of(object), type, columns]);
    await writer.add({ text: ADD_EDGES, parameters: { ids: ends.things, rows }, expected: rows.length });
  };
}

/**
 * Adds edges of one type, by a statement that names it and the columns met so far. What edges have in common besides their ids, such as date and evidence of a roll
 * call, is sent once for all that have it.
 */
export function edgeAdder(writer: Writer, type: string): EdgeAdder {
  const known = new Set<string>();
  return async (batch) => {
    for (const { columns } of batch) for (const name of Object.keys(columns)) known.add(name);
    for (const name of OWN) known.delete(name);
    const names = [...known];
    const ends = new Places<string>();
    const shared = new Places<readonly unknown[]>();
    const rows = batch.map(({ subject, object, columns }) => {
      const values = names.map((name) => columns[name] ?? null);
      const place = shared.of(values, JSON.stringify(values));
      return [ends.of(subject), ends.of(object), place, ...OWN.map((name) => columns[name])];
    });
    await writer.add({
      text: addEdges(type, OWN, names),
      parameters: { ids: ends.things, shared: shared.things, rows },
      expected: rows.length,
    });
  };
}

/** Different things and their places in a list of them. */
class Places<T> {
  readonly things: T[] = [];
  readonly #places = new Map<unknown, Integer>();

  /** @param key the same for things that are alike */
  of(thing: T, key: unknown = thing): Integer {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = neo4j.int(this.things.length);
    this.#places.set(key, place);
    this.things.push(thing);
    return place;
  }
}
