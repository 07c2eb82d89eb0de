import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { buildGraph } from "../../../src/graph/graph.js";
import type { GraphRecords } from "../../../src/graph/record.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { readOntology } from "../../../src/ontology/read.js";
import type { Connection } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { previewLoad } from "../../../src/store/neo4j/preview.js";
import { readGraph } from "../../../src/store/neo4j/read.js";
import type { Difference } from "../../../src/store/neo4j/tally.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { asker } from "./database.js";
import { edge, node, samples } from "./samples.js";

const ontology = await loadOntology(ontologyPath);
const graphOf = (records: GraphRecords) => buildGraph(records, ontology);

/** `samples` with one node more, one changed and one fewer, and the edges to fit. */
const changed: GraphRecords = {
  nodes: [
    ...samples.nodes.filter(({ id }) => id !== "finding" && id !== "china" && id !== "vote"),
    node("vote", "Vote", { properties: { date: "2017", tally: { yes: 12, no: 2 } } }),
    node("china", "State", {
      properties: { name: "China", iso2: "CN", iso3: "CHN" },
      aliases: [{ text: "PRC", kind: "ACRONYM", evidence: [] }],
    }),
    node("zealandia", "Place"),
  ],
  edges: [
    ...samples.edges.filter(({ id }) => !id.includes("finding") && id !== "china/CAST/vote"),
    edge("china", "CAST", "vote", { properties: { position: "ABSTAIN" }, evidence: [{ source: "register", row: 8 }] }),
    edge("zealandia", "LOCATED_IN", "china"),
  ],
};

describeNeo4j("the difference that a load makes", (connectAgain) => {
  let connection: Connection;
  const ask = asker(() => connection);
  const everything = (): Promise<unknown> =>
    ask(
      "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN elementId(n) AS n, labels(n) AS labels, properties(n) AS p, " +
        "elementId(r) AS r, properties(r) AS q, elementId(m) AS m ORDER BY n, r",
    );

  beforeAll(async () => {
    connection = await connectAgain();
  });
  beforeEach(async () => {
    await ask("MATCH (n) WHERE NOT n:PlenarySnapshot DETACH DELETE n");
    await loadGraph(connection, graphOf(samples));
  });
  afterAll(async () => {
    await ask("MATCH (n) WHERE n:ReadersNote OR n:PlenaryRemoved DETACH DELETE n");
    await connection.driver.close();
  });

  it("is counted, and leaves what does not differ the very nodes and relationships that they were", async () => {
    const kept = "MATCH (n:Source)-[r:MENTIONS]->() RETURN elementId(n) AS n, elementId(r) AS r ORDER BY r";
    const before = await ask(kept);
    const summary = await loadGraph(connection, graphOf(changed));
    // With what says so, others change too: the person is no longer told of, and VETOED is less well known than before.
    expect(summary.nodes).toEqual({ added: 1, changed: 3, removed: 1, unchanged: 4 });
    expect(summary.links).toMatchObject({ added: 1, removed: 2 });
    expect(await ask(kept)).toEqual(before);
    expect(await readGraph(connection, ontology)).toEqual({
      nodes: changed.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      edges: changed.edges.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    });
  });

  it("is nothing at all where the same graph is loaded again: servers go on", async () => {
    const before = await everything();
    const summary = await loadGraph(connection, graphOf(samples));
    expect([summary.nodes.unchanged, summary.links.unchanged]).toEqual([8, 8]);
    expect(await everything()).toEqual(before);
  });

  it("is printed by a dry run, which changes nothing", async () => {
    const before = await everything();
    const found: Difference[] = [];
    const summary = await previewLoad(connection, graphOf(changed), (difference) => found.push(difference));
    expect(await everything()).toEqual(before);
    const lines = found.map(({ change, kind, id }) => `${change} ${kind} ${id}`);
    expect(lines).toEqual(
      expect.arrayContaining([
        "add node zealandia",
        "add link zealandia/LOCATED_IN/china",
        "change node china",
        "change link china/CAST/vote",
        "remove node finding",
        // Where a relationship type goes altogether, its edges are not told one by one.
        "remove link MADE: all, 2",
      ]),
    );
    const { nodes, links } = await loadGraph(connection, graphOf(changed));
    expect(summary).toMatchObject({ nodes, links });
    expect(lines.length + 1).toBe(
      [nodes, links].reduce((sum, { added, changed: altered, removed }) => sum + added + altered + removed, 0),
    );
  });

  it("dry run on a database that was never loaded finds all to add", async () => {
    await ask("MATCH (n) DETACH DELETE n");
    const { nodes, links } = await previewLoad(connection, graphOf(samples), () => undefined);
    expect([nodes.added, links.added]).toEqual([8, 8]);
    expect(await ask("MATCH (n) RETURN n")).toEqual([]);
  });

  it("takes away what somebody put into the graph by hand", async () => {
    await ask(
      "MATCH (c:State {id: 'china'}), (d:Resolution {id: 'draft'}) CREATE (c)-[:VETOED]->(d), (c)-[:SPONSORED {id: 'mine'}]->(d), " +
        "(:Entity:Person {id: 'made-up', name: 'Nobody'}) WITH c, d MATCH (c)-[r:VETOED {id: 'china/VETOED/draft'}]->(d) " +
        "CREATE (c)-[copy:VETOED]->(d) SET copy = properties(r)",
    );
    const summary = await loadGraph(connection, graphOf(samples));
    expect(summary.nodes).toMatchObject({ removed: 1, unchanged: 8 });
    expect(await readGraph(connection, ontology)).toEqual(samples);
    expect(await ask("MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS count")).toEqual([{ count: 8 }]);
  });

  it("finds what somebody changed by hand when asked to verify", async () => {
    await ask("MATCH (c:State {id: 'china'}) SET c.name = 'Chinas', c.population = 5");
    await ask("MATCH (:Person)-[r:MADE]->() SET r.modality = 'ACTUAL', r.checkedBy = 'me'");
    await ask("MATCH (:State {id: 'china'})-[:HAS_ALIAS]->(a {text: 'PRC'}) SET a.text = 'CRP'");
    expect((await loadGraph(connection, graphOf(samples))).nodes.unchanged).toBe(8);
    const summary = await loadGraph(connection, graphOf(samples), { verify: true });
    expect([summary.nodes.changed, summary.links.changed]).toEqual([1, 1]);
    expect(await readGraph(connection, ontology)).toEqual(samples);
    expect(
      await ask("MATCH (c:State {id: 'china'}), ()-[r:MADE]->() RETURN DISTINCT c.population AS p, r.checkedBy AS by"),
    ).toEqual([{ p: 5, by: "me" }]);
    expect((await loadGraph(connection, graphOf(samples), { verify: true })).links.unchanged).toBe(8);
  });

  it("keeps labels, properties and relationships of others on nodes that change", async () => {
    await ask(
      "MATCH (c:State {id: 'china'}) SET c:Bookmarked, c.population = 5 CREATE (:ReadersNote {text: 'mine'})-[:NOTES {by: 'me'}]->(c)",
    );
    await loadGraph(connection, graphOf(changed));
    expect(
      await ask(
        "MATCH (n:ReadersNote)-[r:NOTES]->(c:Bookmarked:State) RETURN r.by AS by, c.population AS population, c.summary AS summary",
      ),
    ).toEqual([{ by: "me", population: 5, summary: null }]);
  });

  it("leaves a node that others hold on to as a bare one, and makes it the same node again when it comes back", async () => {
    await ask("MATCH (f {id: 'finding'}) CREATE (:ReadersNote {text: 'mine'})-[:NOTES]->(f)");
    const [before] = await ask("MATCH (f {id: 'finding'}) RETURN elementId(f) AS id");
    await loadGraph(connection, graphOf(changed));
    expect(
      await ask("MATCH (:ReadersNote)-[:NOTES]->(f) RETURN labels(f) AS labels, properties(f) AS properties"),
    ).toEqual([{ labels: ["PlenaryRemoved"], properties: { id: "finding" } }]);
    expect((await readGraph(connection, ontology)).nodes.map(({ id }) => id)).not.toContain("finding");
    await loadGraph(connection, graphOf(samples));
    expect(await readGraph(connection, ontology)).toEqual(samples);
    expect(await ask("MATCH (:ReadersNote)-[:NOTES]->(f:Statement) RETURN elementId(f) AS id")).toEqual([before]);
  });

  it("says what stands in the way where somebody else has a value that must be unique", async () => {
    await ask("MATCH (c:State {id: 'china'}) DETACH DELETE c");
    await ask("CREATE (:State:ReadersNote {iso3: 'CHN'})");
    await expect(loadGraph(connection, graphOf(samples))).rejects.toThrow(/Something else in the Neo4j database/);
    await ask("MATCH (n:ReadersNote) DELETE n");
    await loadGraph(connection, graphOf(samples));
    expect(await readGraph(connection, ontology)).toEqual(samples);
  });

  it("reaches what an ontology of before left behind", async () => {
    const sdl = await readFile(ontologyPath, "utf8");
    const other = readOntology(sdl.replaceAll('"LOCATED_IN"', '"SITUATED_IN"'));
    await loadGraph(connection, graphOf(changed));
    const rest = { nodes: changed.nodes, edges: changed.edges.filter(({ type }) => type !== "LOCATED_IN") };
    await loadGraph(connection, buildGraph(rest, other));
    expect(await ask("MATCH (:Entity)-[r:LOCATED_IN]->() RETURN r")).toEqual([]);
    await expect(readGraph(connection, ontology)).rejects.toThrow(
      /another ontology: [0-9a-f]{12}, where [0-9a-f]{12} is expected.*plenary load/,
    );
  });
});
