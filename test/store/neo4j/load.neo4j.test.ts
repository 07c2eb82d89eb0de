import { afterAll, beforeAll, expect, it } from "vitest";

import { snapshotId } from "../../../src/graph/canonical.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import type { Connection } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { buildGraph } from "../../../src/graph/graph.js";
import { readGraph } from "../../../src/store/neo4j/read.js";
import { fixtureRecords } from "../../support/fixture.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { edge, node, samples } from "./samples.js";

const ontology = await loadOntology(ontologyPath);

describeNeo4j("loading a graph into Neo4j", (connectAgain) => {
  let connection: Connection;
  const ask = async (cypher: string, parameters: Record<string, unknown> = {}): Promise<Record<string, unknown>[]> => {
    const { records } = await connection.driver.executeQuery(cypher, parameters);
    return records.map((record) => record.toObject());
  };

  beforeAll(async () => {
    connection = await connectAgain();
  });
  afterAll(async () => {
    await connection.driver.close();
  });

  it("reads back the records that were loaded", async () => {
    const summary = await loadGraph(connection, buildGraph(samples, ontology));
    const stored = await readGraph(connection, ontology);
    expect(stored).toEqual(samples);
    expect(snapshotId(stored)).toBe(snapshotId(samples));
    expect(summary).toMatchObject({ snapshot: snapshotId(samples) });
  });

  it("reads back the graph that engines are tested with", async () => {
    await loadGraph(connection, buildGraph(fixtureRecords(), ontology));
    expect(await readGraph(connection, ontology)).toEqual(fixtureRecords());
  });

  it("leaves the same graph when the same records are loaded again", async () => {
    await loadGraph(connection, buildGraph(samples, ontology));
    const count = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS links";
    const [once] = await ask(count);
    await loadGraph(connection, buildGraph(samples, ontology));
    expect(await ask(count)).toEqual([once]);
  });

  it("replaces what was there, a node of another type under the same id included", async () => {
    await loadGraph(connection, buildGraph(samples, ontology));
    const others = {
      nodes: [node("article", "Source"), node("china", "Place"), node("draft", "Topic")],
      edges: [edge("article", "ABOUT", "china")],
    };
    await loadGraph(connection, buildGraph(others, ontology));
    expect(await readGraph(connection, ontology)).toEqual(others);
    expect(await ask("MATCH (n:State) RETURN n.id AS id")).toEqual([]);
  });

  it("lets a node take over the unique value of another that stays", async () => {
    const states = (a: string, b: string) => {
      const state = (id: string, iso3: string) => node(id, "State", { properties: { iso3 } });
      return { nodes: [state("arda", a), state("bora", b)], edges: [] };
    };
    await loadGraph(connection, buildGraph(states("AAA", "BBB"), ontology));
    await loadGraph(connection, buildGraph(states("BBB", "AAA"), ontology));
    expect(await readGraph(connection, ontology)).toEqual(states("BBB", "AAA"));
  });

  it("leaves alone what others keep in the database", async () => {
    await loadGraph(connection, buildGraph(samples, ontology));
    await ask(
      "MATCH (c:State {id: 'china'}) CREATE (n:ReadersNote {text: 'mine'})-[:NOTES {by: 'me'}]->(c), (:State {name: 'Utopia'}), (:Claim)",
    );
    try {
      await loadGraph(connection, buildGraph(samples, ontology));
      const found = await ask(
        "MATCH (n:ReadersNote)-[r:NOTES]->(c:State) RETURN n.text AS text, r.by AS by, c.id AS about, " +
          "COUNT { (:State {name: 'Utopia'}) } AS states, COUNT { MATCH (k:Claim) WHERE k.property IS NULL } AS claims",
      );
      expect(found).toEqual([{ text: "mine", by: "me", about: "china", states: 1, claims: 1 }]);
      expect(await readGraph(connection, ontology)).toEqual(samples);
    } finally {
      await ask(
        "MATCH (n) WHERE n:ReadersNote OR n.name = 'Utopia' OR (n:Claim AND n.property IS NULL) DETACH DELETE n",
      );
    }
  });

  it("stores data that reads naturally in plain Cypher", async () => {
    await loadGraph(connection, buildGraph(samples, ontology));
    expect(
      await ask(
        "MATCH (who:Actor)-[how:VETOED|BLOCKED]->(what:Proposal) WHERE how.date_min >= '2016-01-01' " +
          "RETURN who.name AS who, how.form AS form, how.known AS known, how.corroboration AS sources, what.status AS status, " +
          "[i IN range(0, size(how.evidence_source) - 1) | how.evidence_source[i] + ' ' + how.evidence_row[i]] AS rows",
      ),
    ).toEqual([
      {
        who: "China",
        form: "VETO",
        known: "2017-05-30",
        // Derived: as well founded as the weakest of its premises.
        sources: 1,
        status: "VETOED",
        rows: ["article -1", "register 7", "article -1"],
      },
    ]);
    expect(await ask("MATCH (v:Vote) WHERE v.tally_no > 2 RETURN v.id AS id, labels(v) AS labels")).toEqual([
      { id: "vote", labels: ["Entity", "Vote"] },
    ]);
    expect(
      await ask(
        "MATCH (s:State)-[:HAS_ALIAS]->(a:Alias) RETURN s.aliases AS texts, a.kind AS kind ORDER BY a.position",
      ),
    ).toEqual([
      { texts: ["People's Republic of China", "PRC"], kind: "NAME" },
      { texts: ["People's Republic of China", "PRC"], kind: "ACRONYM" },
    ]);
  });

  it("tells how far it is", async () => {
    const progress: { readonly done: number; readonly total: number }[] = [];
    await loadGraph(connection, buildGraph(samples, ontology), { onProgress: (step) => progress.push(step) });
    expect(progress.at(-1)).toEqual({ done: 16, total: 16 });
    expect(progress.map((step) => step.done)).toEqual(progress.map((step) => step.done).toSorted((a, b) => a - b));
  });
});
