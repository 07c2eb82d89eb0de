import { readFile } from "node:fs/promises";

import { afterAll, afterEach, beforeAll, expect, it } from "vitest";

import { type Graph, buildGraph } from "../../../src/graph/graph.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import type { Ontology } from "../../../src/ontology/model.js";
import { readOntology } from "../../../src/ontology/read.js";
import type { Connection } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { readGraph } from "../../../src/store/neo4j/read.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { asker } from "./database.js";
import { edge, node } from "./samples.js";

const sdl = await readFile(ontologyPath, "utf8");
const [plain, coded, unique] = ["", "code: String", "code: String @unique"].map(withPlaces);
if (plain === undefined || coded === undefined || unique === undefined) throw new Error("three ontologies");

/** The ontology with a field more on places, and where there is one, a relationship that nobody has heard of. */
function withPlaces(field: string): Ontology {
  const fields = `"A code." ${field} "Its twins." twins: [Place!]! @relationship(type: "TWINNED_WITH", direction: OUT)`;
  return readOntology(field === "" ? sdl : sdl.replace(/^type Place .*\{$/m, (line) => `${line} ${fields}`));
}

/** Two places and their codes. */
function places(ontology: Ontology, codes: readonly string[] = []): Graph {
  const [a, b] = ["arda", "bora"].map((id, index) => {
    const code = codes[index];
    return node(id, "Place", { properties: code === undefined ? {} : { code } });
  });
  if (a === undefined || b === undefined) throw new Error("two places");
  const edges = ontology.relationships.has("TWINNED_WITH") ? [edge("arda", "TWINNED_WITH", "bora")] : [];
  return buildGraph({ nodes: [a, node("article", "Source"), b], edges }, ontology);
}

describeNeo4j("the constraints and indexes of a graph", (connectAgain) => {
  let connection: Connection;
  const ask = asker(() => connection);
  const names = async (): Promise<readonly unknown[]> =>
    (await ask("SHOW INDEXES YIELD name ORDER BY name")).map(({ name }) => name);

  beforeAll(async () => {
    connection = await connectAgain();
  });
  afterEach(async () => {
    await ask("MATCH (n:Place) WHERE NOT n:Entity DELETE n");
    await loadGraph(connection, places(plain));
  });
  afterAll(() => connection.driver.close());

  it("go with the ontology that needed them, and those of others stay", async () => {
    await loadGraph(connection, places(plain));
    const before = await names();
    await ask("CREATE INDEX plenary_mine IF NOT EXISTS FOR (n:Place) ON (n.summary)");
    await ask("CREATE CONSTRAINT theirs IF NOT EXISTS FOR (n:Theirs) REQUIRE n.code IS UNIQUE");
    try {
      await loadGraph(connection, places(unique, ["A", "B"]));
      expect(await names()).toEqual(
        expect.arrayContaining(["plenary_Place_code", "plenary_TWINNED_WITH_id", "theirs"]),
      );
      await loadGraph(connection, places(plain));
      expect(await names()).toEqual([...before, "plenary_mine", "theirs"].sort());
    } finally {
      await ask("DROP INDEX plenary_mine IF EXISTS");
      await ask("DROP CONSTRAINT theirs IF EXISTS");
    }
  });

  it("let a property have values that were to be unique before", async () => {
    await loadGraph(connection, places(unique, ["A", "B"]));
    await loadGraph(connection, places(coded, ["A", "A"]));
    expect((await readGraph(connection, coded)).nodes.map(({ properties }) => properties["code"])).toEqual([
      "A",
      undefined,
      "A",
    ]);
  });

  it("let a property become unique whose stored values are not", async () => {
    await loadGraph(connection, places(coded, ["A", "A"]));
    await loadGraph(connection, places(unique, ["A", "B"]));
    expect(await names()).toContain("plenary_Place_code");
    await loadGraph(connection, places(coded, ["A", "A"]));
    await loadGraph(connection, places(unique));
    expect(await names()).toContain("plenary_Place_code");
  });

  it("are refused, and the graph stays, where others have such values", async () => {
    await loadGraph(connection, places(coded, ["A", "B"]));
    await ask("CREATE (:Place {code: 'C'}), (:Place {code: 'C'})");
    await expect(loadGraph(connection, places(unique, ["A", "B"]))).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      message: expect.stringMatching(
        /^Something else in the Neo4j database has a value that has to be unique/,
      ) as string,
    });
    expect((await readGraph(connection, coded)).nodes).toHaveLength(3);
  });
});
