import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { type Server, startServer } from "../../scripts/neo4j/server.js";
import { createApi } from "../../src/api/api.js";
import { readConfig } from "../../src/config/read.js";
import { memoryEngine } from "../../src/engine/memory/engine.js";
import { neo4jEngine } from "../../src/engine/neo4j/engine.js";
import { ontologyPath } from "../../src/ontology/default.js";
import { loadOntology } from "../../src/ontology/load.js";
import { type RunningServer, listen } from "../../src/server/listen.js";
import { createServer } from "../../src/server/server.js";
import { type ConnectionConfig, connect } from "../../src/store/neo4j/connect.js";
import { ask } from "../support/ask.js";
import { loadInto, named } from "../support/named.js";
import { describeNeo4j } from "../support/neo4j.js";

const ontology = await loadOntology(ontologyPath);
const QUESTION = '{ snapshot { id } state(id: "arda") { name } states { totalCount nodes { id name } } }';
const ASKERS = 6;
const TIMEOUT_MS = 3_000;
/** Neo4j starts several times here. */
const PATIENCE_MS = 150_000;

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly data: unknown;
  /** Of its errors. */
  readonly codes: readonly string[];
  readonly milliseconds: number;
}

// A server of its own, for it is stopped, paused and killed.
describeNeo4j("a server that asks Neo4j each time", () => {
  let data: string;
  let database: Server;
  let server: RunningServer;
  /** What was asked meanwhile got, by any of those who ask without end. */
  let answers: Answer[] = [];
  const asking = new AbortController();
  let asked: Promise<unknown>;
  /** Right answers, by the name that the state has in the graph. */
  const right = new Map<string, unknown>();

  const address = (): ConnectionConfig => {
    const { uri, user, password } = database;
    return { uri, user, password };
  };
  const load = (name: string): Promise<void> => loadInto(address(), named(name, ontology));
  const post = async (): Promise<Answer> => {
    const began = Date.now();
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: QUESTION }),
    });
    const text = await response.text();
    const body = JSON.parse(text) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    const codes = (body.errors ?? []).map(({ extensions }) => extensions.code);
    return { status: response.status, text, data: body.data, codes, milliseconds: Date.now() - began };
  };
  const nameIn = ({ codes, data: found }: Answer): string | null => {
    if (codes.length > 0) return null;
    const [name] = [...right].find(([, expected]) => JSON.stringify(expected) === JSON.stringify(found)) ?? [];
    return name ?? "a wrong answer";
  };
  /** Until all who ask got what is wanted, after those that were under way. */
  const until = async (wanted: (answer: Answer) => boolean): Promise<void> => {
    await setTimeout(500);
    while (answers.length < 2 * ASKERS || !answers.slice(-2 * ASKERS).every(wanted)) await setTimeout(50);
  };
  const answered = (name: string) => (answer: Answer) => nameIn(answer) === name;
  const failed = ({ codes }: Answer): boolean => codes.length > 0;
  const readiness = async (): Promise<{ readonly status: number; readonly milliseconds: number }> => {
    const began = Date.now();
    const { status } = await fetch(`${server.url}/health/ready`);
    return { status, milliseconds: Date.now() - began };
  };

  beforeAll(async () => {
    for (const name of ["One", "Two"]) {
      const answer = await ask(memoryEngine(named(name, ontology), ontology), ontology, QUESTION);
      right.set(name, (answer as { readonly data: unknown }).data);
    }
    data = await mkdtemp(join(tmpdir(), "plenary-direct-"));
    database = await startServer({ data });
    await load("One");
    const { server: defaults } = readConfig({ PORT: "0" }, { cwd: "/" });
    const config = { ...defaults, requestTimeout: TIMEOUT_MS };
    const engine = await neo4jEngine(await connect(address()), ontology);
    const app = await createServer({
      schema: createApi(ontology).schema,
      ontology,
      engine,
      config,
      web: data,
      logTo: { write: () => true },
    });
    server = await listen(app, config);
    const askOn = async (): Promise<void> => {
      while (!asking.signal.aborted) {
        answers.push(await post());
        await setTimeout(100);
      }
    };
    asked = Promise.all(Array.from({ length: ASKERS }, askOn));
  }, PATIENCE_MS);
  afterEach(() => {
    // Whatever happened meanwhile, nobody got a wrong answer, an error that does not say what it is, or none at all.
    const allowed = new Set(["UNAVAILABLE", "TIMEOUT", "SNAPSHOT_CHANGED"]);
    const offending = answers.filter(
      (answer) =>
        nameIn(answer) === "a wrong answer" ||
        !answer.codes.every((code) => allowed.has(code)) ||
        /bolt|127\.0\.0\.1|MATCH|node_modules/.test(answer.text) ||
        answer.milliseconds > 2 * TIMEOUT_MS + 2_000,
    );
    expect(offending).toEqual([]);
    answers = [];
  });
  afterAll(async () => {
    asking.abort();
    await asked;
    await server.close();
    await database.stop();
    await rm(data, { recursive: true, force: true });
  }, PATIENCE_MS);

  test("says so while Neo4j hangs, in time, and answers when it goes on", { timeout: PATIENCE_MS }, async () => {
    await until(answered("One"));
    process.kill(database.pid, "SIGSTOP");
    try {
      await until(failed);
      expect(await readiness()).toMatchObject({ status: 503 });
      expect((await readiness()).milliseconds).toBeLessThan(8_000);
    } finally {
      process.kill(database.pid, "SIGCONT");
    }
    await until(answered("One"));
    expect(await readiness()).toMatchObject({ status: 200 });
  });

  test.each(["SIGTERM", "SIGKILL"] as const)(
    "says so while Neo4j is down after %s, and answers when it is back",
    { timeout: PATIENCE_MS },
    async (signal) => {
      await until(answered("One"));
      const { port, ended } = database;
      process.kill(database.pid, signal);
      await ended;
      await until(failed);
      expect(await readiness()).toMatchObject({ status: 503 });
      expect((await readiness()).milliseconds).toBeLessThan(8_000);
      database = await startServer({ data, port });
      await until(answered("One"));
    },
  );

  test("answers from one graph or the other while one is loaded", { timeout: PATIENCE_MS }, async () => {
    for (const name of ["Two", "One", "Two"]) {
      await load(name);
      await until(answered(name));
    }
    const names = answers.map(nameIn).filter((name) => name !== null);
    expect(names.length).toBeGreaterThan(ASKERS);
  });
});

/** The fixture with another name for one state. */
