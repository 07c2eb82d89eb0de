import { afterAll, beforeAll, expect, test } from "vitest";

import { neo4jEngine } from "../../src/engine/neo4j/engine.js";
import type { Engine } from "../../src/engine/engine.js";
import type { Ontology } from "../../src/ontology/model.js";
import type { Connection } from "../../src/store/neo4j/connect.js";
import { buildGraph } from "../../src/graph/graph.js";
import { loadGraph } from "../../src/store/neo4j/load.js";
import { ask } from "../support/ask.js";
import { describeNeo4j } from "../support/neo4j.js";
import { readGoldens } from "./run.js";
import { compileSeeds } from "./seeds.js";

const goldens = await readGoldens();

describeNeo4j("Neo4j answers from the articles", (connect) => {
  let connection: Connection;
  let engine: Engine;
  let ontology: Ontology;

  beforeAll(async () => {
    const seeds = await compileSeeds();
    ontology = seeds.ontology;
    connection = await connect();
    await loadGraph(connection, buildGraph(seeds.compiled.records, ontology));
    engine = await neo4jEngine(connection, ontology);
  });

  afterAll(async () => {
    await connection.driver.close();
  });

  test.for(goldens)("$name", async ({ query, expected }) => {
    expect(await ask(engine, ontology, query)).toEqual(expected);
  });
});
