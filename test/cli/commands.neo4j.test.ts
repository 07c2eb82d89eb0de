import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

import { describeNeo4j } from "../support/neo4j.js";
import { builtProgram } from "./support/built.js";
import { DOSSIER, type Finished, folderWith, plenary, spawnPlenary } from "./support/cli.js";

describeNeo4j("the command line over Neo4j", () => {
  let folder: Awaited<ReturnType<typeof folderWith>>;
  let env: Record<string, string>;
  // The copy is made by a thread of its own, which runs only what is built.
  let program: string;
  beforeAll(async () => {
    const available = inject("neo4j");
    if ("unavailable" in available) return;
    folder = await folderWith(DOSSIER);
    program = await builtProgram();
    env = {
      SEEDS: join(folder.path, "seeds"),
      SNAPSHOT_FILE: join(folder.path, "graph.plenary"),
      NEO4J_URI: available.uri,
      NEO4J_USER: available.user,
      NEO4J_PASSWORD: available.password,
    };
    const loaded = await command(["load"]);
    expect(loaded.stderr).toBe("");
    expect(loaded.stdout).toMatch(/^snapshot [0-9a-f]{64}, 4 nodes, 1 link loaded in [\d.]+ s\n$/);
  });
  afterAll(() => folder.remove());

  const command = (args: readonly string[], stdin = ""): Promise<Finished> => plenary(args, { env, stdin });

  test("a question gets the same answer, of the same snapshot, from either engine", async () => {
    const question = '{ snapshot { id } state(iso3: "AST") { name blocked { nodes { name } } } }';
    const [memory, neo4j] = [
      await command(["query", "-"], question),
      await command(["query", "-", "--engine", "neo4j"], question),
    ];
    expect(neo4j.code).toBe(0);
    expect(neo4j.stdout).toBe(memory.stdout);
  });

  test("counts are the same", async () => {
    const counts = (await command(["stats", "--json", "--engine", "neo4j"])).stdout;
    expect(counts).toBe((await command(["stats", "--json"])).stdout);
  });

  test.each(["replica", "direct"])("plenary serve answers from it in %s mode, and stops", async (mode) => {
    const server = spawnPlenary(["serve", "--engine", "neo4j", "--port", "0"], {
      env: { ...env, NEO4J_MODE: mode },
      built: program,
    });
    const [, url = ""] = await server.seen(/GraphQL at (http:\/\/127\.0\.0\.1:\d+)\/graphql/);
    const answer = await fetch(`${url}/graphql?query={state(iso3:"AST"){name}}`);
    expect(await answer.json()).toMatchObject({ data: { state: { name: "A State" } } });
    const ready = await (await fetch(`${url}/health/ready`)).json();
    expect(ready).toMatchObject(
      mode === "direct"
        ? { status: "ready", engine: "neo4j" }
        : { status: "ready", engine: "replica", copy: { problem: null } },
    );
    server.kill("SIGTERM");
    expect((await server.done).code).toBe(0);
  });

  test("a copy is made where it fits, and its size is said", async () => {
    const fits = spawnPlenary(["serve", "--engine", "neo4j", "--port", "0"], { env, built: program });
    const [, said] = await fits.seen(/(copying the graph from Neo4j: 4 nodes, 1 link, about \d+ of 2048 MB)/);
    fits.kill("SIGTERM");
    await fits.done;
    expect(said).toBeDefined();
  });

  test("a wrong password is a service that cannot be reached, without the password", async () => {
    const { code, stderr } = await plenary(["load"], { env: { ...env, NEO4J_PASSWORD: "not-this-one" } });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^plenary: Neo4j refused the user name or password\./);
    expect(stderr).not.toContain("not-this-one");
  });
});
