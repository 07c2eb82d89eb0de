import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";

import { createClient, type Client } from "../../../web/explorer/src/api/client.js";
import { ApiError, isAbort } from "../../../web/explorer/src/api/errors.js";

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A client of a server that answers each request in turn with the next of these, and the last one from then on. */
async function clientOf(...answers: readonly [RequestListener, ...RequestListener[]]): Promise<{
  readonly client: Client;
  readonly bodies: readonly string[];
}> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const answer = answers[bodies.length] ?? answers[answers.length - 1];
      bodies.push(body);
      answer?.(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
  return { client: createClient({ endpoint, fetch, timeout: 400, waits: [1, 1] }), bodies };
}

const json =
  (status: number, body: unknown): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
const broken: RequestListener = (request) => request.socket.destroy();
const silent: RequestListener = () => undefined;
const question = { name: "Hello", query: "query Hello { hello }", variables: { a: 1 } };
const good = json(200, { data: { hello: "world" } });

const failure = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error = await promise.catch((thrown: unknown) => thrown);
  if (!(error instanceof ApiError)) throw new Error(`expected an ApiError, got ${String(error)}`);
  return error;
};

describe("a client", () => {
  test("sends the query with its variables and name, and returns the data", async () => {
    const { client, bodies } = await clientOf(good);
    expect(await client.ask(question)).toEqual({ hello: "world" });
    expect(JSON.parse(bodies[0] ?? "")).toEqual({
      query: question.query,
      variables: { a: 1 },
      operationName: "Hello",
    });
  });

  const passing: readonly (readonly [string, RequestListener])[] = [
    ["a connection that breaks", broken],
    ["a page of a proxy", (_request, response) => response.writeHead(502).end("<html>")],
    ["an API that is not ready", json(503, { errors: [{ message: "away", extensions: { code: "UNAVAILABLE" } }] })],
  ];
  test.each(passing)("asks again after %s", async (_name, trouble) => {
    const { client, bodies } = await clientOf(trouble, trouble, good);
    expect(await client.ask(question)).toEqual({ hello: "world" });
    expect(bodies).toHaveLength(3);
  });

  test("gives up after three tries, and says what happened", async () => {
    const { client, bodies } = await clientOf(broken);
    expect(await failure(client.ask(question))).toMatchObject({ trouble: "NO_RESPONSE", passing: true });
    expect(bodies).toHaveLength(3);
  });

  test("does not ask again what the API refuses, and repeats its reason", async () => {
    const { client, bodies } = await clientOf(
      json(200, { errors: [{ message: "That is 7 edges.", extensions: { code: "TOO_EXPENSIVE" } }] }),
    );
    expect(await failure(client.ask(question))).toMatchObject({
      trouble: "REFUSED",
      code: "TOO_EXPENSIVE",
      message: "That is 7 edges.",
      passing: false,
    });
    expect(bodies).toHaveLength(1);
  });

  test("does not wait for ever", async () => {
    const { client } = await clientOf(silent);
    expect(await failure(client.ask(question))).toMatchObject({ trouble: "TOO_SLOW" });
  });

  test("stops when nobody wants the answer any more, without an error for the reader", async () => {
    const { client, bodies } = await clientOf(silent);
    const wanted = new AbortController();
    const asked = client.ask(question, wanted.signal).catch((error: unknown) => error);
    wanted.abort();
    expect(isAbort(await asked)).toBe(true);
    expect(bodies.length).toBeLessThanOrEqual(1);
  });
});
