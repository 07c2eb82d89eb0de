import { afterAll, beforeAll, expect, it } from "vitest";

import { snapshotId } from "../../../src/graph/canonical.js";
import { buildGraph } from "../../../src/graph/graph.js";
import type { EdgeRecord, GraphRecords } from "../../../src/graph/record.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import type { Connection } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { readGraph } from "../../../src/store/neo4j/read.js";
import { ADD_EDGES, addEdges } from "../../../src/store/neo4j/statements.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { edge, node, samples } from "./samples.js";

const ontology = await loadOntology(ontologyPath);

/** More than are added by the statement for edges of any type, and more than one batch. */
const MANY = 6_000;

/** What an edge may have beside the others, one kind after the other: the columns of a batch differ from row to row. */
const FORMS: readonly Partial<EdgeRecord>[] = [
  {},
  { date: "2016-02" },
  { from: "2014", until: "2016-05-01", modality: "PLANNED" },
  { key: "again", rank: "DEPRECATED" },
  { evidence: [{ source: "article", paragraph: 3, quote: "as it says" }] },
  { evidence: [{ source: "article", row: 7 }, { source: "register" }] },
  { basis: [{ of: "date", basis: "INFERRED", reason: "by the order of the rows" }], date: "2016" },
];

function manyEdges(): GraphRecords {
  const topics = Array.from({ length: MANY }, (_, index) => `topic-${String(index).padStart(5, "0")}`);
  return {
    nodes: [node("article", "Source"), node("register", "Source"), ...topics.map((id) => node(id, "Topic"))],
    edges: topics.map((id, index) => edge("article", "ABOUT", id, FORMS[index % FORMS.length])),
  };
}

describeNeo4j("adding edges to Neo4j", (connectAgain) => {
  let connection: Connection;

  beforeAll(async () => {
    connection = await connectAgain();
  });
  afterAll(async () => {
    await connection.driver.close();
  });

  it("stores many edges of a type just as few, whatever each of them has", { timeout: 240_000 }, async () => {
    const records = manyEdges();
    const graph = buildGraph(records, ontology);
    await loadGraph(connection, buildGraph(samples, ontology));
    const summary = await loadGraph(connection, graph);
    expect(summary.links.added).toBe(MANY);
    const stored = await readGraph(connection, ontology);
    expect(stored.edges.slice(0, 50)).toEqual(records.edges.slice(0, 50));
    expect(snapshotId(stored)).toBe(graph.snapshot);
    const verified = await loadGraph(connection, graph, { verify: true });
    expect(verified.links).toEqual({ added: 0, changed: 0, removed: 0, unchanged: MANY });
  });

  it("adds none of a batch where one of its nodes is missing", async () => {
    await loadGraph(connection, buildGraph(samples, ontology));
    const ids = ["china", "gone-meanwhile", "article"];
    const places = [2, 0].map(BigInt);
    const batches = [
      { text: ADD_EDGES, rows: [[...places, "ABOUT", { id: "x" }]] },
      { text: addEdges("ABOUT", []), rows: [[...places, 0n, "x"]] },
    ];
    for (const { text, rows } of batches) {
      const { records } = await connection.driver.executeQuery(text, { ids, rows, shared: [[]] });
      expect(records.map((record) => record.toObject())).toEqual([{ count: 0 }]);
    }
  });
});
