import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

import { exampleTypes } from "../../scripts/examples/generate.js";
import { explorerProperties } from "../../scripts/properties/print.js";
import { startServer } from "./server.js";

const root = new URL("../../", import.meta.url);

test("the example's types are those of its query and of the schema (else: npm run examples)", async () => {
  expect(await readFile(new URL("examples/subgraph.generated.ts", root), "utf8")).toBe(await exampleTypes());
});

test("the example draws what blocks in red, what has not happened dashed, and says who says so", async () => {
  const server = await startServer();
  try {
    const arguments_ = [
      "tsx",
      "examples/draw-subgraph.ts",
      "referral-of-north-korea-to-the-icc",
      `${server.url}/graphql`,
    ];
    const { stdout } = await promisify(execFile)("npx", arguments_, { cwd: fileURLToPath(root) });
    const [line] = /<path[^>]*><title>BLOCKED[^<]*<\/title>/.exec(stdout) ?? [];
    expect(line).toMatch(/stroke="#b3261e" stroke-dasharray="8 5"><title>BLOCKED POSSIBLE\n.*para\. 6/);
    expect(stdout).toContain(">United Nations Security Council</text>");
  } finally {
    await server.close();
  }
}, 60_000);

test("the explorer's table of properties is that of the ontology (else: npm run schema)", async () => {
  expect(await readFile(new URL("web/explorer/src/api/properties.ts", root), "utf8")).toBe(await explorerProperties());
});
