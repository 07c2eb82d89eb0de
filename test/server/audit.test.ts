import { auditServer } from "graphql-http";
import { afterAll, beforeAll, expect, test } from "vitest";

import { type TestServer, startTestServer } from "./support/server.js";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test("the server speaks GraphQL over HTTP as specified: every audit is ok, none a warning or a notice", async () => {
  const results = await auditServer({ url: `${server.url}/graphql` });
  const failed = results.flatMap((result) =>
    result.status === "ok" ? [] : [`${result.status} ${result.name}: ${result.reason}`],
  );
  expect(failed).toEqual([]);
  expect(results).toHaveLength(61);
});
