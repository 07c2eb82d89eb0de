import { afterAll, beforeAll, expect, test } from "vitest";

import { neo4jEngine } from "../../src/engine/neo4j/engine.js";
import type { Engine } from "../../src/engine/engine.js";
import type { Ontology } from "../../src/ontology/model.js";
import type { Connection } from "../../src/store/neo4j/connect.js";
import { loadGraph } from "../../src/store/neo4j/load.js";
import { describeNeo4j } from "../support/neo4j.js";
import { askGolden, readGoldens } from "./run.js";
import { compileSeeds } from "./seeds.js";

const goldens = await readGoldens();

/** What the Neo4j engine cannot answer yet. A name goes from here as soon as it can: its test then fails. */
const REFUSED: ReadonlySet<string> = new Set([
  "a-picture-as-it-was-known-in-2015",
  "a-picture-by-one-source",
  "how-an-accusation-gained-a-source",
  "one-report-that-nobody-disputes",
  "what-became-of-an-awaited-resolution",
  "what-happened-and-what-was-expected",
  "what-is-in-dispute-and-what-has-changed",
  "what-one-source-says-of-a-blocked-text",
  "what-was-known-of-the-panel",
  "when-the-council-met-by-one-source",
  "where-the-tally-of-2014-is-disputed",
  "who-contradicts-that-there-are-no-camps",
  "who-held-office-in-2015-and-in-2024",
  "who-led-north-korea-at-a-date",
  "who-sat-on-the-council-at-a-date",
  "whose-seat-is-told-of-one-year",
]);

describeNeo4j("Neo4j answers from the articles", (connect) => {
  let connection: Connection;
  let engine: Engine;
  let ontology: Ontology;

  beforeAll(async () => {
    const seeds = await compileSeeds();
    ontology = seeds.ontology;
    connection = await connect();
    await loadGraph(connection, seeds.compiled.records, ontology);
    engine = await neo4jEngine(connection, ontology);
  });

  afterAll(async () => {
    await connection.driver.close();
  });

  test.for(goldens.filter(({ name }) => !REFUSED.has(name)))("$name", async (golden) => {
    expect(await askGolden(golden, engine, ontology)).toEqual({ response: golden.expected });
  });

  test.for(goldens.filter(({ name }) => REFUSED.has(name)))(
    "$name is refused, and says what is missing",
    async (golden) => {
      const answer = await askGolden(golden, engine, ontology);
      expect("notSupported" in answer ? answer.notSupported : answer).toMatch(/^The Neo4j engine has no .+ yet/);
    },
  );
});
