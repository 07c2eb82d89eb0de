import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { DOSSIER, folderWith, spawnPlenary } from "./support/cli.js";

let folder: Awaited<ReturnType<typeof folderWith>>;
let env: Record<string, string>;
beforeAll(async () => {
  folder = await folderWith(DOSSIER);
  env = { SEEDS: join(folder.path, "seeds"), SNAPSHOT_FILE: join(folder.path, "graph.plenary"), PORT: "0" };
});
afterAll(() => folder.remove());

describe("the program", () => {
  test("finds what comes with it from any working directory", async () => {
    const { code, stdout } = await spawnPlenary(["check"], { cwd: folder.path, env }).done;
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "4 nodes, 1 link, 4 evidences from 2 sources; no problems\n",
    });
    expect((await spawnPlenary(["--version"], { cwd: folder.path }).done).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test("shows a trace only to whoever asks for it", async () => {
    const wrong = ["query", "nothing.graphql"];
    const plain = await spawnPlenary(wrong, { env }).done;
    expect(plain).toMatchObject({
      code: 2,
      stderr: "plenary: nothing.graphql cannot be read: there is no such file\n",
    });
    const traced = await spawnPlenary(wrong, { env: { ...env, DEBUG: "plenary" } }).done;
    expect(traced.stderr).toMatch(/\n +at /);
  });
});

describe("plenary serve", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("answers, and ends with 0 on %s", async (signal) => {
    const server = spawnPlenary(["serve"], { env });
    const [, url = ""] = await server.seen(/GraphQL at (http:\/\/127\.0\.0\.1:\d+)\/graphql/);
    const answer = await fetch(`${url}/graphql?query={state(iso3:"AST"){name}}`);
    expect(await answer.json()).toMatchObject({ data: { state: { name: "A State" } } });
    const ready = (await (await fetch(`${url}/health/ready`)).json()) as Record<string, unknown>;
    expect(ready).toMatchObject({ status: "ready", engine: "memory" });
    server.kill(signal);
    const { code, stdout, stderr } = await server.done;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const line of stdout.trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("msg");
  });

  test("says which setting to change where the port is taken", async () => {
    const first = spawnPlenary(["serve"], { env });
    const [, port = ""] = await first.seen(/GraphQL at http:\/\/127\.0\.0\.1:(\d+)\/graphql/);
    const second = await spawnPlenary(["serve", "--port", port], { env }).done;
    first.kill("SIGTERM");
    await first.done;
    expect(second.code).toBe(2);
    expect(second.stderr).toBe(
      `plenary: cannot listen on 127.0.0.1, port ${port}: something else listens there already; set PORT to another one, or to 0 for any that is free\n`,
    );
  });

  test("does not start on dossiers with problems, and lists them", async () => {
    const broken = await folderWith({ ...DOSSIER, "seeds/small/more.yaml": "- id: x\n  type: Nothing\n" });
    const { code, stderr } = await spawnPlenary(["serve"], { env: { ...env, SEEDS: join(broken.path, "seeds") } }).done;
    await broken.remove();
    expect(code).toBe(1);
    expect(stderr).toMatch(/small\/more\.yaml:2:9: .*Nothing/);
    expect(stderr).toMatch(/plenary: \d+ problems? in the dossiers\n$/);
  });
});
