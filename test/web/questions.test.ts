import { expect, test } from "vitest";
import { questions } from "../../web/playground/src/questions.js";
import { readGoldens } from "../queries/run.js";

test("each worked question of the playground is a golden test", async () => {
  const queries = (await readGoldens()).map(({ query }) => query);
  for (const { text } of questions) expect(queries).toContain(text);
});

test("the tabs of the worked questions have different titles", () => {
  expect(new Set(questions.map(({ title }) => title)).size).toBe(questions.length);
});

test("the first question is who blocked what, and who says so", () => {
  expect(questions[0]?.words).toMatch(/^Who blocked .*who says so\?$/);
});
