import type { Session } from "neo4j-driver";
import { afterAll, beforeAll, expect, it } from "vitest";

import { snapshotId } from "../../../src/graph/canonical.js";
import { buildGraph } from "../../../src/graph/graph.js";
import { compareText } from "../../../src/graph/text.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import type { Connection } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { collect } from "../../../src/store/neo4j/read.js";
import { edgeParts } from "../../../src/store/neo4j/records.js";
import { openSession } from "../../../src/store/neo4j/session.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { assembly } from "../../../scripts/bench/votes.js";

const ontology = await loadOntology(ontologyPath);

describeNeo4j("the parts in which edges are read from Neo4j", (connectAgain) => {
  let connection: Connection;
  const sessions: Session[] = [];
  const open = (): Session => {
    const session = openSession(connection, "READ");
    sessions.push(session);
    return session;
  };

  beforeAll(async () => {
    connection = await connectAgain();
  });
  afterAll(async () => {
    for (const session of sessions) await session.close();
    await connection.driver.close();
  });

  it("have every edge once, read at once, wherever a type is halved", { timeout: 120_000 }, async () => {
    const records = assembly(25);
    const graph = buildGraph(records, ontology);
    await loadGraph(connection, graph);
    const types = [...graph.relationships.values()].map(({ type, start, end }) => ({ type, count: end - start }));
    const present = types.filter(({ count }) => count > 0);
    const large = present.filter(({ count }) => count > 10).length;
    const parts = await edgeParts(open, types, ontology, 10);
    expect(parts.length).toBe(present.length + large);
    const edges = (await Promise.all(parts.map(collect))).flat();
    expect(edges.length).toBe(records.edges.length);
    const sorted = edges.toSorted((a, b) => compareText(a.id, b.id));
    const nodes = records.nodes.toSorted((a, b) => compareText(a.id, b.id));
    expect(snapshotId({ nodes, edges: sorted })).toBe(graph.snapshot);
  });
});
