import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { hasFiles, runPython } from "./record.js";

const PAGE = fileURLToPath(new URL("../../docs/vetoes.md", import.meta.url));

test("docs/vetoes.md says what the official files say, with each disagreement", async ({ skip }) => {
  if (!(await hasFiles())) skip("the official files are not at ../shared/data");
  const printed = await runPython("vetoes.py");
  if (printed === null) return skip("python3 is not installed");
  expect(await readFile(PAGE, "utf8")).toBe(printed);
});
