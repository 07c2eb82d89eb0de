import type { Ontology } from "../../ontology/model.js";
import { labelsOf } from "./elements.js";
import { ENTITY, edgeColumns, nodeColumns } from "./schema.js";

/**
 * The names under which Plenary keeps things in a database. Whatever has another name is somebody else's: a label or a property on one of
 * Plenary's nodes, a relationship at one of them.
 */
export interface OwnedNames {
  readonly labels: readonly string[];
  readonly relationships: readonly string[];
  readonly nodeColumns: readonly string[];
  readonly edgeColumns: readonly string[];
}

export const NOTHING_OWNED: OwnedNames = { labels: [], relationships: [], nodeColumns: [], edgeColumns: [] };

/** The names that an ontology gives. */
export function ownedNames(ontology: Ontology): OwnedNames {
  const relationships = [...ontology.relationships.keys()];
  return {
    labels: distinct([ENTITY, ...ontology.concrete.flatMap((type) => labelsOf(ontology, type))]),
    relationships,
    nodeColumns: distinct(ontology.concrete.flatMap((type) => nodeColumns(ontology, type))),
    edgeColumns: distinct(relationships.flatMap((type) => edgeColumns(ontology, type))),
  };
}

/** The names of both: those of the ontology that was loaded before may lie about until a load has ended. */
export function ownedByEither(a: OwnedNames, b: OwnedNames): OwnedNames {
  return {
    labels: distinct([...a.labels, ...b.labels]),
    relationships: distinct([...a.relationships, ...b.relationships]),
    nodeColumns: distinct([...a.nodeColumns, ...b.nodeColumns]),
    edgeColumns: distinct([...a.edgeColumns, ...b.edgeColumns]),
  };
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
