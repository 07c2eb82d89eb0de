import { access } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { formatProblem } from "../../src/dossier/problem.js";
import { checkTexts } from "../../src/dossier/texts.js";
import { compileSeeds } from "./seeds.js";

/** The texts of the sources are not part of this repository; they lie beside it where they are at hand. */
const TEXTS = fileURLToPath(new URL("../../../shared/seeds", import.meta.url));

test("every quote of the dossiers stands in its paragraph", async ({ skip }) => {
  const present = await access(TEXTS).then(
    () => true,
    () => false,
  );
  if (!present && process.env["REQUIRE_SHARED"] !== "1") skip("the texts of the sources are not at ../shared/seeds");

  const { compiled } = await compileSeeds();
  const { problems, proven } = await checkTexts(compiled, TEXTS);

  expect(problems.map((problem) => formatProblem(problem))).toEqual([]);
  expect(proven).toBeGreaterThan(150);
});
