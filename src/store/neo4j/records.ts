import type { Session } from "neo4j-driver";

import { typeOf } from "../../graph/edge-id.js";
import type { EdgeRecord, NodeRecord } from "../../graph/record.js";
import { compareText } from "../../graph/text.js";
import type { Ontology } from "../../ontology/model.js";
import { slices } from "./batches.js";
import { decodeEdge, decodeNode, recordColumns } from "./elements.js";
import { mergePages } from "./merge.js";
import type { StoredSnapshot } from "./snapshot.js";
import {
  type Choice,
  type StoredEdge,
  type StoredNode,
  edgeIdAt,
  storedEdges,
  storedEdgesOf,
  storedNodes,
  storedNodesOf,
  upTo,
} from "./stored.js";

/** Which records are read: those of some ids, or (null) all; and of these those chosen, or (null) every one. */
export interface Wanted {
  readonly ids: readonly string[] | null;
  readonly choice: Choice | null;
}

export const EVERYTHING: Wanted = { ids: null, choice: null };

/** Ids that one statement looks up. */
const SLICE = 1_000;

/** Stored nodes as records in order of id, a page at a time, in the session given. */
export async function* readNodes(
  session: Session,
  ontology: Ontology,
  { ids, choice }: Wanted = EVERYTHING,
): AsyncGenerator<readonly NodeRecord[]> {
  const record = ({ columns, aliases, claims }: StoredNode): NodeRecord =>
    decodeNode(columns, aliases, claims, ontology);
  if (ids === null) for await (const page of storedNodes(session, choice)) yield page.map(record);
  for (const slice of slicesOf(ids ?? [])) yield inOrder((await storedNodesOf(session, slice, choice)).map(record));
}

/**
 * Stored edges of some types as records in order of id, a page at a time. Types are read side by side, for which `open` opens sessions: to
 * be closed by whoever gave it.
 */
export async function* readEdges(
  open: () => Session,
  types: readonly string[],
  ontology: Ontology,
  { ids, choice }: Wanted = EVERYTHING,
): AsyncGenerator<readonly EdgeRecord[]> {
  if (ids === null) yield* mergePages(types.map((type) => edgesOfType(open(), type, ontology, choice)));
  else yield* edgesOfIds(open(), types, ids, ontology, choice);
}

/** How many edges of a type are read in one stream, where it is not one's order that counts but the time it takes. */
const HALVED = 50_000;

/**
 * Stored edges of some types in several streams, together all of them: to be read at once, for one that is read alone leaves the database
 * waiting for its reader, and the reader for the database. Sessions as for {@link readEdges}.
 */
export async function edgeParts(
  open: () => Session,
  types: StoredSnapshot["relationships"],
  ontology: Ontology,
  halved = HALVED,
): Promise<readonly AsyncIterable<readonly EdgeRecord[]>[]> {
  const parts: AsyncIterable<readonly EdgeRecord[]>[] = [];
  for (const { type, count } of types.filter((one) => one.count > 0)) {
    const session = open();
    const half = count > halved ? await edgeIdAt(session, type, Math.floor(count / 2)) : null;
    if (half === null) parts.push(edgesOfType(session, type, ontology, null));
    else {
      parts.push(edgesOfType(session, type, ontology, upTo(half)), edgesOfType(open(), type, ontology, null, half));
    }
  }
  return parts;
}

async function* edgesOfType(
  session: Session,
  type: string,
  ontology: Ontology,
  choice: Choice | null,
  after?: string,
): AsyncGenerator<readonly EdgeRecord[]> {
  for await (const page of storedEdges(session, type, recordColumns(ontology, type), choice, after))
    yield page.map((edge) => edgeRecord(edge, type, ontology));
}

async function* edgesOfIds(
  session: Session,
  types: readonly string[],
  ids: readonly string[],
  ontology: Ontology,
  choice: Choice | null,
): AsyncGenerator<readonly EdgeRecord[]> {
  for (const slice of slicesOf(ids)) {
    const found: EdgeRecord[] = [];
    for (const type of types) {
      const some = slice.filter((id) => typeOf(id) === type);
      if (some.length === 0) continue;
      const edges = await storedEdgesOf(session, type, recordColumns(ontology, type), some, choice);
      for (const edge of edges) found.push(edgeRecord(edge, type, ontology));
    }
    yield inOrder(found);
  }
}

function edgeRecord({ columns, subject, object }: StoredEdge, type: string, ontology: Ontology): EdgeRecord {
  return decodeEdge(columns, type, [subject, object], ontology);
}

/** Ids in order, each once, as many at a time as are looked up at once. */
function slicesOf(ids: readonly string[]): Iterable<readonly string[]> {
  return slices([...new Set(ids)].sort(compareText), SLICE);
}

function inOrder<T extends { readonly id: string }>(records: readonly T[]): readonly T[] {
  return records.toSorted((a, b) => compareText(a.id, b.id));
}
