import Cypher from "@neo4j/cypher-builder";
import type { Session } from "neo4j-driver";

import type { EdgeRecord, NodeRecord } from "../../graph/record.js";
import { storeError } from "../../store/neo4j/error.js";
import { readEdges, readNodes } from "../../store/neo4j/records.js";
import { readersOf } from "../../store/neo4j/session.js";
import { type StoredSnapshot, presentTypes } from "../../store/neo4j/snapshot.js";
import type { Choice } from "../../store/neo4j/stored.js";
import type { Extract } from "../engine.js";
import { shownNode } from "../shown.js";
import { all } from "./logic.js";
import type { EngineParts } from "./parts.js";
import { edgeShown, nodeShown } from "./shown.js";
import { requireUnchanged } from "./unchanged.js";
import { type ShownView, showing } from "./view.js";

/** The node records of a view. Which nodes they are is for the database to say, what is told of them by the rule of all engines. */
export async function* nodePages(
  parts: EngineParts,
  snapshot: StoredSnapshot,
  { view, ids }: Extract,
): AsyncGenerator<readonly NodeRecord[]> {
  const { ontology } = parts;
  yield* streamed(parts, snapshot, view, async function* (open, shown) {
    const choice = choiceOf(shown, nodeShown({ view: shown.shape }, new Cypher.NamedNode("n")));
    const { evidence } = shown;
    for await (const page of readNodes(open(), ontology, { ids, choice })) {
      yield evidence === null ? page : page.map((node) => shownNode(node, evidence, ontology));
    }
  });
}

/** The edge records of a view, likewise. */
export async function* edgePages(
  parts: EngineParts,
  snapshot: StoredSnapshot,
  { view, ids, relationships }: Extract,
): AsyncGenerator<readonly EdgeRecord[]> {
  const { ontology } = parts;
  const types = presentTypes(snapshot).filter((type) => relationships?.includes(type) !== false);
  yield* streamed(parts, snapshot, view, async function* (open, shown) {
    const choice = choiceOf(shown, edgeShown({ view: shown.shape }, new Cypher.NamedRelationship("r")));
    const { evidence } = shown;
    for await (const page of readEdges(open, types, ontology, { ids, choice })) {
      yield evidence === null ? page : page.map((edge) => ({ ...edge, evidence: evidence.of(edge.evidence) }));
    }
  });
}

/**
 * Reads in sessions of its own: that of the questions has one transaction, which ends at its deadline. Each page is a transaction, so that
 * the stream may take as long as its reader does; that all of it is of one load is looked at when it is over.
 */
async function* streamed<T>(
  { connection, ontology }: EngineParts,
  snapshot: StoredSnapshot,
  view: Extract["view"],
  read: (open: () => Session, shown: ShownView) => AsyncIterable<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  const { open, close } = readersOf(connection);
  try {
    const main = open();
    yield* read(open, await main.executeRead((transaction) => showing(transaction, view)));
    await main.executeRead((transaction) => requireUnchanged(ontology, transaction, snapshot));
  } catch (error) {
    throw storeError(error);
  } finally {
    await close();
  }
}

/** What of the stored elements the view shows; null where that is all of Plenary's. */
function choiceOf({ shape, parameters }: ShownView, predicates: readonly Cypher.Predicate[]): Choice | null {
  if (!shape.valid && !shape.evidence) return null;
  const { cypher } = new Cypher.Raw((context) => context.compile(all(predicates))).build();
  return { condition: cypher, parameters };
}
