import { afterEach, beforeEach, expect, test } from "vitest";

import { questions } from "../../web/playground/src/questions.js";
import { readGoldens } from "../queries/run.js";
import { describeInBrowser, useStage } from "./stage.js";
import { answerOf, editorOf, panelOf, visit, type Visit } from "./visit.js";

describeInBrowser("the playground in a browser", () => {
  const titles = questions.map(({ title }) => title);
  const stage = useStage({ webgl: "none" });
  let visitor: Visit;

  beforeEach(async () => {
    visitor = await visit(stage.browser(), stage.url(), { width: 1400, height: 900 });
    await visitor.open();
  });

  afterEach(async () => {
    await visitor.close();
  });

  test("opens with a tab for each worked question, in order", async () => {
    expect(await visitor.tabs.allTextContents()).toEqual(titles);
    expect(await visitor.page.title()).toBe("Plenary playground");
    expect(await visitor.page.locator("html").getAttribute("lang")).toBe("en");
  });

  test("answers the first question when its button is pressed, without a word in the console or to another server", async () => {
    const golden = (await readGoldens()).find(({ query }) => query === questions[0]?.text);
    expect(await visitor.run()).toMatchObject(golden?.expected as object);
    const [shown] = stringsIn(golden?.expected);
    await answerOf(visitor.page).getByText(JSON.stringify(shown)).first().waitFor();
    // Long enough for the checks that the editor runs in the background.
    await visitor.page.waitForTimeout(1500);
    expect(visitor.complaints).toEqual([]);
  });

  test("keeps a visitor's own tabs, and brings back a question that was closed", async () => {
    await visitor.page.getByRole("button", { name: "New tab" }).click();
    await editorOf(visitor.page).click();
    await visitor.page.keyboard.insertText("query Mine { snapshot { id } }");
    await visitor.tabs.getByText("Mine").waitFor();
    await visitor.tabs.nth(1).click();
    await visitor.page.getByRole("tab", { selected: true }).getByRole("button", { name: "Close Tab" }).click();
    const kept = [...titles.filter((_, index) => index !== 1), "Mine"];
    await expect.poll(() => visitor.tabs.allTextContents()).toEqual(kept);
    // GraphiQL stores the tabs once they have been still for half a second.
    await visitor.page.waitForTimeout(1000);

    await visitor.open();
    expect(await visitor.tabs.allTextContents()).toEqual(kept);
    await panelOf(visitor.page)
      .getByRole("button", { name: questions[1]?.words ?? "", exact: true })
      .click();
    expect(await visitor.tabs.allTextContents()).toEqual([...kept, titles[1]]);
    await panelOf(visitor.page)
      .getByRole("button", { name: questions[0]?.words ?? "", exact: true })
      .click();
    expect(await visitor.tabs.allTextContents()).toEqual([...kept, titles[1]]);
    await visitor.page.getByRole("tab", { name: titles[0] ?? "", selected: true }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  test("says so when the server does not respond", async () => {
    await visitor.page.route("**/graphql", (route) => route.abort());
    await visitor.page.getByRole("button", { name: "Execute query" }).click();
    await answerOf(visitor.page).getByText("Is the server running?").waitFor();
  });

  test("fits a phone: the query and its answer one above the other, nothing wider than the screen", async () => {
    const phone = await visit(stage.browser(), stage.url(), { width: 390, height: 844 });
    try {
      await phone.open();
      await phone.run();
      const query = await editorOf(phone.page).boundingBox();
      const answer = await answerOf(phone.page).boundingBox();
      expect(query?.width).toBeGreaterThan(200);
      expect(answer?.width).toBeGreaterThan(200);
      expect(answer?.y).toBeGreaterThan((query?.y ?? 0) + 100);
      expect(await phone.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
      expect(phone.complaints).toEqual([]);
    } finally {
      await phone.close();
    }
  });
});

/** The strings that a JSON value holds, in its order. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
