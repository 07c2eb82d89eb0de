import { type IncomingMessage, get as httpGet } from "node:http";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";

import { type ExportingServer, manyRecords, startExporting } from "./support/exporting.js";

const EDGES = 60_000;
const records = manyRecords(EDGES);
let server: ExportingServer | null = null;
afterEach(() => server?.close());

/** Begins an export and takes no more of it than the system does by itself. */
async function begin({ url }: ExportingServer, format = "jsonld"): Promise<IncomingMessage> {
  const asked = httpGet(`${url}/export?format=${format}`);
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  answer.on("error", () => null);
  return answer;
}

/** Waits until no more records are read for a while, and says how many were. */
async function settled({ state }: ExportingServer): Promise<number> {
  for (let before = -1; before !== state.records;) {
    before = state.records;
    await setTimeout(300);
  }
  return state.records;
}

test("a slow reader makes the server read no further, others are answered, and its leaving ends it", async () => {
  server = await startExporting(records);
  const answer = await begin(server);
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
  const read = await settled(server);
  expect(read).toBeLessThan(EDGES / 2);
  expect(process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000);
  expect(server.state.sessions).toBe(1);

  const asked = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: '{ state(id: "state-000") { name } }' }),
  });
  expect(await asked.json()).toMatchObject({ data: { state: { name: "state-000" } } });

  answer.destroy();
  const { state } = server;
  await vi.waitFor(() => {
    expect(state.sessions).toBe(0);
  });
  expect(state.records).toBeLessThan(EDGES / 2);
});

test("others are answered while an export is read as fast as it can be", async () => {
  server = await startExporting(records);
  const answer = await begin(server);
  let bytes = 0;
  answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
  const ended = once(answer, "end");
  let longest = 0;
  let answered = 0;
  while (!answer.readableEnded) {
    const start = performance.now();
    const health = await fetch(`${server.url}/health/live`);
    await health.text();
    longest = Math.max(longest, performance.now() - start);
    answered++;
  }
  await ended;
  expect(bytes).toBeGreaterThan(10_000_000);
  expect(answered).toBeGreaterThan(5);
  expect(longest).toBeLessThan(2_000);
});

test("no more than MAX_EXPORTS are written at once, and a place is free again when one is done or left", async () => {
  server = await startExporting(records, { maxExports: 1 });
  const first = await begin(server);
  const refused = await fetch(`${server.url}/export?format=gexf`);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "10"]);
  expect(await refused.text()).toMatch(/MAX_EXPORTS.*"BUSY"/);
  first.destroy();
  const { url } = server;
  await vi.waitFor(async () => {
    const again = await fetch(`${url}/export?format=csv-nodes`);
    expect(again.status).toBe(200);
    await again.text();
  });
  // A refusal gives its place back too.
  for (let i = 0; i < 3; i++) expect((await fetch(`${url}/export?format=none`)).status).toBe(400);
});

test("an error on the way breaks the connection, so that nothing cut short looks whole, and is logged, not told", async () => {
  server = await startExporting(records, {}, 20_000);
  const answer = await begin(server);
  expect(answer.statusCode).toBe(200);
  let text = "";
  answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await new Promise((resolve) => answer.once("close", resolve));
  expect(answer.complete).toBe(false);
  expect(text).not.toContain("/secret/path");
  const { log, state } = server;
  await vi.waitFor(() => {
    expect(JSON.stringify(log)).toContain("/secret/path");
  });
  expect(state.sessions).toBe(0);
});

test("an error before the first byte is told as one", async () => {
  server = await startExporting(records, {}, 0);
  const answer = await fetch(`${server.url}/export?format=csv-edges`);
  const body = await answer.text();
  expect(answer.status).toBe(500);
  expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: "INTERNAL" } }] });
  expect(body).not.toContain("/secret/path");
  expect(server.state.sessions).toBe(0);
});
