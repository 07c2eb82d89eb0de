import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";

import { type Server, startServer } from "../../scripts/neo4j/server.js";
import type { Engine } from "../../src/engine/engine.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import type { Plan } from "../../src/plan/plan.js";
import { copyGraph } from "../../src/replica/copy.js";
import type { Copying } from "../../src/replica/copying.js";
import { neo4jOrigin } from "../../src/replica/neo4j-origin.js";
import { replicaEngine } from "../../src/replica/replica.js";
import { connect } from "../../src/store/neo4j/connect.js";
import { loadInto, named } from "../support/named.js";
import { describeNeo4j } from "../support/neo4j.js";

const ontology = await loadOntology(ontologyPath);
const WHO: Plan = {
  kind: "lookup",
  property: "id",
  values: ["arda"],
  types: ["State"],
  fields: [{ as: "name", on: null, kind: "property", name: "name" }],
};

/** As a server copies, but in this thread. */
const copying: Copying = async ({ config, load }) => {
  const connection = await connect(config);
  try {
    return await copyGraph(connection, ontology, load);
  } finally {
    await connection.driver.close();
  }
};

/** Neo4j starts, and loads for the first time, several times here. */
const PATIENCE_MS = 120_000;

// A server of its own, for it is stopped and paused.
describeNeo4j("a replica of Neo4j", () => {
  let data: string;
  let server: Server;
  let engine: Engine;
  /** What every question asked meanwhile got, one after the other. */
  const answers: string[] = [];
  const asking = new AbortController();
  let asked: Promise<void>;

  const config = (): { uri: string; user: string; password: string } => {
    const { uri, user, password } = server;
    return { uri, user, password };
  };
  const load = (name: string): Promise<void> => loadInto(config(), named(name, ontology));
  const replica = async (pinned: string | null): Promise<Engine> => {
    const options = { config: config(), ontology, pinned, copying, limit: 1_000 };
    return replicaEngine(neo4jOrigin(await connect(config()), options), { interval: 200, say: () => undefined });
  };
  const name = async (asked = engine): Promise<string> => {
    const session = await asked.session({ deadline: Date.now() + 10_000, edges: 1_000 });
    const [state] = (await session.run(WHO)) as readonly { readonly name: string }[];
    return state?.name ?? "nobody";
  };
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await setTimeout(50);
  };
  const problem = (): string | null => engine.copy?.().problem ?? null;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), "plenary-replica-"));
    server = await startServer({ data });
    await load("One");
    engine = await replica(null);
    asked = (async () => {
      while (!asking.signal.aborted) {
        answers.push(await name());
        await setTimeout(20);
      }
    })();
  });
  afterAll(async () => {
    asking.abort();
    await asked;
    await engine.close();
    await server.stop();
    await rm(data, { recursive: true, force: true });
  });

  test("keeps the graph that it is pinned to, says so, and starts on no other", { timeout: PATIENCE_MS }, async () => {
    const pinned = named("One", ontology).snapshot;
    const refusal = `Neo4j holds snapshot ${named("Two", ontology).snapshot}, and SNAPSHOT pins ${pinned}. Run \`plenary load\``;
    const keeping = await replica(pinned);
    try {
      await load("Two");
      // While the graph is loaded, it is that which stands in the way.
      await until(() => keeping.copy?.().problem?.includes("SNAPSHOT") ?? false);
      expect(keeping.copy?.().problem).toContain(refusal);
      expect(await name(keeping)).toBe("One");
      await expect(replica(pinned)).rejects.toThrow(refusal);
    } finally {
      await keeping.close();
    }
    await until(() => answers.at(-1) === "Two");
    await load("One");
    await until(() => answers.at(-1) === "One");
  });

  test("follows a load within seconds", { timeout: PATIENCE_MS }, async () => {
    await load("Two");
    const before = Date.now();
    await until(() => answers.at(-1) === "Two");
    expect(Date.now() - before).toBeLessThan(5_000);
  });

  test(
    "answers while the database is stopped, says so, and catches up when it is back",
    { timeout: PATIENCE_MS },
    async () => {
      const { port } = server;
      await server.stop();
      await until(() => problem() !== null);
      expect(problem()).toBe("Neo4j cannot be reached. Check NEO4J_URI, and that the server is running.");
      expect(await name()).toBe("Two");
      server = await startServer({ data, port });
      await load("Three");
      await until(() => answers.at(-1) === "Three");
      await until(() => problem() === null);
    },
  );

  test("answers while the database hangs, and says so", { timeout: PATIENCE_MS }, async () => {
    process.kill(server.pid, "SIGSTOP");
    try {
      await until(() => problem() !== null);
      expect(problem()).toMatch(/^Neo4j (does not answer|cannot be reached)\./);
      expect(await name()).toBe("Three");
    } finally {
      process.kill(server.pid, "SIGCONT");
    }
    await until(() => problem() === null);
  });

  test(
    "goes on with the old graph where the stored one was changed by another hand",
    { timeout: PATIENCE_MS },
    async () => {
      await load("Four");
      await until(() => answers.at(-1) === "Four");
      const connection = await connect(config());
      const session = connection.driver.session();
      await session.run("MATCH (s:State {id: 'arda'}) SET s.name = 'Forged'");
      await session.run("MATCH (s:PlenarySnapshot) SET s.load = 'forged', s.id = 'forged'");
      await session.close();
      await connection.driver.close();
      await until(() => problem() !== null);
      expect(problem()).toMatch(/^The graph in Neo4j is not the one that was loaded/);
      expect(await name()).toBe("Four");
      await load("Five");
      await until(() => answers.at(-1) === "Five");
    },
  );

  test("nobody who asked meanwhile got an error, or an answer out of order", () => {
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.filter((answer, index) => answer !== answers[index - 1])).toEqual([
      "One",
      "Two",
      "One",
      "Two",
      "Three",
      "Four",
      "Five",
    ]);
  });
});

/** The fixture with another name for one state. */
