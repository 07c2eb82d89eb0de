import type { Page } from "playwright-core";

import { findChromium, launchChromium } from "./explorer/chromium.js";
import { MADE_UP_FRAGMENT, madeUpView } from "./explorer/made-up.js";
import { startPages } from "./explorer/pages.js";

/**
 * Times the explorer's picture of 10,000 nodes and 30,000 edges, drawn by the processor alone unless `--gpu` is given: how long until
 * something is drawn and until the layout rests, and how many frames a second there are while the picture is dragged and zoomed.
 */
const path = findChromium();
if (path === null) throw new Error("There is no Chromium. Install it or set CHROMIUM_PATH.");
const answer = JSON.stringify({ data: madeUpView() });
const pages = await startPages(() => answer);
const browser = await launchChromium(path, process.argv.includes("--gpu") ? "hardware" : "software");
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 950 } });
  console.log(`an empty page at rest: ${await frames(page, () => page.waitForTimeout(2_000))} frames/s`);
  const started = Date.now();
  await page.goto(`${pages.url}/#${MADE_UP_FRAGMENT}`);
  await page.getByText("10,000 nodes, 30,000 edges").waitFor({ timeout: 120_000 });
  console.log(
    `answered and listed  ${String(Date.now() - started)} ms (${String(Math.round(answer.length / 1e6))} MB)`,
  );
  await page.locator(".picture canvas").first().waitFor({ state: "attached", timeout: 120_000 });
  console.log(`drawn                ${String(Date.now() - started)} ms`);
  await page.locator('.picture-pane[data-moving="false"]').waitFor({ timeout: 120_000 });
  console.log(`laid out             ${String(Date.now() - started)} ms`);
  // What the processor still has to draw is not the picture at rest.
  await page.waitForTimeout(10_000);
  for (let run = 1; run <= 3; run += 1) {
    console.log(`run ${String(run)}: at rest ${await frames(page, () => page.waitForTimeout(2_000))} frames/s`);
    console.log(`run ${String(run)}: dragged ${await frames(page, () => drag(page))} frames/s`);
    console.log(`run ${String(run)}: zoomed ${await frames(page, () => zoom(page))} frames/s`);
  }
} finally {
  await browser.close();
  await pages.close();
}

/** How many frames a second the page drew while something was done, on average. */
async function frames(page: Page, act: () => Promise<void>): Promise<string> {
  await page.evaluate(
    "globalThis.drawn = 0; globalThis.since = performance.now(); (function next() { globalThis.drawn += 1; globalThis.asked = requestAnimationFrame(next); })()",
  );
  await act();
  const rate = await page.evaluate(
    "cancelAnimationFrame(globalThis.asked); globalThis.drawn / (performance.now() - globalThis.since) * 1000",
  );
  return Number(rate).toFixed(1);
}

async function drag(page: Page): Promise<void> {
  await page.mouse.move(300, 500);
  await page.mouse.down();
  for (let step = 0; step < 60; step += 1) await page.mouse.move(300 + step * 5, 500 + (step % 20));
  await page.mouse.up();
}

async function zoom(page: Page): Promise<void> {
  await page.mouse.move(450, 500);
  for (let step = 0; step < 20; step += 1) {
    await page.mouse.wheel(0, step < 10 ? -120 : 120);
    await page.waitForTimeout(50);
  }
}
