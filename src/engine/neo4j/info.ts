import type { StoredSnapshot } from "../../store/neo4j/snapshot.js";
import type { SnapshotInfo } from "../engine.js";

/** What is told of a stored graph to those who ask it. */
export function infoOf({ id, ontology, nodes, links, types, relationships }: StoredSnapshot): SnapshotInfo {
  return { id, ontology, nodes, links, types, relationships };
}
