import type { Graph } from "../../graph/model.js";
import type { Connection } from "./connect.js";
import { type Removal, compareGraph } from "./difference.js";
import { StoreError, guarded } from "./error.js";
import type { LoadOptions, LoadSummary } from "./load.js";
import { hasEdgeIndex, knownIndexes } from "./indexes.js";
import { describeHolder, lockHolder } from "./lock.js";
import { ownedByEither, ownedNames } from "./owned.js";
import { rowsOf } from "./rows.js";
import { requireStorable } from "./schema.js";
import { openSession } from "./session.js";
import { readMarker } from "./snapshot.js";
import { type Difference, Tally } from "./tally.js";

/**
 * What `loadGraph` would change. Writes nothing, and needs no right to.
 *
 * @param onDifference told every element that differs
 * @throws StoreError where the database fails, or is being loaded
 */
export async function previewLoad(
  connection: Connection,
  graph: Graph,
  onDifference: (difference: Difference) => void,
  options: Pick<LoadOptions, "onProgress" | "verify"> = {},
): Promise<LoadSummary> {
  requireStorable(graph.ontology);
  const began = Date.now();
  return guarded(async () => {
    const holder = await lockHolder(connection);
    if (holder !== null) {
      throw new StoreError(
        "UNAVAILABLE",
        `There is ${describeHolder(holder)}. Wait until it has ended; if it was killed, that shows within ${seconds(holder.left)} s.`,
      );
    }
    const session = openSession(connection, "READ");
    try {
      const tell = (removal: Removal): Promise<void> => {
        for (const id of namesOf(removal)) onDifference({ change: "remove", kind: removal.kind, id });
        return Promise.resolve();
      };
      const tally = new Tally(graph, tell, options.onProgress);
      const marker = await session.executeRead(readMarker);
      const all = ownedByEither(marker.owned, ownedNames(graph.ontology));
      // What is compared by id needs the index that a load makes. Where it is missing, nothing of it was ever loaded.
      const known = await knownIndexes(session);
      const relationships = all.relationships.filter(
        (type) => !graph.relationships.has(type) || hasEdgeIndex(known, type),
      );
      const owned = { ...all, relationships };
      await compareGraph({ session, graph, rows: rowsOf(graph), owned, verify: options.verify ?? false }, tally);
      for (const difference of tally.differences()) onDifference(difference);
      return { snapshot: graph.snapshot, ...tally.changes(), milliseconds: Date.now() - began };
    } finally {
      await session.close();
    }
  });
}

function seconds(milliseconds: number): number {
  return Math.ceil(milliseconds / 1_000);
}

function namesOf(removal: Removal): readonly string[] {
  if (removal.kind === "node" || typeof removal.ids !== "string") return removal.ids as readonly string[];
  const which = removal.ids === "all" ? "all" : "those without an id";
  return [`${removal.type}: ${which}, ${removal.count}`];
}
