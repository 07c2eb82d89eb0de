import neo4j, { type Integer } from "neo4j-driver";

import type { EdgeRow } from "./rows.js";
import { ADD_EDGES, addEdges } from "./statements.js";
import type { Columns } from "./values.js";
import type { Writer } from "./writer.js";

/** Adds edges whose ends are there. Batches may be written in any order. */
export type EdgeAdder = (rows: readonly EdgeRow[]) => Promise<void>;

/** Adds edges of any types, by one statement whatever they are. */
export function anyEdgeAdder(writer: Writer): EdgeAdder {
  return async (batch) => {
    const ends = new Places<string>();
    const rows = batch.map(({ id, type, subject, object, columns }) => [
      ends.of(subject),
      ends.of(object),
      type,
      { id, ...columns },
    ]);
    await writer.add({ text: ADD_EDGES, parameters: { ids: ends.things, rows }, expected: rows.length });
  };
}

/**
 * Adds edges of one type, by a statement that names it and the columns met so far. What edges share, such as date and evidence of a roll call,
 * is sent once for all of them.
 */
export function edgeAdder(writer: Writer, type: string): EdgeAdder {
  const names: string[] = [];
  return async (batch) => {
    const ends = new Places<string>();
    const contents = new Places<Readonly<Columns>>();
    const rows = batch.map(({ id, subject, object, columns }) => [
      ends.of(subject),
      ends.of(object),
      contents.of(columns),
      id,
    ]);
    for (const columns of contents.things) {
      for (const name of Object.keys(columns)) if (!names.includes(name)) names.push(name);
    }
    const shared = contents.things.map((columns) => names.map((name) => columns[name] ?? null));
    await writer.add({
      text: addEdges(type, names),
      parameters: { ids: ends.things, shared, rows },
      expected: rows.length,
    });
  };
}

/** Different things and their places in a list of them. */
class Places<T> {
  readonly things: T[] = [];
  readonly #places = new Map<T, Integer>();

  of(thing: T): Integer {
    const known = this.#places.get(thing);
    if (known !== undefined) return known;
    const place = neo4j.int(this.things.length);
    this.#places.set(thing, place);
    this.things.push(thing);
    return place;
  }
}
