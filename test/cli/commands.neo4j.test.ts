import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

import { FORMATS } from "../../src/export/formats.js";
import { describeNeo4j } from "../support/neo4j.js";
import { builtProgram } from "../support/built.js";
import { DOSSIER, type Finished, folderWith, plenary, spawnPlenary } from "./support/cli.js";

describeNeo4j("the command line over Neo4j", () => {
  let folder: Awaited<ReturnType<typeof folderWith>>;
  let env: Record<string, string>;
  let loaded: Finished;
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
    loaded = await command(["load"]);
  });
  afterAll(() => folder.remove());

  const command = (args: readonly string[], stdin = ""): Promise<Finished> => plenary(args, { env, stdin });

  test("plenary load tells what it changed, and where to look at it, without the password", () => {
    expect(loaded.stdout).toMatch(
      /^snapshot [0-9a-f]{64}\n {2}4 nodes: .*\n {2}1 link: .*\nloaded in [\d.]+ s\n\nIn Neo4j Browser, connect to bolt:.* as neo4j, .*\n {2}MATCH /,
    );
    expect(loaded.stdout).not.toContain(env["NEO4J_PASSWORD"]);
  });

  test("a dry run prints the difference and leaves it", async () => {
    const other = await folderWith({
      ...DOSSIER,
      "seeds/small/more.yaml":
        "- { id: a-town, type: Place, name: A town, evidence: [{ source: first-article, paragraph: 1 }] }\n",
    });
    const changed = { ...env, SEEDS: join(other.path, "seeds"), SNAPSHOT_FILE: join(other.path, "graph.plenary") };
    for (let run = 0; run < 2; run++) {
      const { code, stdout } = await plenary(["load", "--dry-run"], { env: changed });
      expect(code).toBe(0);
      expect(stdout).toMatch(
        /^\+ node a-town\nsnapshot [^]*5 nodes: 1 added, 0 changed, 0 removed, 4 unchanged[^]*nothing was changed in/,
      );
    }
    await other.remove();
  });

  test("an export has the same bytes as one from memory", async () => {
    for (const { name } of FORMATS.values()) {
      const stored = await command(["export", "--format", name, "--engine", "neo4j"]);
      expect(stored.code).toBe(0);
      expect(stored.stdout).toBe((await command(["export", "--format", name])).stdout);
    }
    const question = "{ blockings { nodes { id } } }";
    const shown = await command(["export", "--format", "csv-edges", "--query", "-", "--engine", "neo4j"], question);
    expect(shown.stdout).toContain("a-state/BLOCKED/a-resolution");
  });

  test("a server pinned to another snapshot refuses, and says which there is and what to run", async () => {
    const other = "0".repeat(64);
    for (const engine of ["neo4j", "memory"]) {
      const { code, stderr } = await plenary(["query", "-", "--engine", engine], {
        env: { ...env, SNAPSHOT: other },
        stdin: "{ snapshot { id } }",
      });
      expect(code).toBe(3);
      expect(stderr).toContain(/snapshot ([0-9a-f]{64})/.exec(loaded.stdout)?.[1]);
      expect(stderr).toContain(`SNAPSHOT pins ${other}`);
    }
    const pinned = { ...env, SNAPSHOT: /snapshot ([0-9a-f]{64})/.exec(loaded.stdout)?.[1] ?? "" };
    expect(
      (await plenary(["query", "-", "--engine", "neo4j"], { env: pinned, stdin: "{ snapshot { id } }" })).code,
    ).toBe(0);
  });

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
