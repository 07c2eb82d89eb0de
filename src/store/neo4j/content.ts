import { isDeepStrictEqual } from "node:util";

import neo4j from "neo4j-driver";

import type { Ontology } from "../../ontology/model.js";
import { ADDED, CHANGED, type State, UNCHANGED } from "./compare.js";
import { labelsOf } from "./elements.js";
import type { OwnedNames } from "./owned.js";
import type { EdgeRow, NodeRow } from "./rows.js";
import { ATTACHED_COLUMNS } from "./schema.js";
import type { StoredEdge, StoredNode } from "./stored.js";
import type { Columns } from "./values.js";

/** Compares everything of Plenary's that is stored, value by value, for whoever does not trust the fingerprints. */

const ATTACHED: ReadonlySet<string> = new Set(ATTACHED_COLUMNS);

/** A function that says how a stored node stands to what it should be. What others added does not count. */
export function nodeJudge(ontology: Ontology, owned: OwnedNames): (row: NodeRow, stored: StoredNode) => State {
  const columns = new Set(owned.nodeColumns);
  const own = new Set(owned.labels);
  return (row, stored) => {
    const labels = stored.labels.filter((label) => own.has(label));
    const same =
      isDeepStrictEqual(new Set(labels), new Set(labelsOf(ontology, row.type))) &&
      sameColumns(row.columns, stored.columns, columns) &&
      sameAttached(row.aliases, stored.aliases) &&
      sameAttached(row.claims, stored.claims);
    return same ? UNCHANGED : CHANGED;
  };
}

/** A function that says how a stored relationship stands to what it should be. One between other nodes has to be made anew. */
export function edgeJudge(owned: OwnedNames): (row: EdgeRow, stored: StoredEdge) => State {
  const columns = new Set(owned.edgeColumns);
  return (row, stored) => {
    if (row.subject !== stored.subject || row.object !== stored.object) return ADDED;
    return sameColumns({ id: row.id, ...row.columns }, stored.columns, columns) ? UNCHANGED : CHANGED;
  };
}

function sameAttached(expected: readonly Columns[], stored: readonly Columns[]): boolean {
  return (
    expected.length === stored.length &&
    expected.every((columns, index) => sameColumns(columns, stored[index] ?? {}, ATTACHED))
  );
}

function sameColumns(expected: Columns, stored: Columns, owned: ReadonlySet<string>): boolean {
  return (
    Object.entries(expected).every(([name, value]) => isDeepStrictEqual(plain(value), stored[name])) &&
    Object.keys(stored).every((name) => name in expected || !owned.has(name))
  );
}

/** A value as it arrives from the database, whose integers are numbers by then. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return neo4j.isInt(value) ? value.toNumber() : value;
}
