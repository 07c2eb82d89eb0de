import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";

import type { Engine } from "../../../src/engine/engine.js";
import { neo4jEngine } from "../../../src/engine/neo4j/engine.js";
import { snapshotId } from "../../../src/graph/canonical.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import type { Plan } from "../../../src/plan/plan.js";
import type { Connection } from "../../../src/store/neo4j/connect.js";
import { buildGraph } from "../../../src/graph/graph.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { collect } from "../../../src/store/neo4j/read.js";
import { generousLimits } from "../../support/engine.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { EVERYTHING, ID, lookup } from "../../support/plans.js";
import { node, samples } from "../../store/neo4j/samples.js";

const ontology = await loadOntology(ontologyPath);
const china = lookup(["china"], ["State"], [ID]);

describeNeo4j("a session on Neo4j", (connectAgain) => {
  let connection: Connection;
  let engine: Engine;

  beforeAll(async () => {
    connection = await connectAgain();
    await loadGraph(connection, buildGraph(samples, ontology));
    engine = await neo4jEngine(connection, ontology);
  });
  afterAll(async () => {
    await engine.close();
  });

  it("refuses to mix two graphs, and a new session serves the new one", async () => {
    const session = await engine.session(generousLimits());
    expect(await session.run(china)).toEqual([{ $type: "State", id: "china" }]);
    const others = { nodes: [node("france", "State")], edges: [] };
    await loadGraph(connection, buildGraph(others, ontology));
    await expect(session.run(china)).rejects.toMatchObject({ code: "SNAPSHOT_CHANGED" });
    await session.close();

    const later = await engine.session(generousLimits());
    expect(later.snapshot).toBe(snapshotId(others));
    expect(await later.run(china)).toEqual([null]);
    await later.close();
  });

  it("reads no records of two graphs, and a new session reads those of the new one", async () => {
    await loadGraph(connection, buildGraph(samples, ontology));
    const session = await engine.session(generousLimits());
    expect(await collect(session.nodeRecords({ ids: null }))).toEqual(samples.nodes);
    const others = { nodes: [node("france", "State")], edges: [] };
    await loadGraph(connection, buildGraph(others, ontology));
    await expect(collect(session.nodeRecords({ ids: null }))).rejects.toMatchObject({ code: "SNAPSHOT_CHANGED" });
    await expect(collect(session.edgeRecords({ ids: [] }))).rejects.toMatchObject({ code: "SNAPSHOT_CHANGED" });
    await session.close();
    const later = await engine.session(generousLimits());
    expect(await collect(later.nodeRecords({ ids: null }))).toEqual(others.nodes);
    await later.close();
  });

  it("reads records after its transaction has ended, and closes without complaint", async () => {
    await loadGraph(connection, buildGraph(samples, ontology));
    const session = await engine.session({ ...generousLimits(), deadline: Date.now() });
    await setTimeout(2_500);
    await expect(session.run(china)).rejects.toMatchObject({ code: "TIMEOUT" });
    expect(await collect(session.edgeRecords({ ids: null }))).toEqual(samples.edges);
    await session.close();
  });

  it("is refused while a load is unfinished", async () => {
    await connection.driver.executeQuery("MATCH (s:PlenarySnapshot) SET s.state = 'loading'");
    await expect(engine.session(generousLimits())).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await loadGraph(connection, buildGraph(samples, ontology));
  });

  it("gives up a walk that meets more edges than are allowed", async () => {
    const around: Plan = {
      kind: "subgraph",
      from: ["china"],
      depth: 2,
      relationships: [...ontology.relationships.keys()],
      visible: EVERYTHING,
      edge: null,
      known: [],
      first: 10,
      nodeFields: [ID],
      linkFields: [],
    };
    const strict = await engine.session({ ...generousLimits(), edges: 1 });
    await expect(strict.run(around)).rejects.toMatchObject({ code: "TOO_EXPENSIVE" });
    await strict.close();
    const generous = await engine.session(generousLimits());
    expect(await generous.run(around)).toMatchObject({ truncated: false });
    await generous.close();
  });

  it("does not see what others call a State", async () => {
    await connection.driver.executeQuery("CREATE (:State {id: 'utopia', type: 'State', name: 'Utopia'})");
    try {
      const session = await engine.session(generousLimits());
      const parts = [{ kind: "nodes", as: "nodes", fields: [ID] }] as const;
      const page = { first: 9, last: null, after: null, before: null };
      const states = await session.run({ kind: "scan", types: ["State"], where: null, order: [], page, parts });
      expect(states).toEqual({ nodes: [{ $type: "State", id: "china" }] });
      await session.close();
    } finally {
      await connection.driver.executeQuery("MATCH (s:State {id: 'utopia'}) DELETE s");
    }
  });
});
