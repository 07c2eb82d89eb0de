import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";

import { complaintsOf } from "../complaints.js";

/** A visitor at the explorer. */
export interface Visit {
  readonly page: Page;
  /** What should never happen and did: see `complaintsOf`. */
  readonly complaints: readonly string[];
  /** The names of the questions that the page has asked the API since this was last emptied. */
  readonly asked: string[];
  /** Opens the explorer at a view, given as the fragment of its address, and waits until it is answered. */
  readonly open: (fragment?: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Visits the explorer of the server at `url`. */
export async function visitExplorer(
  browser: Browser,
  url: string,
  options: BrowserContextOptions & { readonly expected?: RegExp } = {},
): Promise<Visit> {
  const { expected, ...context } = options;
  const visitor = await browser.newContext({
    viewport: { width: 1400, height: 950 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...context,
  });
  const complaints = complaintsOf(visitor, url, expected);
  const asked: string[] = [];
  visitor.on("request", (request) => {
    if (request.url() !== `${url}/graphql`) return;
    const body = JSON.parse(request.postData() ?? "{}") as { operationName?: string };
    asked.push(body.operationName ?? "");
  });
  const page = await visitor.newPage();
  return {
    page,
    complaints,
    asked,
    open: async (fragment = "") => {
      await page.goto("about:blank");
      const response = await page.goto(`${url}/${fragment === "" ? "" : `#${fragment}`}`);
      if (response?.ok() !== true) throw new Error(`${url}/ answered ${String(response?.status() ?? "nothing")}`);
      await answered(page);
    },
    close: () => visitor.close(),
  };
}

/** Waits until the view on the screen is answered. */
export async function answered(page: Page): Promise<void> {
  await page.locator('.stage[aria-busy="false"], .page').first().waitFor();
}

/** The size of the view in words, such as "16 nodes, 15 edges". */
export function sizeOf(page: Page): Locator {
  return page.locator(".toolbar .size");
}

/** The details beside the view. */
export function panelOf(page: Page): Locator {
  return page.getByRole("complementary", { name: "Details" });
}

/** Sentences of the list that contain all of these texts. */
export function sentences(page: Page, ...texts: readonly string[]): Locator {
  return texts.reduce((found, text) => found.filter({ hasText: text }), page.locator(".edges li"));
}
