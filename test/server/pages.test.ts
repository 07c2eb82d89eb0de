import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { SNAPSHOT, type TestServer, builtPages, startTestServer } from "./support/server.js";

let server: TestServer;
let web: Awaited<ReturnType<typeof builtPages>>;
beforeAll(async () => {
  web = await builtPages();
  server = await startTestServer({ web: web.folder });
});
afterAll(async () => {
  await server.close();
  await web.remove();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, { redirect: "manual", headers });

describe("the explorer", () => {
  test("is served at / under a policy that allows no inline script or style, no eval, and nothing from elsewhere", async () => {
    const page = await get("/");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<title>Explorer</title>");
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).not.toMatch(/unsafe|blob:|data:|https?:|\*/);
    expect(page.headers.get("cache-control")).toBe("no-cache");
  });

  test("has assets that a browser keeps, under the same policy", async () => {
    const asset = await get("/assets/index-Bx12.js");
    expect(asset.headers.get("content-type")).toContain("javascript");
    expect(asset.headers.get("cache-control")).toContain("immutable");
    expect(asset.headers.get("content-security-policy")).toContain("worker-src 'self';");
  });

  test.each(["/assets/../../package.json", "/assets/..%2f..%2fpackage.json", "/assets/"])(
    "gives away nothing else: %s",
    async (path) => {
      const answer = await get(path);
      expect(answer.ok).toBe(false);
      expect(answer.headers.get("content-type")).toContain("json");
    },
  );

  test("does not have a browser remember that an asset was missing", async () => {
    const missing = await get("/assets/index-old.js");
    expect(missing.status).toBe(404);
    expect(missing.headers.get("cache-control") ?? "").not.toContain("immutable");
  });

  test("that is not built says how to build it", async () => {
    const bare = await startTestServer();
    const answer = await fetch(bare.url);
    await bare.close();
    expect(answer.status).toBe(404);
    expect(JSON.stringify(await answer.json())).toContain("npm run build:web");
  });
});

describe("the playground", () => {
  test("is where /playground leads, and whoever opens /graphql in a browser", async () => {
    expect((await get("/playground")).headers.get("location")).toBe("/playground/");
    const visit = await get("/graphql", { accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
    expect(visit.headers.get("location")).toBe("/playground/");
  });

  test("is served under a policy of its own that allows nothing from elsewhere", async () => {
    const page = await get("/playground/");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(await page.text()).toContain("<title>Playground</title>");
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).not.toMatch(/https?:|\*/);
    expect((await get("/health/live")).headers.get("content-security-policy")).not.toContain("blob:");
  });

  test("has assets that a browser keeps, and a page that it asks for again", async () => {
    const asset = await get("/playground/assets/index-Bx12.js");
    expect(asset.headers.get("content-type")).toContain("javascript");
    expect(asset.headers.get("cache-control")).toContain("immutable");
    expect((await get("/playground/")).headers.get("cache-control")).toBe("no-cache");
  });

  test.each([
    "/playground/../package.json",
    "/playground/%2e%2e/package.json",
    "/playground/nothing.js",
    "/playground/..%2fx",
  ])("gives away no file outside its folder: %s", async (path) => {
    const answer = await get(path);
    expect(answer.ok).toBe(false);
    expect(answer.headers.get("content-type")).toContain("json");
  });

  test("that is not built says how to build it", async () => {
    const bare = await startTestServer();
    const answer = await fetch(`${bare.url}/playground`);
    await bare.close();
    expect(answer.status).toBe(404);
    expect(JSON.stringify(await answer.json())).toContain("npm run build:web");
  });
});

describe("health", () => {
  test("live: the process answers", async () => {
    expect(await (await get("/health/live")).json()).toEqual({ status: "live" });
  });

  test("ready: what is served", async () => {
    const answer = await get("/health/ready");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: "ready", engine: "memory", snapshot: SNAPSHOT, ontology: "0123" });
  });
});

describe("unknown paths", () => {
  test.each(["/nowhere", "/graphql/", "/health", "/%E0%A4%A", "/graphql%00"])("%s: a JSON error", async (path) => {
    const answer = await get(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: expect.any(String) as string } }] });
  });
});
