import { afterEach, beforeEach, expect, test } from "vitest";

import { STORIES } from "../../../web/explorer/src/stories.js";
import { describeInBrowser, useStage } from "../stage.js";
import { answered, panelOf, sentences, sizeOf, visitExplorer, type Visit } from "./visit.js";

describeInBrowser("the explorer in a browser", () => {
  const stage = useStage();
  let visitor: Visit;

  beforeEach(async () => {
    visitor = await visitExplorer(stage.browser(), stage.url());
  });

  afterEach(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  const toList = async (): Promise<void> => {
    await visitor.page.getByRole("button", { name: "List" }).click();
    await answered(visitor.page);
  };

  test("opens with the question of the referral: two possible vetoes, told from what was asked for and what happened", async () => {
    await visitor.open();
    const { page } = visitor;
    await page.getByRole("heading", { level: 1, name: STORIES[0].question }).waitFor();
    await page.locator(".picture canvas").first().waitFor({ state: "attached" });
    expect(await sizeOf(page).textContent()).toBe("16 nodes, 15 edges");
    expect(visitor.asked).toEqual(["View", "FollowUp"]);
    await toList();
    for (const state of ["China", "Russia"]) {
      const sentence = await sentences(page, state, "blocked").textContent();
      expect(sentence).toMatch(/possible.*blocked.*Referral of North Korea.*veto/);
    }
    expect(await sentences(page, "sent to").textContent()).toContain("called for");
    expect(await sentences(page, "recommended").count()).toBe(8);
    expect(await sentences(page, "recommended", "possible").count()).toBe(0);
    await page.locator(".citations li", { hasText: "North Korea Lacks Allies" }).first().waitFor();
  });

  test("the question of blocked texts: five that happened, four that have not", async () => {
    await visitor.open("story=blocked-texts&form=list");
    expect(await sentences(visitor.page, "vetoed").count()).toBe(3);
    expect(await sentences(visitor.page, "blocked").count()).toBe(6);
    expect(await sentences(visitor.page, "expected", "opposition").count()).toBe(2);
    expect(await sentences(visitor.page, "possible", "veto").count()).toBe(2);
  });

  test("the question of the tally: both numbers, the editors' choice and why", async () => {
    await visitor.open("story=the-tally-of-2014");
    const dispute = panelOf(visitor.page).getByRole("region", { name: "Where sources differ" });
    await dispute.getByText("disputed, decided by the editors").waitFor();
    expect(await dispute.locator("li.preferred").textContent()).toMatch(/yes 116.*rcid 5377/);
    expect(await dispute.locator("li.deprecated").textContent()).toMatch(/yes 123.*“with a majority vote of 123-16/);
    await visitor.page.locator(".key").getByText("disputed", { exact: true }).waitFor();
  });

  test("the question of the camps: three statements contradict a denial, each with its source", async () => {
    await visitor.open("story=the-camps&form=list");
    expect(await sentences(visitor.page, "contradicts", "in dispute").count()).toBe(3);
    await sentences(visitor.page, "contradicts", "Human Rights Watch").getByText("contradicts").click();
    const panel = panelOf(visitor.page);
    await panel.getByText("both ends cannot be true").waitFor();
    await panel.locator(".sources li", { hasText: /para\. 12/ }).waitFor();
  });

  test("the question of two judgements: a citation on every step of every path", async () => {
    await visitor.open("story=two-judgements");
    const paths = panelOf(visitor.page).locator(".paths > ol > li");
    expect(await paths.first().textContent()).toContain("2 steps");
    const hops = await visitor.page.locator(".hops > li").count();
    expect(hops).toBeGreaterThan(4);
    expect(await visitor.page.locator(".hops > li:has(.sources cite)").count()).toBe(hops);
  });

  test("all five questions are listed, and each leads to its view", async () => {
    await visitor.open("page=stories");
    const links = visitor.page.locator(".page .stories a");
    expect(await links.allTextContents()).toEqual(STORIES.map(({ question }) => question));
    await links.nth(1).click();
    await answered(visitor.page);
    await visitor.page.getByRole("heading", { level: 1, name: STORIES[1]?.question ?? "" }).waitFor();
  });
});
