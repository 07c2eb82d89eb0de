import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";

import { describeInBrowser, launch, useStage } from "../stage.js";
import { faults, focused, settled, tabTo } from "./page.js";
import { answered, panelOf, sentences, sizeOf, visitExplorer, type Visit } from "./visit.js";

const REFERRAL = "referral-of-north-korea-to-the-icc";

describeInBrowser("a reader of the explorer", () => {
  const stage = useStage();

  const visit = async (options: Parameters<typeof visitExplorer>[2] = {}): Promise<Visit> => {
    const visitor = await visitExplorer(stage.browser(), stage.url(), options);
    onTestFinished(() => visitor.close());
    return visitor;
  };

  test("searches, chooses, sees counts before expanding, expands, and never asks more than twice at once", async () => {
    const { page, open, asked, complaints } = await visit();
    await open(`nodes=${REFERRAL}`);
    await page.getByRole("combobox", { name: "Search states" }).fill("north kor");
    await page
      .getByRole("option", { name: /^North Korea/ })
      .first()
      .waitFor();
    asked.splice(0);
    await page.getByRole("option", { name: /^North Korea State/ }).click();
    const row = panelOf(page).locator(".connections li", { hasText: "← about" });
    expect(Number(await row.locator(".number").textContent())).toBeGreaterThan(25);
    await answered(page);
    expect(asked.length).toBeLessThanOrEqual(2);

    asked.splice(0);
    await row.getByRole("button", { name: /^Show about, to here/ }).click();
    await row.getByRole("button", { name: /^\+\d+ more, / }).waitFor();
    await answered(page);
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(await sizeOf(page).textContent()).toMatch(/25 edges$/);
    await page.locator(".stage .more", { hasText: "about → North Korea" }).waitFor();

    asked.splice(0);
    await row.getByRole("button", { name: /^\+\d+ more, / }).click();
    await row.getByRole("button", { name: /^\+\d+ more, / }).waitFor({ state: "detached" });
    await answered(page);
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(complaints).toEqual([]);
  });

  test("sees source, paragraph and phrase of the edge under the pointer, and of the one that is chosen", async () => {
    const { page, open, complaints } = await visit();
    await open("story=the-camps");
    await settled(page);
    const box = await page.locator(".picture").boundingBox();
    if (box === null) throw new Error("no picture");
    const at = await edgeUnder(page, box);
    const caption = await page.locator(".caption").textContent();
    expect(caption).toMatch(/para\. \d+: “/);
    await page.mouse.click(at.x, at.y);
    await panelOf(page)
      .locator(".sources li", { hasText: /para\. \d+: “/ })
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
  });

  test("filters by time on both clocks, by modality, body and relationship, and is told what that leaves out", async () => {
    const { page, open, asked, complaints } = await visit();
    await open("form=list");
    asked.splice(0);
    await page.getByLabel("possible", { exact: true }).uncheck();
    await sentences(page, "blocked").first().waitFor({ state: "detached" });
    await answered(page);
    expect(asked.length).toBeLessThanOrEqual(2);
    await page.locator(".more .omitted", { hasText: "2 possible" }).waitFor();
    await page.getByLabel("possible", { exact: true }).check();
    await sentences(page, "China", "blocked").waitFor();

    const known = page.getByLabel("What was known by", { exact: true });
    await page.getByLabel("What was known by: year, month or day").fill("2014");
    await page.keyboard.press("Enter");
    await sentences(page, "China", "blocked").waitFor({ state: "detached" });
    expect(await known.getAttribute("aria-valuetext")).toBe("2014");
    expect(page.url()).toContain("known=2014");
    await known.focus();
    await page.keyboard.press("End");
    await sentences(page, "China", "blocked").waitFor();

    await page.getByLabel("What held in: year, month or day").fill("2020-12-16");
    await page.keyboard.press("Enter");
    await expect.poll(() => sentences(page, "2020-12-16").count()).toBe(1);
    await expect.poll(() => sentences(page, "2021").count()).toBe(0);
    await page.getByLabel("What held in: year, month or day").fill("");
    await page.keyboard.press("Enter");
    await sentences(page, "2021-12-16").waitFor();

    await page.getByRole("combobox", { name: "Body" }).selectOption({ label: "United Nations Security Council" });
    await expect.poll(() => page.url()).toContain("body=un-security-council");
    await answered(page);
    await page.getByRole("combobox", { name: "Body" }).selectOption({ label: "Any body" });
    await answered(page);

    asked.splice(0);
    await page.getByLabel(/^recommended/).uncheck();
    await expect.poll(() => sentences(page, "recommended").count()).toBe(0);
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("does all of it with the keyboard alone: search, path, source", async () => {
    const { page, open, complaints } = await visit();
    await open("form=list");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("To the content");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("robert king");
    await page
      .getByRole("option", { name: /^Robert King/ })
      .first()
      .waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await panelOf(page).getByRole("heading", { level: 2, name: "Robert King" }).waitFor();
    await answered(page);
    await tabTo(page, "Find a path from here to…");
    await page.keyboard.type("china");
    await page.getByRole("option", { name: /^China State/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /\d+ paths, the shortest first/ }).waitFor();
    await answered(page);
    const reference = page
      .getByRole("link", { name: "Source 1", exact: true })
      .or(page.getByRole("button", { name: "Source 1", exact: true }));
    await reference.first().focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("citation-1");
    expect(complaints).toEqual([]);
  });

  test("shares a link that opens and reloads as the same view, steps back, and is told when the snapshot is another", async () => {
    const { page, open, complaints } = await visit();
    await open();
    await page.getByRole("button", { name: "List" }).click();
    await sentences(page, "China", "blocked").getByRole("link", { name: "China" }).click();
    await panelOf(page).getByRole("heading", { level: 2, name: "China" }).waitFor();
    await answered(page);
    const link = page.url();
    expect(link).toContain("snapshot=");
    const list = await page.locator(".list-pane").textContent();
    await page.reload();
    await answered(page);
    await panelOf(page).getByRole("heading", { level: 2, name: "China" }).waitFor();
    expect(await page.locator(".list-pane").textContent()).toBe(list);
    await page.goBack();
    await panelOf(page).getByText("Questions to begin with").waitFor();
    expect(await page.locator(".notices").textContent()).toBe("");

    await open(new URL(link).hash.slice(1).replace(/snapshot=\w+/, "snapshot=0123456789abcdef"));
    await page.locator(".notice", { hasText: "0123456789abcdef" }).waitFor();
    await page.getByRole("button", { name: "Cite the present one" }).click();
    await page.locator(".notice").waitFor({ state: "detached" });
    expect(page.url()).toBe(link);
    expect(complaints).toEqual([]);
  });

  test("keeps what was there when the API fails or is slow, is told so, and tries again", async () => {
    const { page, open, complaints } = await visit({ expected: /Failed to load resource|net::ERR/ });
    await open("form=list");
    const before = await page.locator(".list-pane").textContent();
    await page.route("**/graphql", (route) => route.abort());
    await page.getByLabel("possible", { exact: true }).uncheck();
    const alert = page.getByRole("alert");
    await alert.getByText("The server does not respond").waitFor();
    expect(await page.locator(".list-pane").textContent()).toBe(before);
    await page.unroute("**/graphql");
    await alert.getByRole("button", { name: "Try again" }).click();
    await alert.waitFor({ state: "detached" });
    await sentences(page, "blocked").first().waitFor({ state: "detached" });

    await page.route("**/graphql", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue().catch(() => undefined);
    });
    await page.getByLabel("possible", { exact: true }).check();
    await page.locator(".toolbar .size", { hasText: "Asking…" }).waitFor();
    await sentences(page, "China", "blocked").waitFor();
    expect(complaints).toEqual([]);
  });

  test("is told in words what the API refuses", async () => {
    const { page, open, complaints } = await visit({ expected: /400 \(Bad Request\)/ });
    await open("expand=china~NO_SUCH_THING~out~25");
    await page.getByRole("alert").getByText("NO_SUCH_THING").waitFor();
    await page.getByRole("button", { name: "To the opening question" }).click();
    await page.getByText("16 nodes, 15 edges").waitFor();
    expect(complaints).toEqual([]);
  });

  test("takes the view away: the query to the playground and as curl, the picture as SVG and PNG", async () => {
    const { page, open, complaints } = await visit();
    await open();
    await page.locator('.picture-pane[data-moving="false"]').waitFor();
    await page.getByRole("button", { name: "Query" }).click();
    await page.getByRole("button", { name: "Copy as curl" }).click();
    await page.getByText("Copied: a curl command.").waitFor();
    const curl = await page.evaluate("navigator.clipboard.readText()");
    expect(curl).toMatch(new RegExp(`^curl -s '${stage.url()}/graphql' .*BLOCKED`, "s"));
    const playground = await page.getByRole("link", { name: "Open in the playground" }).getAttribute("href");
    await page.getByRole("button", { name: "Close", exact: true }).click();

    const save = async (name: string): Promise<Download> => {
      await page.locator(".menu summary").click();
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name }).click();
      await page.locator(".menu summary").click();
      return download;
    };
    const svg = await readFile(await (await save("Picture as SVG")).path(), "utf8");
    expect(svg).toContain("Who stood in the way");
    expect(svg).toContain("stroke-dasharray");
    expect(svg).toMatch(/snapshot [0-9a-f]{64}/);
    const png = await readFile(await (await save("Picture as PNG")).path());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(complaints).toEqual([]);

    await page.goto(playground ?? "");
    await page.locator(".graphiql-query-editor .view-lines", { hasText: "query View" }).waitFor();
    const sent = page.waitForResponse((response) => response.request().postData()?.includes("e0") === true);
    await page.getByRole("button", { name: "Execute query" }).click();
    expect(await (await sent).json()).toMatchObject({ data: { view: { e0: { totalCount: 2 } } } });
  });

  test("goes in by type or relationship, each with its count", async () => {
    const { page, open, complaints } = await visit();
    await open("page=schema");
    await page
      .getByRole("region", { name: /^\d+ nodes$/ })
      .getByRole("button", { name: /^Resolution/ })
      .click();
    await answered(page);
    await expect.poll(() => page.locator(".edges li").count()).toBe(25);
    await page.getByRole("button", { name: /^\+\d+ more$/ }).click();
    await expect.poll(() => page.locator(".edges li").count()).toBeGreaterThan(25);
    await page.getByRole("link", { name: "Schema" }).click();
    await page
      .getByRole("region", { name: /^\d+ edges$/ })
      .getByRole("button", { name: /^vetoed/ })
      .click();
    await page.getByText("5 nodes, 3 edges").or(page.getByText("4 nodes, 3 edges")).waitFor();
    expect(complaints).toEqual([]);
  });

  test("has a page without serious faults of accessibility, by day and by night, whichever page", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, open } = await visit({ colorScheme });
      for (const fragment of [
        "",
        "form=list&selected=china",
        "story=the-tally-of-2014",
        "nodes=north-korea&expand=north-korea~ABOUT~in~25&selected=north-korea~ABOUT~IN",
        "page=schema",
        "page=stories",
      ]) {
        await open(fragment);
        await page.waitForTimeout(400);
        expect({ fragment, faults: await faults(page) }).toEqual({ fragment, faults: [] });
      }
    }
  });

  test("with a phone sees one thing below the other and nothing wider than the screen", async () => {
    const { page, open, complaints } = await visit({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const expanded = "nodes=north-korea&selected=north-korea&expand=north-korea~ABOUT~in~25";
    for (const fragment of ["", "form=list&selected=china", "page=schema", expanded, `${expanded}&form=list`]) {
      await open(fragment);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    }
    await open("form=list");
    const list = await page.locator(".stage").boundingBox();
    const panel = await panelOf(page).boundingBox();
    expect(panel?.y).toBeGreaterThan((list?.y ?? 0) + (list?.height ?? 0) - 1);
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("without WebGL reads the list, and is told why", async () => {
    const bare = await launch("none");
    onTestFinished(() => bare.close());
    const visitor = await visitExplorer(bare, stage.url(), { expected: /WebGL/ });
    await visitor.open();
    await visitor.page.getByText("This browser cannot draw the picture").waitFor();
    await sentences(visitor.page, "China", "blocked").waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});

/** Moves the pointer over the picture until it is over an edge. Returns where that is. */
async function edgeUnder(
  page: Page,
  box: { x: number; y: number; width: number; height: number },
): Promise<{ x: number; y: number }> {
  for (const part of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    for (let x = box.x + 40; x < box.x + box.width - 60; x += 6) {
      const y = box.y + box.height * part;
      await page.mouse.move(x, y);
      if ((await page.locator(".caption").count()) > 0) return { x, y };
    }
  }
  throw new Error("the pointer met no edge");
}
