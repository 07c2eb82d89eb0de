import { createServer as createNetServer } from "node:net";
import { describe, expect, test } from "vitest";

import { wordLine } from "../../src/server/log.js";
import { startTestServer } from "./support/server.js";

describe("a request's id", () => {
  test("is the caller's where it is short and plain, else a new one; it is returned, and is in the log", async () => {
    const server = await startTestServer();
    const ids: string[] = [];
    for (const sent of ["trace-1.a:b_c", "two words", "x".repeat(129), ""]) {
      const answer = await fetch(`${server.url}/graphql?query={hello}`, { headers: { "x-request-id": sent } });
      ids.push(answer.headers.get("x-request-id") ?? "");
    }
    await server.close();
    expect(ids[0]).toBe("trace-1.a:b_c");
    for (const id of ids.slice(1)) expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(ids).size).toBe(4);
    const answered = server.log.filter((line) => line["msg"] === "answered");
    expect(answered.map((line) => line["reqId"])).toEqual(ids);
  });
});

describe("the log", () => {
  test("says at start where to go, and of each request what, how and how long, without its query", async () => {
    const server = await startTestServer();
    await fetch(`${server.url}/graphql?query={hello}`);
    await fetch(`${server.url}/health/live`);
    await server.close();
    expect(server.log[0]).toMatchObject({
      msg: `Explorer at ${server.url}, GraphQL at ${server.url}/graphql, playground at ${server.url}/playground`,
    });
    expect(server.log.filter((line) => line["msg"] === "answered")).toEqual([
      expect.objectContaining({ method: "GET", path: "/graphql", status: 200, ms: expect.any(Number) as number }),
    ]);
  });

  test("is worded for people on a terminal", () => {
    const time = new Date(2026, 0, 2, 3, 4, 5).getTime();
    const line = JSON.stringify({
      level: 30,
      time,
      pid: 1,
      hostname: "h",
      reqId: "r",
      method: "GET",
      status: 200,
      msg: "answered",
    });
    expect(wordLine(line)).toBe("03:04:05 info answered method=GET status=200\n");
    expect(wordLine(JSON.stringify({ level: 50, time, msg: "bad", err: { stack: "Error: x\n at y" } }))).toBe(
      "03:04:05 error bad\nError: x\n at y\n",
    );
  });
});

describe("stopping", () => {
  test("lets a request that runs finish, takes no new one, and closes the engine last", async () => {
    const server = await startTestServer();
    const running = fetch(`${server.url}/graphql?query={slow(ms:300)}`);
    await until(() => server.state.sessions === 1);
    const started = Date.now();
    const closed = server.close();
    expect(server.close()).toBe(closed);
    expect(await (await running).json()).toMatchObject({ data: { slow: "done" } });
    await closed;
    expect(Date.now() - started).toBeLessThan(3_000);
    expect(server.state).toEqual({ sessions: 0, closed: true });
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow();
  });

  test("does not wait for a browser that only keeps a connection open", async () => {
    const server = await startTestServer();
    await fetch(`${server.url}/health/live`, { headers: { connection: "keep-alive" } });
    const started = Date.now();
    await server.close();
    expect(Date.now() - started).toBeLessThan(1_000);
  });

  test("cuts off what takes longer than it may", async () => {
    const server = await startTestServer({ config: { shutdownTimeout: 100 } });
    const running = fetch(`${server.url}/graphql?query={slow(ms:5000)}`).then(
      () => "answered",
      () => "cut off",
    );
    await until(() => server.state.sessions === 1);
    const started = Date.now();
    await server.close();
    expect(await running).toBe("cut off");
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});

test("a port that is taken is an error of the system, and nothing stays open", async () => {
  const other = createNetServer().listen(0, "127.0.0.1");
  await until(() => other.listening);
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await expect(startTestServer({ config: { port } })).rejects.toMatchObject({ code: "EADDRINUSE" });
  other.close();
});

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 200) throw new Error("it never happened");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
