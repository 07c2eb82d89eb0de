import { GenericContainer, Wait, getContainerRuntimeClient } from "testcontainers";
import type { TestProject } from "vitest/node";

import { chosenRelease } from "../../scripts/neo4j/release.js";
import { startServer } from "../../scripts/neo4j/server.js";
import type { Neo4jAvailability } from "./neo4j.js";

/** Vitest's global set-up of the Neo4j tests: one server for all of them, found or started here and stopped after the last. */

const BOLT_PORT = 7687;

let stop: () => Promise<void> = () => Promise.resolve();

export async function setup(project: TestProject): Promise<void> {
  const available = await find();
  if ("unavailable" in available) {
    if (process.env["REQUIRE_NEO4J"] === "1") {
      throw new Error(`REQUIRE_NEO4J=1, but there is no Neo4j to test with: ${available.unavailable}`);
    }
    console.warn(`The tests with Neo4j are skipped: ${available.unavailable}`);
  }
  project.provide("neo4j", available);
}

export async function teardown(): Promise<void> {
  await stop();
}

async function find(): Promise<Neo4jAvailability> {
  const uri = process.env["NEO4J_URI"];
  if (uri !== undefined && uri !== "") {
    return { uri, user: process.env["NEO4J_USER"] ?? "neo4j", password: process.env["NEO4J_PASSWORD"] ?? "neo4j" };
  }
  if (await dockerAnswers()) return container();
  // A release that is not known is a mistake, not a reason to skip.
  chosenRelease();
  try {
    const server = await startServer();
    stop = () => server.stop();
    return { uri: server.uri, user: server.user, password: server.password };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { unavailable: `NEO4J_URI is not set, no Docker engine answers, and: ${reason}` };
  }
}

async function dockerAnswers(): Promise<boolean> {
  return getContainerRuntimeClient().then(
    () => true,
    () => false,
  );
}

async function container(): Promise<Neo4jAvailability> {
  const password = "plenary-tests";
  const started = await new GenericContainer(`neo4j:${chosenRelease().version}-community`)
    .withEnvironment({ NEO4J_AUTH: `neo4j/${password}` })
    .withExposedPorts(BOLT_PORT)
    .withWaitStrategy(Wait.forLogMessage(/Started\./))
    .start();
  stop = async () => {
    await started.stop();
  };
  return { uri: `bolt://${started.getHost()}:${started.getMappedPort(BOLT_PORT)}`, user: "neo4j", password };
}
