import type { Transaction } from "neo4j-driver";

import type { NodeField } from "../../plan/plan.js";
import type { Columns } from "../../store/neo4j/values.js";
import { resultDecoder } from "./decode.js";
import type { Decoder } from "./decoder.js";
import { fetchNodes } from "./fetch.js";
import type { PlanParts } from "./parts.js";

/**
 * The nodes that evidence names (its sources, whose view it is, who relayed it) are the same few everywhere in an answer. So evidence
 * is fetched with their ids alone, and the nodes once each afterwards, in the same transaction: at most a few statements for every
 * level to which evidence is nested in evidence, however much of it there is.
 */

/** Nodes wanted with one selection of fields, by id: null until they are fetched, or where there is none. */
interface Wanted {
  readonly fields: readonly NodeField[];
  readonly nodes: Map<string, Columns | null>;
  readonly missing: Set<string>;
}

/** Decodes a result, fetching the nodes that its evidence names. `decode` has no effects: it is called until it misses nothing. */
export async function decodeWith<T>(
  parts: PlanParts,
  transaction: Transaction,
  decode: (decoder: Decoder) => T,
): Promise<T> {
  const wanted = new Map<readonly NodeField[], Wanted>();
  const decoder = resultDecoder(parts, (id, fields) => {
    const entry = wanted.get(fields) ?? {
      fields,
      nodes: new Map<string, Columns | null>(),
      missing: new Set<string>(),
    };
    wanted.set(fields, entry);
    if (!entry.nodes.has(id)) entry.missing.add(id);
    return entry.nodes.get(id) ?? null;
  });
  for (;;) {
    const result = decode(decoder);
    const missing = [...wanted.values()].filter((entry) => entry.missing.size > 0);
    if (missing.length === 0) return result;
    for (const entries of together(missing)) await fetchMissing(parts, transaction, entries);
  }
}

/** Selections that one statement can serve: all that take nothing but columns, and each of the others by itself. */
function together(entries: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const plain = entries.filter(isPlain);
  return [
    ...(plain.length === 0 ? [] : [plain]),
    ...entries.filter((entry) => !isPlain(entry)).map((entry) => [entry]),
  ];
}

function isPlain({ fields }: Wanted): boolean {
  return fields.every((field) => field.kind === "property");
}

async function fetchMissing(parts: PlanParts, transaction: Transaction, entries: readonly Wanted[]): Promise<void> {
  const ids = entries.flatMap(({ missing }) => [...missing]);
  const found = await fetchNodes(
    parts,
    transaction,
    ids,
    entries.flatMap(({ fields }) => fields),
  );
  for (const { nodes, missing } of entries) {
    for (const id of missing) nodes.set(id, found.get(id) ?? null);
    missing.clear();
  }
}
