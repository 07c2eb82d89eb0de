import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";

import { snapshotId } from "../../src/graph/canonical.js";
import type { GraphRecords } from "../../src/graph/record.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { Ontology } from "../../src/ontology/model.js";
import type { Connection } from "../../src/store/neo4j/connect.js";
import { loadGraph } from "../../src/store/neo4j/load.js";
import { buildGraph } from "../../src/graph/graph.js";
import { readGraph } from "../../src/store/neo4j/read.js";
import { recordsArbitrary } from "../support/arbitraries.js";
import { describeNeo4j } from "../support/neo4j.js";

const RUNS = 60;

describeNeo4j("random graphs", (connect) => {
  let connection: Connection;
  let ontology: Ontology;

  beforeAll(async () => {
    ontology = await loadOntology(ontologyPath);
    connection = await connect();
  });
  afterAll(async () => {
    await connection.driver.close();
  });

  it(
    "come back from the database as they were, whatever was there before, and others' data too",
    { timeout: 300_000 },
    async () => {
      let edges = 0;
      let kept = 0;
      await ask(
        "MERGE (n:Foreign {name: 'beside'}) MERGE (m:Foreign {name: 'again'}) MERGE (n)-[:ON {id: 'a/ON/b'}]->(m)",
      );
      await fc.assert(
        fc.asyncProperty(
          recordsArbitrary(ontology).map((records) => withUniqueValues(records, ontology)),
          async (records) => {
            // Somebody marks whatever is there, in every way there is.
            await ask(
              "MATCH (e:Entity), (n:Foreign {name: 'beside'}) WITH e, n LIMIT 3 SET e.visits = 1, e:Visited MERGE (n)-[:SAW]->(e)",
            );
            await ask("MATCH (:Entity)-[r]->(:Entity) SET r.visits = 1");
            const [before] = await ask(FOREIGN);
            const { snapshot } = await loadGraph(connection, buildGraph(records, ontology));
            const back = await readGraph(connection, ontology);
            expect(back).toEqual(records);
            expect([snapshot, snapshotId(back)]).toEqual([snapshotId(records), snapshotId(records)]);
            expect(await ask(FOREIGN)).toEqual([before]);
            edges += records.edges.length;
            kept += Number(before?.["seen"]);
          },
        ),
        { numRuns: RUNS, interruptAfterTimeLimit: 240_000 },
      );
      await ask("MATCH (n) WHERE n:Foreign OR n:PlenaryRemoved DETACH DELETE n");
      expect(edges).toBeGreaterThan(RUNS);
      expect(kept).toBeGreaterThan(RUNS);
    },
  );

  async function ask(cypher: string): Promise<Record<string, unknown>[]> {
    return (await connection.driver.executeQuery(cypher)).records.map((record) => record.toObject());
  }
});

/** All that is not Plenary's, wherever it is. */
const FOREIGN =
  "MATCH (n:Foreign {name: 'beside'})-[r:ON]->(m:Foreign) WITH n, r.id AS on " +
  "RETURN on, COUNT { (n)-[:SAW]->(:Visited {visits: 1}) } AS seen, COUNT { (n)-[:SAW]->() } AS edges";

/** The records without those values that a node before has where they have to be unique. */
function withUniqueValues({ nodes, edges }: GraphRecords, ontology: Ontology): GraphRecords {
  const taken = new Set<string>();
  const isTaken = (type: string, name: string, value: unknown): boolean => {
    if (ontology.types.get(type)?.properties.find((property) => property.name === name)?.unique !== true) return false;
    const key = JSON.stringify([type, name, value]);
    const known = taken.has(key);
    taken.add(key);
    return known;
  };
  return {
    nodes: nodes.map((node) => {
      const kept = Object.entries(node.properties).filter(([name, value]) => !isTaken(node.type, name, value));
      return { ...node, properties: Object.fromEntries(kept) };
    }),
    edges,
  };
}
