import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { PlenaryError } from "../../src/errors.js";
import { SNAPSHOT, type TestServer, startTestServer } from "./support/server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ config: { bodyLimit: 20_000, maxTokens: 500, maxDepth: 5 } });
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly body: {
    data?: unknown;
    errors?: { message: string; path?: unknown; extensions: { code: string } }[];
    extensions?: unknown;
  };
}

async function ask(query: string, to = server): Promise<Answer> {
  const response = await fetch(`${to.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

describe("an answer", () => {
  test("carries the snapshot it was computed from, whether there is data or not", async () => {
    expect((await ask("{ hello }")).body).toEqual({ data: { hello: "hello" }, extensions: { snapshot: SNAPSHOT } });
    expect((await ask("{ refused }")).body.extensions).toEqual({ snapshot: SNAPSHOT });
    expect((await ask("{ nothing }")).body.extensions).toEqual({ snapshot: SNAPSHOT });
  });

  test("is not kept by anything on the way", async () => {
    const response = await fetch(`${server.url}/graphql?query={hello}`);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("is the schema where one asks for it", async () => {
    expect((await ask("{ __schema { queryType { name } } }")).body.data).toEqual({
      __schema: { queryType: { name: "Query" } },
    });
  });
});

describe("input nested too deep to be read", () => {
  const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
  const post = async (body: string): Promise<Answer> => {
    const response = await fetch(`${roomy.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
      body,
    });
    return { status: response.status, body: (await response.json()) as Answer["body"] };
  };
  let roomy: TestServer;
  beforeAll(async () => {
    roomy = await startTestServer({ config: { bodyLimit: 2_000_000, maxTokens: 1_000_000 } });
  });
  afterAll(() => roomy.close());

  test.each([60, 2_500, 50_000])("is refused, and named, as a variable and as a literal %i deep", async (depth) => {
    const refused = (name: string): object => ({
      status: 400,
      body: {
        errors: [
          {
            message: `${name} is nested more than 50 levels deep. Ask with fewer lists and objects inside each other.`,
            extensions: { code: "BAD_USER_INPUT" },
          },
        ],
        extensions: { snapshot: SNAPSHOT },
      },
    });
    const query = "query Q($w: Int) { slow(ms: $w) }";
    expect(await post(`{"query":"${query}","operationName":"Q","variables":{"w":${nested(depth)}}}`)).toEqual(
      refused("$w"),
    );
    const literal = `{ slow(ms: ${nested(depth).replaceAll('"', "")}) }`;
    expect(await post(JSON.stringify({ query: literal }))).toEqual(refused("slow(ms)"));
  });
});

describe("an error", () => {
  test("that was not foreseen tells nothing but where, and is logged under the request's id", async () => {
    const response = await fetch(`${server.url}/graphql?query={secret}`, { headers: { "x-request-id": "ask-1" } });
    const text = await response.text();
    expect(text).not.toMatch(/MATCH|bolt|password|\.ts/);
    expect(JSON.parse(text)).toMatchObject({
      data: { secret: null },
      errors: [
        { message: "Something went wrong inside the server.", path: ["secret"], extensions: { code: "INTERNAL" } },
      ],
    });
    const logged = server.log.find((line) => line["reqId"] === "ask-1" && "err" in line);
    expect(JSON.stringify(logged)).toContain("bolt://");
  });

  test("of Plenary has its message and code, and is not logged", async () => {
    const lines = server.log.length;
    expect((await ask("{ refused }")).body.errors).toEqual([
      expect.objectContaining({ message: "That would look at 7 edges.", extensions: { code: "TOO_EXPENSIVE" } }),
    ]);
    expect(server.log.slice(lines).filter((line) => "err" in line)).toEqual([]);
  });

  test("in a name suggests the nearest", async () => {
    const { body } = await ask("{ helo }");
    expect(body.errors?.[0]?.message).toContain('Did you mean "hello"?');
    expect(body.errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test.each([
    ["{", "GRAPHQL_PARSE_FAILED"],
    ["query Q($ms: Int!) { slow(ms: $ms) }", "BAD_USER_INPUT"],
    ["query A { hello } query B { hello }", "OPERATION_RESOLUTION_FAILURE"],
    ["", "BAD_REQUEST"],
  ])("always has a code: %j", async (query, code) => {
    const { status, body } = await ask(query);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toEqual({ code });
  });
});

describe("a document", () => {
  test("over the token limit is refused", async () => {
    const { body } = await ask(`{ ${"hello ".repeat(500)} }`);
    expect(body.errors?.[0]?.message).toContain("500");
    expect(body.errors?.[0]?.extensions.code).toBe("GRAPHQL_PARSE_FAILED");
  });

  test("over the depth limit is refused, through fragments too", async () => {
    const message = "The operation is 6 levels deep; at most 5 are allowed (MAX_DEPTH).";
    const deep = "{ thing { thing { thing { thing { thing { name } } } } } }";
    const hidden =
      "{ thing { thing { ...F } } } fragment F on Thing { thing { thing { ... on Thing { thing { name } } } } }";
    expect((await ask(deep)).body.errors?.[0]?.message).toBe(message);
    expect((await ask(hidden)).body.errors?.[0]?.message).toBe(message);
    expect((await ask("{ thing { thing { thing { thing { name } } } } }")).status).toBe(200);
  });

  test("whose fragments go in a circle, or multiply, is answered at once", async () => {
    const circle = "{ thing { ...A } } fragment A on Thing { thing { ...B } } fragment B on Thing { thing { ...A } }";
    expect((await ask(circle)).status).toBe(400);
    const doubling = Array.from({ length: 24 }, (_, i) => `fragment F${i} on Thing { ...F${i + 1} ...F${i + 1} }`).join(
      " ",
    );
    const started = Date.now();
    await ask(`{ thing { ...F0 } } ${doubling} fragment F24 on Thing { name }`);
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});

describe("a session", () => {
  test("is opened for each request with its deadline and bound, and closed whatever happens", async () => {
    const before = Date.now();
    for (const query of ["{ hello }", "{ secret }", "{ nothing }", "{"]) await ask(query);
    expect(server.state.sessions).toBe(0);
    const limits = server.opened.at(-1);
    expect(limits?.edges).toBe(5_000_000);
    expect(limits?.deadline).toBeGreaterThanOrEqual(before + 10_000);
    expect(limits?.deadline).toBeLessThanOrEqual(Date.now() + 10_000);
  });

  test("that cannot be opened because the database is away is 503, with the reason", async () => {
    const away = await startTestServer({
      session: () => Promise.reject(new PlenaryError("UNAVAILABLE", "The database cannot be reached.")),
    });
    const { status, body } = await ask("{ hello }", away);
    await away.close();
    expect(status).toBe(503);
    expect(body.errors).toEqual([{ message: "The database cannot be reached.", extensions: { code: "UNAVAILABLE" } }]);
  });

  test("that fails unforeseen tells nothing", async () => {
    const broken = await startTestServer({ session: () => Promise.reject(new Error("bolt://user:password@db")) });
    const { status, body } = await ask("{ hello }", broken);
    await broken.close();
    expect(status).toBe(500);
    expect(body.errors).toEqual([
      { message: "Something went wrong inside the server.", extensions: { code: "INTERNAL" } },
    ]);
  });
});

describe("requests that are none", () => {
  const post = (body: string): Promise<Response> =>
    fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });

  test("over the size limit", async () => {
    const response = await post(JSON.stringify({ query: `{ hello } # ${"x".repeat(20_000)}` }));
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: "The request body is larger than 20000 bytes (BODY_LIMIT).",
          extensions: { code: "PAYLOAD_TOO_LARGE" },
        },
      ],
    });
  });

  test.each(["", "{", "[]", '"text"', "null", '[{"query":"{ hello }"}]', "{}"])("with body %j", async (body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  });

  test("with another method", async () => {
    const response = await fetch(`${server.url}/graphql`, { method: "DELETE" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, POST");
  });
});
