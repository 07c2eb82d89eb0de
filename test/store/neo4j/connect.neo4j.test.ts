import { expect, inject, it } from "vitest";

import { PlenaryError } from "../../../src/errors.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { type ConnectionConfig, connect } from "../../../src/store/neo4j/connect.js";
import { loadGraph } from "../../../src/store/neo4j/load.js";
import { buildGraph } from "../../../src/graph/graph.js";
import { readGraph } from "../../../src/store/neo4j/read.js";
import { describeNeo4j } from "../../support/neo4j.js";
import { samples } from "./samples.js";

const ontology = await loadOntology(ontologyPath);

describeNeo4j("connecting to Neo4j", (connectAgain) => {
  const refusal = async (change: Partial<ConnectionConfig>): Promise<PlenaryError> => {
    const available = inject("neo4j");
    if ("unavailable" in available) throw new Error(available.unavailable);
    const error: unknown = await connect({ ...available, ...change }).catch((thrown: unknown) => thrown);
    if (!(error instanceof PlenaryError)) throw new Error(`not refused as it should be: ${String(error)}`);
    return error;
  };

  it("refuses a wrong password without repeating it", async () => {
    const error = await refusal({ password: "not-the-password" });
    expect(error).toMatchObject({ code: "UNAVAILABLE", message: expect.stringMatching(/NEO4J_PASSWORD/) as string });
    expect(error.message).not.toContain("not-the-password");
  });

  it("says that nobody answers, without the address", async () => {
    const error = await refusal({ uri: "bolt://127.0.0.1:1" });
    expect(error).toMatchObject({ code: "UNAVAILABLE", message: expect.stringMatching(/cannot be reached/) as string });
    expect(error.message).not.toContain("127.0.0.1");
  });

  it("refuses what is no address", async () => {
    const error = await refusal({ uri: "http://example.org" });
    expect(error.message).toMatch(/NEO4J_URI is not an address of Neo4j/);
  });

  it("refuses a database that is not there", async () => {
    const error = await refusal({ database: "elsewhere" });
    expect(error.message).toMatch(/no database of that name.*NEO4J_DATABASE/);
  });

  it("refuses a database where nothing is loaded", async () => {
    const connection = await connectAgain();
    await connection.driver.executeQuery("MATCH (s:PlenarySnapshot) DELETE s");
    await expect(readGraph(connection, ontology)).rejects.toThrow(/holds no graph yet.*plenary load/);
    await connection.driver.close();
  });

  it("refuses a graph of another ontology, or of another storage format", async () => {
    const connection = await connectAgain();
    await loadGraph(connection, buildGraph(samples, ontology));
    await expect(readGraph(connection, { ...ontology, hash: "0".repeat(64) })).rejects.toThrow(/another ontology/);
    await connection.driver.executeQuery("MATCH (s:PlenarySnapshot) SET s.format = 0");
    await expect(readGraph(connection, ontology)).rejects.toThrow(/another version of Plenary/);
    await connection.driver.close();
  });
});
