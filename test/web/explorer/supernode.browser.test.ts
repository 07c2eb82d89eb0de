import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";

import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";
import { serveRecords } from "../server.js";
import { describeInBrowser, useStage } from "../stage.js";
import { faults, settled, tabTo } from "./page.js";
import { CAST, supernodeRecords } from "./supernode.js";
import { answered, panelOf, sizeOf, visitExplorer, type Visit } from "./visit.js";

describeInBrowser("a node with 5,000 edges", () => {
  const stage = useStage({ start: async () => serveRecords(supernodeRecords(), await loadOntology(ontologyPath)) });

  const visit = async (fragment: string): Promise<Visit> => {
    const visitor = await visitExplorer(stage.browser(), stage.url(), { reducedMotion: "reduce" });
    onTestFinished(() => visitor.close());
    await visitor.open(fragment);
    return visitor;
  };

  test("is expanded by pages, each of at most two questions, collapsed again, and stays the same in its link", async () => {
    const visitor = await visit("nodes=arda&selected=arda");
    const { page, complaints } = visitor;
    const panel = panelOf(page);
    const shows = async (edges: string): Promise<void> => {
      await page.locator(".toolbar .size", { hasText: edges }).waitFor();
      await answered(page);
    };

    await counting(visitor, "expand", async () => {
      await panel.getByRole("button", { name: "Show cast, from here: 5,000 edges" }).click();
      await shows("26 nodes, 25 edges");
    });
    await counting(visitor, "load more", async () => {
      await panel.getByRole("button", { name: "+4,975 more" }).click();
      await shows("51 nodes, 50 edges");
    });
    for (const edges of ["75 edges", "100 edges", "200 edges", "400 edges", "800 edges"]) {
      await counting(visitor, `load up to ${edges}`, async () => {
        await panel.getByRole("button", { name: /^\+.* more, / }).click();
        await shows(edges);
      });
    }
    await panel.getByRole("button", { name: "+4,200 more" }).click();
    await shows("1,001 nodes, 1,000 edges");
    await panel.getByText("+4,000 more than the 1,000 that one view shows").waitFor();

    await counting(visitor, "collapse", async () => {
      await panel.getByRole("button", { name: "Collapse the 1,000 shown, Arda: cast" }).click();
      await shows("1 node, 0 edges");
    });
    await panel.getByRole("button", { name: "+5,000 more" }).waitFor();
    expect(page.url()).toContain("expand=arda~CAST~out~0");
    await page.reload();
    await answered(page);
    expect(await sizeOf(page).textContent()).toBe("1 node, 0 edges");
    await page.getByRole("button", { name: "List" }).click();
    await page.getByRole("link", { name: "Arda: cast" }).click();
    await panel.getByText("0 of 5,000 edges are shown; the box in the picture stands for the other 5,000").waitFor();
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await shows("1,001 nodes, 1,000 edges");
    expect(complaints).toEqual([]);
  });

  test("has a box in the picture for what is not shown, which tells of it and brings more when it is pointed at and clicked", async () => {
    const { page, complaints, asked } = await visit("nodes=bora&expand=bora~CAST~out~0");
    await settled(page);
    const at = await groupAt(page);
    await page.mouse.move(at.x, at.y);
    await page
      .locator(".caption", { hasText: "Bora: cast. 0 of 60 edges are shown. Opening this brings 25 more." })
      .waitFor();
    asked.splice(0);
    await page.mouse.click(at.x, at.y);
    await page.locator(".toolbar .size", { hasText: "26 nodes, 25 edges" }).waitFor();
    await answered(page);
    expect(asked.length).toBeLessThanOrEqual(2);
    await panelOf(page).getByText("25 of 60 edges are shown").waitFor();
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("is opened with the keyboard page by page until nothing is left, when the box is gone", async () => {
    const { page, complaints, asked } = await visit("nodes=bora&expand=bora~CAST~out~25&selected=bora~CAST~OUT");
    await settled(page);
    await tabTo(page, /^A picture of 26 nodes/);
    const said = page.locator(".picture-pane [role=status]");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await tabTo(page, /^A picture of 26 nodes/);
    await page.keyboard.press("e");
    await said
      .getByText("Group of edges. Bora: cast. 25 of 60 edges are shown. Opening this brings 25 more.")
      .waitFor();
    asked.splice(0);
    await page.keyboard.press("Enter");
    await said.getByText("50 of 60 edges are shown. Opening this brings 10 more.").waitFor();
    await answered(page);
    expect(asked.length).toBeLessThanOrEqual(2);
    await page.keyboard.press("Enter");
    await said.getByText(`Bora, State, ${String(CAST.bora)} edges here`).waitFor();
    await page.locator(".toolbar .size", { hasText: "61 nodes, 60 edges" }).waitFor();
    expect(await page.getByRole("heading", { name: "Not shown" }).count()).toBe(0);
    await panelOf(page).getByText("60 of 60 edges are shown.").waitFor();
    expect(complaints).toEqual([]);
  });
});

/** Does something that takes two questions at most, and tells how long the page was busy and unable to answer meanwhile. */
async function counting({ page, asked }: Visit, name: string, act: () => Promise<void>): Promise<void> {
  await page.evaluate(
    "globalThis.tasks = []; globalThis.watch = new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map((entry) => entry.duration))); globalThis.watch.observe({ type: 'longtask' })",
  );
  asked.splice(0);
  const started = Date.now();
  await act();
  const tasks = await page.evaluate<readonly number[]>("globalThis.watch.disconnect(); globalThis.tasks");
  const longest = Math.round(Math.max(0, ...tasks));
  console.log(
    `${name}: ${String(Date.now() - started)} ms, ${String(tasks.length)} long tasks, the longest ${String(longest)} ms`,
  );
  expect(asked.length, name).toBeLessThanOrEqual(2);
}

/** Moves the pointer over the picture until it is over a group. Returns where that is. */
async function groupAt(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.locator(".picture").boundingBox();
  if (box === null) throw new Error("no picture");
  for (let x = box.x + 10; x < box.x + box.width - 10; x += 9) {
    for (let y = box.y + 10; y < box.y + box.height - 10; y += 9) {
      await page.mouse.move(x, y);
      if ((await page.locator(".caption").count()) > 0) return { x, y };
    }
  }
  throw new Error("the pointer met no group");
}
