import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";

import { findChromium, launchChromium } from "../../scripts/explorer/chromium.js";
import type { RunningServer } from "../../src/server/listen.js";
import { ensureBuilt } from "../support/built.js";
import { startServer } from "./server.js";

const chromium = findChromium();
/** Whether tests in a browser cannot run here, which is no failure unless `REQUIRE_CHROMIUM` is 1. */
const skipped = chromium === null && process.env["REQUIRE_CHROMIUM"] !== "1";
if (skipped) console.warn("skipped: tests in a browser need Chromium; install it or set CHROMIUM_PATH");

type WebGL = Parameters<typeof launchChromium>[1];

/** A server with the built pages and a browser, there while tests run. */
export interface Stage {
  readonly url: () => string;
  readonly browser: () => Browser;
}

/** As `describe`, for tests in a browser. Without one they are skipped, and the title says why. */
export function describeInBrowser(title: string, tests: () => void): void {
  if (skipped) describe.skip(`${title} (no Chromium)`, tests);
  else describe(title, tests);
}

/** Has the pages built, a server started and a browser launched before the tests around it, and stopped after them. */
export function useStage({ webgl = "software", start = startServer }: StageOptions = {}): Stage {
  let server: RunningServer | null = null;
  let browser: Browser | null = null;

  beforeAll(async () => {
    await ensureBuilt();
    server = await start();
    browser = await launch(webgl);
    // A build takes 20 seconds on a machine at rest.
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  return { url: () => present(server).url, browser: () => present(browser) };
}

interface StageOptions {
  /** How the browser draws pictures. */
  readonly webgl?: WebGL;
  readonly start?: () => Promise<RunningServer>;
}

/** Starts the browser. Fails where there is none. */
export function launch(webgl: WebGL): Promise<Browser> {
  if (chromium === null) throw new Error("REQUIRE_CHROMIUM is 1, but there is no Chromium. Set CHROMIUM_PATH.");
  return launchChromium(chromium, webgl);
}

function present<T>(thing: T | null): T {
  if (thing === null) throw new Error("The stage is there only while tests run.");
  return thing;
}
