import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { View } from "../../src/plan/view.js";
import { contentOf, titleOf } from "../../src/export/content.js";
import { FORMATS } from "../../src/export/formats.js";
import { generousLimits } from "../support/engine.js";
import { fixtureRecords } from "../support/fixture.js";
import { type ExportingServer, ontology, startExporting } from "./support/exporting.js";

let server: ExportingServer;
beforeAll(async () => {
  server = await startExporting(fixtureRecords(), { corsOrigins: ["https://reader.example"], requestTimeout: 5_000 });
});
afterAll(() => server.close());

const NOTHING: View = { valid: null, known: null, sources: null };
const QUERY = "query ($id: ID!) { state(id: $id) { name cast(first: 2) { nodes { name } } } }";

function get(parameters: Readonly<Record<string, string>>, init: RequestInit = {}): Promise<Response> {
  return fetch(`${server.url}/export?${String(new URLSearchParams(parameters))}`, init);
}

function post(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${server.url}/export`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

/** What the writer of a format makes of a view of everything. */
async function written(name: string, view: View): Promise<string> {
  const session = await server.engine.session(generousLimits());
  const content = contentOf(session, ontology, { view, nodeIds: null, edgeIds: null, title: titleOf(view) });
  let text = "";
  for await (const chunk of FORMATS.get(name)?.write(content) ?? []) text += chunk;
  await session.close();
  return text;
}

/** The ids in the first column of a CSV. */
function firstColumn(csv: string): readonly string[] {
  return csv
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.split(",")[0] ?? "");
}

describe("the whole graph", () => {
  test.each([...FORMATS.values()])(
    "is exported as $name, named after its snapshot",
    async ({ name, mediaType, ending }) => {
      const { id } = await server.engine.info();
      const answer = await get({ format: name });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe(mediaType);
      expect(answer.headers.get("content-disposition")).toBe(
        `attachment; filename="plenary-${id.slice(0, 12)}${ending}"`,
      );
      expect(answer.headers.get("plenary-snapshot")).toBe(id);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(await answer.text()).toBe(await written(name, NOTHING));
    },
  );

  test.each([
    [{ valid: "2012" }, { ...NOTHING, valid: "2012" }],
    [
      { known: "2014", source: "" },
      { ...NOTHING, known: "2014" },
    ],
    [{ source: "leaflet" }, { ...NOTHING, sources: ["leaflet"] }],
  ])("is exported in the view %j", async (parameters, view) => {
    const answer = await get({ format: "graphml", ...parameters });
    expect(await answer.text()).toBe(await written("graphml", view));
  });

  test("is exported in a view of several sources, in the address or in a body", async () => {
    const expected = await written("jsonld", { ...NOTHING, sources: ["leaflet", "register"] });
    const got = await fetch(`${server.url}/export?format=jsonld&source=leaflet&source=register`);
    expect(await got.text()).toBe(expected);
    expect(await (await post({ format: "jsonld", source: ["leaflet", "register"], known: null })).text()).toBe(
      expected,
    );
  });
});

describe("what a query shows", () => {
  const nodes = ["arda", "vote-1", "vote-2"];

  test("is exported by GET and by POST alike", async () => {
    const variables = { id: "arda" };
    const got = await get({ format: "csv-nodes", query: QUERY, variables: JSON.stringify(variables) });
    const text = await got.text();
    expect(firstColumn(text)).toEqual(nodes);
    expect(await (await post({ format: "csv-nodes", query: QUERY, variables })).text()).toBe(text);
    const edges = await post({ format: "csv-edges", query: QUERY, variables });
    expect(firstColumn(await edges.text())).toEqual(["arda/CAST/vote-1", "arda/CAST/vote-2"]);
  });

  test("is exported by the operation that is named", async () => {
    const query = 'query A { state(id: "arda") { name } } query B { state(id: "bora") { name } }';
    const answer = await post({ format: "csv-nodes", query, operationName: "B" });
    expect(firstColumn(await answer.text())).toEqual(["bora"]);
  });

  test("is headed as it is wanted", async () => {
    const query = '{ state(id: "arda") { name } }';
    expect(await (await post({ format: "markdown", query, title: "One <state> & no other" })).text()).toMatch(/^# One/);
    const xml = await (await post({ format: "gexf", query, title: "One <state> & no other" })).text();
    expect(xml).toContain("One &lt;state&gt; &amp; no other");
  });

  test("is exported in the query's view", async () => {
    const query = '{ view(sources: ["leaflet"]) { state(id: "arda") { id } } }';
    const answer = await post({ format: "csv-nodes", query });
    expect(await answer.text()).toContain("Ardda");
  });
});

const DEEP = `{ states(where: ${"{ not: ".repeat(60)}{}${" }".repeat(60)}) { nodes { id } } }`;

describe("what cannot be exported is refused in the form of every error", () => {
  test.each<readonly [Readonly<Record<string, string>>, number, string, RegExp]>([
    [{}, 400, "BAD_USER_INPUT", /The format is missing.*gexf, graphml/],
    [{ format: "grafml" }, 400, "BAD_USER_INPUT", /no format "grafml"; did you mean "graphml"\?/],
    [{ format: "pdf" }, 400, "BAD_USER_INPUT", /no format "pdf"; expected gexf, /],
    [{ format: "gexf", knwon: "2014" }, 400, "BAD_USER_INPUT", /no parameter "knwon"; did you mean "known"\?$/],
    [
      { format: "gexf", known: "May" },
      400,
      "BAD_USER_INPUT",
      /^"May" is not a date: write yyyy, yyyy-mm or yyyy-mm-dd\.$/,
    ],
    [{ format: "gexf", source: "nobody" }, 400, "BAD_USER_INPUT", /no source with the id "nobody"/],
    [{ format: "gexf", query: QUERY, valid: "2014" }, 400, "BAD_USER_INPUT", /valid is for exports without a query/],
    [{ format: "gexf", variables: "{}" }, 400, "BAD_USER_INPUT", /variables is of no use without a query/],
    [{ format: "gexf", query: QUERY, variables: "[1]" }, 400, "BAD_USER_INPUT", /variables are not a JSON object/],
    [{ format: "gexf", query: QUERY, variables: "{" }, 400, "BAD_USER_INPUT", /variables are not a JSON object/],
    [
      { format: "gexf", query: QUERY },
      400,
      "BAD_USER_INPUT",
      /Variable "\$id" of required type "ID!" was not provided/,
    ],
    [{ format: "gexf", query: "{ state(" }, 400, "GRAPHQL_PARSE_FAILED", /Syntax Error/],
    [{ format: "gexf", query: "{ nothing }" }, 400, "GRAPHQL_VALIDATION_FAILED", /Cannot query field "nothing"/],
    [
      { format: "gexf", query: "mutation { a }" },
      400,
      "BAD_USER_INPUT",
      /Only a query shows something, not a mutation/,
    ],
    [{ format: "gexf", query: DEEP }, 400, "BAD_USER_INPUT", /nested more than 50 levels/],
    [
      { format: "gexf", query: `{ states { ${"nodes { cast { ".repeat(13)} totalCount ${"} } ".repeat(13)} } }` },
      400,
      "GRAPHQL_VALIDATION_FAILED",
      /levels deep/,
    ],
    [{ format: "gexf", query: "{ __typename }" }, 400, "BAD_USER_INPUT", /shows no nodes and no edges/],
    [
      { format: "gexf", query: "query A { node(id: 1) { id } } query B { node(id: 1) { id } }" },
      400,
      "BAD_USER_INPUT",
      /^The document has several operations\. Say which by name: A, B\.$/,
    ],
    [
      { format: "gexf", query: "{ states { nodes { id } } }", operationName: "X" },
      400,
      "BAD_USER_INPUT",
      /^There is no operation called "X"\. Say which by name: one without a name\.$/,
    ],
  ])("%j: %i %s", async (parameters, status, code, says) => {
    const answer = await get(parameters);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBeNull();
    const { errors } = (await answer.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(errors[0]?.message).toMatch(says);
  });

  test.each([
    [[1], /not a JSON object/],
    [{ format: 1 }, /format is not a text/],
    [{ format: "gexf", source: [1] }, /source is neither/],
    [{ format: "gexf", query: {} }, /query is not a text/],
  ])("a body %j", async (body, says) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(says);
  });

  test("a parameter given twice, and a body that is no JSON", async () => {
    expect(await (await fetch(`${server.url}/export?format=gexf&format=graphml`)).text()).toContain("given 2 times");
    expect((await post({}, { "content-type": "text/plain" })).status).toBe(415);
  });

  test.each(["HEAD", "PUT", "PATCH", "DELETE"])("%s, with what is allowed", async (method) => {
    const answer = await get({ format: "gexf" }, { method });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, POST"]);
  });

  test("fragments that unfold without end", async () => {
    const fragments = Array.from(
      { length: 22 },
      (_, i) => `fragment F${i} on Query { a: view { ...F${i + 1} } b: view { ...F${i + 1} } }`,
    );
    const query = `{ ...F0 } ${fragments.join(" ")} fragment F22 on Query { states { nodes { id } } }`;
    const answer = await post({ format: "gexf", query });
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "TOO_EXPENSIVE" } }] });
  });

  test("none of it leaves a session open", () => {
    expect(server.state.sessions).toBe(0);
  });
});

describe("other sites", () => {
  test("may read exports, their names and snapshots, where CORS_ORIGIN names them", async () => {
    const answer = await get({ format: "csv-nodes" }, { headers: { origin: "https://reader.example" } });
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://reader.example");
    expect(answer.headers.get("access-control-expose-headers")).toContain("plenary-snapshot");
    await answer.text();
    const other = await get({ format: "csv-nodes" }, { headers: { origin: "https://other.example" } });
    expect(other.headers.get("access-control-allow-origin")).not.toBe("https://other.example");
    await other.text();
  });

  test("cannot point a name of theirs here", async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(server.url);
      const headers = { host: "evil.example" };
      const asked = httpRequest({ host: "127.0.0.1", port, path: "/export?format=gexf", headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.once("error", reject).end();
    });
    expect(status).toBe(421);
  });
});
