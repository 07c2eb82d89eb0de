import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { findChromium, launchChromium } from "./explorer/chromium.js";

/**
 * Makes the README's pictures from the running product: `npm start` in another shell, then `npm run screenshots`, with the address of the
 * server as an argument if it is not the usual one.
 */
const [url = "http://127.0.0.1:4000"] = process.argv.slice(2);
const folder = fileURLToPath(new URL("../docs/images/", import.meta.url));
const shots = [
  { name: "explorer", fragment: "", width: 1400, height: 950, scheme: "light" },
  { name: "explorer-dispute", fragment: "story=the-tally-of-2014", width: 1400, height: 950, scheme: "dark" },
  { name: "explorer-list", fragment: "story=blocked-texts&form=list", width: 1400, height: 950, scheme: "light" },
  { name: "explorer-phone", fragment: "form=list", width: 390, height: 844, scheme: "light" },
] as const;

const path = findChromium();
if (path === null) throw new Error("There is no Chromium. Install it or set CHROMIUM_PATH.");
await mkdir(folder, { recursive: true });
const browser = await launchChromium(path, "software");
try {
  for (const { name, fragment, width, height, scheme } of shots) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, reducedMotion: "reduce" });
    await page.goto(`${url}/#${fragment}`);
    await page.locator('.stage[aria-busy="false"]').waitFor();
    if (!fragment.includes("form=list")) await page.locator('.picture-pane[data-moving="false"]').waitFor();
    // Labels are drawn with the frame after the last one that moved.
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${folder}${name}.png` });
    await page.close();
    console.log(`docs/images/${name}.png`);
  }
} finally {
  await browser.close();
}
