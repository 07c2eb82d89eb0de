import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { isAllowedHost } from "../../src/server/host.js";
import { type TestServer, startTestServer } from "./support/server.js";

let server: TestServer;
let open: TestServer;
beforeAll(async () => {
  server = await startTestServer({ config: { allowedHosts: ["graph.example.org"] } });
  open = await startTestServer({ config: { corsOrigins: ["https://reader.example"] } });
});
afterAll(() => Promise.all([server.close(), open.close()]));

const query = JSON.stringify({ query: "{ hello }" });

describe("Host header", () => {
  test.each(["localhost", "127.0.0.1", "[::1]", "LOCALHOST", "plenary.localhost", "graph.example.org", "10.1.2.3"])(
    "%s is served, with and without a port",
    async (host) => {
      expect((await asHost(host)).status).toBe(200);
      expect((await asHost(`${host}:4000`)).status).toBe(200);
    },
  );

  test.each([
    "evil.example",
    "evil.example:4000",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "1.2.3",
    "[evil]",
    "a:b:c",
  ])("%j is refused: it may be a name pointed here by another site", async (host) => {
    const answer = await asHost(host);
    expect(answer.status).toBe(421);
    expect(answer.body).toMatchObject({ errors: [{ extensions: { code: "MISDIRECTED_REQUEST" } }] });
  });

  test("the refusal says what to do", async () => {
    expect((await asHost("evil.example")).body).toMatchObject({
      errors: [{ message: 'The host "evil.example" is not served here. To serve it, add it to ALLOWED_HOSTS.' }],
    });
  });

  test("pages are refused like GraphQL", async () => {
    expect((await asHost("evil.example", "/playground/")).status).toBe(421);
  });

  test("* allows any", () => {
    expect(isAllowedHost("evil.example", ["*"])).toBe(true);
  });

  test("none is refused", () => {
    expect(isAllowedHost(undefined, [])).toBe(false);
    expect(isAllowedHost("", [])).toBe(false);
  });
});

describe("other origins", () => {
  const origin = "https://reader.example";
  const preflight = (url: string, from: string): Promise<Response> =>
    fetch(`${url}/graphql`, {
      method: "OPTIONS",
      headers: {
        origin: from,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });

  test("may not read answers by default, nor send JSON", async () => {
    const asked = await preflight(server.url, origin);
    expect(asked.ok).toBe(false);
    expect(asked.headers.get("access-control-allow-origin")).toBeNull();
    const got = await fetch(`${server.url}/graphql?query={hello}`, { headers: { origin } });
    expect(got.headers.get("access-control-allow-origin")).toBeNull();
    expect(got.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });

  test("may where CORS_ORIGIN names them, without cookies", async () => {
    const asked = await preflight(open.url, origin);
    expect(asked.ok).toBe(true);
    expect(asked.headers.get("access-control-allow-origin")).toBe(origin);
    expect(asked.headers.get("access-control-allow-credentials")).toBeNull();
    const got = await fetch(`${open.url}/graphql`, {
      method: "POST",
      headers: { origin, "content-type": "application/json" },
      body: query,
    });
    expect(got.headers.get("access-control-allow-origin")).toBe(origin);
  });

  test("may not where it names another", async () => {
    const got = await preflight(open.url, "https://evil.example");
    expect(got.headers.get("access-control-allow-origin")).not.toBe("https://evil.example");
  });
});

describe("requests that a page of another site can send without asking first", () => {
  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", undefined])(
    "POST with content type %s is refused",
    async (type) => {
      const answer = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: type === undefined ? {} : { "content-type": type },
        body: new Blob([query]),
      });
      expect(answer.status).toBe(415);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "UNSUPPORTED_MEDIA_TYPE" } }] });
    },
  );

  test("GET executes no mutation", async () => {
    const answer = await fetch(`${server.url}/graphql?query=mutation{hello}`);
    expect(answer.ok).toBe(false);
  });
});

test("every answer has the security headers, errors too", async () => {
  for (const path of ["/health/live", "/graphql?query={hello}", "/graphql", "/nowhere"]) {
    const { headers } = await fetch(`${server.url}${path}`);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
    expect(headers.get("referrer-policy"), path).toBe("no-referrer");
    expect(headers.get("x-frame-options"), path).toBe("DENY");
  }
});

/** `fetch` sets Host itself, so this asks below it. */
function asHost(host: string, path = "/graphql?query={hello}"): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: "127.0.0.1", port: server.port, path, headers: { host } }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk: string) => (text += chunk));
      incoming.on("end", () => {
        resolve({ status: incoming.statusCode ?? 0, body: text === "" ? null : (JSON.parse(text) as unknown) });
      });
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}
