import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

import { describeNeo4j } from "../support/neo4j.js";
import { asNobody, buildByHand, type Image, makeReadOnly } from "./image.js";

const run = promisify(execFile);
const repository = fileURLToPath(new URL("../..", import.meta.url));
// It installs the dependencies anew, from the registry: not something to do to whoever just runs the tests.
const wanted = process.env["REQUIRE_IMAGE"] === "1";

if (!wanted) describe.skip("the image (REQUIRE_IMAGE=1 builds it)", tests);
else describeNeo4j("the image, built by hand", tests);

function tests(): void {
  let scratch: string;
  let image: Image;
  let env: Record<string, string>;

  beforeAll(async () => {
    const available = inject("neo4j");
    if ("unavailable" in available) return;
    scratch = await mkdtemp(join(tmpdir(), "plenary-image-"));
    const context = join(scratch, "context");
    // What is committed is what a clone has; uncommitted work is not in an image of it either.
    await run("git", ["clone", "--quiet", "--no-hardlinks", repository, context]);
    image = await buildByHand(await readFile(join(context, "Dockerfile"), "utf8"), context, scratch);
    await makeReadOnly(image.folder);
    env = {
      PATH: process.env["PATH"] ?? "",
      ...image.env,
      HOST: "127.0.0.1",
      ENGINE: "neo4j",
      NEO4J_URI: available.uri,
      NEO4J_USER: available.user,
      NEO4J_PASSWORD: available.password,
    };
  }, 600_000);
  afterAll(async () => {
    await run("chmod", ["-R", "u+w", scratch]);
    await rm(scratch, { recursive: true, force: true });
  });

  test("loads, and serves what it loaded, as a user who may write nothing", { timeout: 120_000 }, async () => {
    const [program = "", ...args] = [...asNobody(), ...image.entrypoint];
    await run(program, [...args, "load"], { cwd: image.folder, env });
    const server = spawn(program, [...args, ...image.command], {
      cwd: image.folder,
      env: { ...env, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const port = await portOf(server.stdout);
      const [check = "", ...checkArgs] = image.healthcheck;
      await run(check, checkArgs, { cwd: image.folder, env: { ...env, PORT: port } });
      const answer = await fetch(`http://127.0.0.1:${port}/graphql?query={state(iso3:"PRK"){name}}`);
      expect(await answer.json()).toMatchObject({ data: { state: { name: "North Korea" } } });
      const page = await fetch(`http://127.0.0.1:${port}/playground/`);
      expect(page.status).toBe(200);
    } finally {
      server.kill("SIGTERM");
      if (server.exitCode === null) await once(server, "close");
    }
    expect(server.exitCode).toBe(0);
  });

  test("is not healthy where nothing listens", async () => {
    const [check = "", ...args] = image.healthcheck;
    await expect(run(check, args, { cwd: image.folder, env: { ...env, PORT: "1" } })).rejects.toMatchObject({
      code: 1,
    });
  });
}

function portOf(output: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  return new Promise((resolve, reject) => {
    output.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const port = /GraphQL at http:\/\/127\.0\.0\.1:(\d+)\/graphql/.exec(text)?.[1];
      if (port !== undefined) resolve(port);
    });
    output.on("end", () => {
      reject(new Error(`it ended before it listened: ${text}`));
    });
  });
}
