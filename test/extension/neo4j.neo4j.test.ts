import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import type { Engine } from "../../src/engine/engine.js";
import { neo4jEngine } from "../../src/engine/neo4j/engine.js";
import { connect } from "../../src/store/neo4j/connect.js";
import type { Connection } from "../../src/store/neo4j/connect.js";
import { buildGraph } from "../../src/graph/graph.js";
import { loadGraph } from "../../src/store/neo4j/load.js";
import { ask } from "../support/ask.js";
import { extendedProject } from "./project.js";
import { questions } from "./questions.js";

const neo4j = inject("neo4j");

describe.skipIf("unavailable" in neo4j)(
  `a type and a relationship added to the ontology, on Neo4j${"unavailable" in neo4j ? ` (${neo4j.unavailable})` : ""}`,
  async () => {
    const { ontology, records } = await extendedProject();
    let connection: Connection;
    let engine: Engine;

    beforeAll(async () => {
      if ("unavailable" in neo4j) return;
      connection = await connect(neo4j);
      await loadGraph(connection, buildGraph(records, ontology));
      engine = await neo4jEngine(connection, ontology);
    });
    afterAll(async () => {
      await engine.close();
    });

    it.each(questions)("answer $title", async ({ query, data }) => {
      expect(await ask(engine, ontology, query)).toEqual({ data });
    });
  },
);
