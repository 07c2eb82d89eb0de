import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { packageRoot } from "../../src/config/paths.js";
import { ConfigError } from "../../src/config/errors.js";
import { readConfig } from "../../src/config/read.js";

const read = (variables: Record<string, string>, neo4jFor?: string) =>
  readConfig(variables, { cwd: "/project", ...(neo4jFor === undefined ? {} : { neo4jFor }) });

function problems(variables: Record<string, string>, neo4jFor?: string): readonly string[] {
  try {
    read(variables, neo4jFor);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("a configuration", () => {
  test("needs nothing to be set", () => {
    const config = read({});
    expect(config).toMatchObject({ engine: "memory", neo4j: null });
    expect(config.server).toMatchObject({
      host: "127.0.0.1",
      port: 4000,
      corsOrigins: [],
      allowedHosts: [],
      bodyLimit: 1_048_576,
    });
    expect(config.seeds).toBe(join(packageRoot, "seeds"));
    expect(config.snapshotFile).toBe(join(packageRoot, "build/graph.plenary"));
    expect(config.ontology).toBe(join(packageRoot, "schema/ontology.graphql"));
    expect(config.texts).toBeNull();
  });

  test("takes a blank variable for one that is not set, and trims what people paste", () => {
    expect(read({ PORT: " ", SEEDS: "" })).toEqual(read({}));
    expect(read({ PORT: " 80 " }).server.port).toBe(80);
  });

  test("starts relative paths from the working directory", () => {
    expect(
      read({ SEEDS: "mine", SNAPSHOT_FILE: "a/b.plenary", ONTOLOGY: "/o.graphql", TEXTS: "../texts" }),
    ).toMatchObject({
      seeds: "/project/mine",
      snapshotFile: "/project/a/b.plenary",
      ontology: "/o.graphql",
      texts: "/texts",
    });
  });

  test("splits lists", () => {
    const { server } = read({
      CORS_ORIGIN: "https://a.example, http://localhost:5173",
      ALLOWED_HOSTS: "Graph.Example.org,",
    });
    expect(server.corsOrigins).toEqual(["https://a.example", "http://localhost:5173"]);
    expect(server.allowedHosts).toEqual(["graph.example.org"]);
  });

  test("has a database where one is configured", () => {
    const variables = { ENGINE: "neo4j", NEO4J_URI: "bolt+s://db.example:7687", NEO4J_PASSWORD: " spaced " };
    expect(read(variables).neo4j).toEqual({ uri: "bolt+s://db.example:7687", user: "neo4j", password: " spaced " });
    expect(read({ ...variables, NEO4J_DATABASE: "graph" }).neo4j?.database).toBe("graph");
  });
});

describe("a mistake names the variable, its value and what is expected", () => {
  test.each([
    ["PORT", "http", 'PORT is "http"; expected a whole number from 0 to 65535'],
    ["PORT", "65536", 'PORT is "65536"; expected a whole number from 0 to 65535'],
    ["PORT", "-1", 'PORT is "-1"; expected a whole number from 0 to 65535'],
    ["PORT", "0x10", 'PORT is "0x10"; expected a whole number from 0 to 65535'],
    ["PORT", "4000.5", 'PORT is "4000.5"; expected a whole number from 0 to 65535'],
    ["ENGINE", "Neo4j", 'ENGINE is "Neo4j"; expected one of memory, neo4j'],
    [
      "HOST",
      "http://0.0.0.0",
      'HOST is "http://0.0.0.0"; expected a host name or an IP address, without scheme, port or path',
    ],
    [
      "HOST",
      "127.0.0.1:80",
      'HOST is "127.0.0.1:80"; expected a host name or an IP address, without scheme, port or path',
    ],
    ["CORS_ORIGIN", "example.org", 'CORS_ORIGIN is "example.org"; expected web origins separated by commas'],
    ["CORS_ORIGIN", "https://example.org/", 'CORS_ORIGIN is "https://example.org/"; expected web origins'],
    ["ALLOWED_HOSTS", "https://example.org", 'ALLOWED_HOSTS is "https://example.org"; expected host names'],
    ["LOG_LEVEL", "verbose", 'LOG_LEVEL is "verbose"; expected one of fatal, error, warn, info, debug, trace, silent'],
    ["REQUEST_TIMEOUT_MS", "10s", 'REQUEST_TIMEOUT_MS is "10s"; expected a whole number of milliseconds from 1'],
    ["BODY_LIMIT", "1MB", 'BODY_LIMIT is "1MB"; expected a whole number of bytes from 1024'],
    [
      "NEO4J_URI",
      "http://127.0.0.1:7474",
      'NEO4J_URI is "http://127.0.0.1:7474"; expected an address such as neo4j://',
    ],
  ])("%s=%s", (name, value, message) => {
    const found = problems({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  test("and all are told at once", () => {
    const found = problems({ PORT: "x", ENGINE: "neo4j", LOG_LEVEL: "loud" });
    expect(found.map((problem) => problem.split(" ")[0])).toEqual(["PORT", "LOG_LEVEL", "NEO4J_URI", "NEO4J_PASSWORD"]);
  });

  test("and never shows a password, wherever it stands", () => {
    const found = problems({
      NEO4J_URI: "bolt://neo4j:hunter2@db:7687",
      NEO4J_PASSWORD: "hunter2",
      ENGINE: "neo4j",
    }).join();
    expect(found).toContain("without user and password");
    expect(found).not.toContain("hunter2");
  });

  test("and what a database is needed for", () => {
    expect(problems({}, "plenary load")).toEqual([
      "NEO4J_URI is not set; expected the address of the database, such as neo4j://127.0.0.1:7687 (needed for plenary load)",
      "NEO4J_PASSWORD is not set; expected the password of NEO4J_USER (needed for plenary load)",
    ]);
  });
});
