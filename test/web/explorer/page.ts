import axe from "axe-core";
import type { Page } from "playwright-core";

/** What has the focus: its name, or what it says. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()",
  );
}

/** Presses Tab until what has this name has the focus. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    const found = await focused(page);
    if (typeof name === "string" ? found === name : name.test(found)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no press of Tab leads to ${String(name)}`);
}

/** Serious and critical findings of axe-core on the page: the rule, and the first place. */
export async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate<axe.AxeResults>("axe.run()");
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes: [first] }) => `${id}: ${first?.html.slice(0, 200) ?? ""} ${first?.failureSummary ?? ""}`);
}

/** Waits until the nodes of the picture have their places and are drawn there. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.picture-pane[data-moving="false"]').waitFor();
  await page.waitForTimeout(600);
}
