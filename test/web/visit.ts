import type { Browser, Locator, Page } from "playwright-core";

import { complaintsOf } from "./complaints.js";

/** A visitor's own browser, with its own storage, at the playground. */
export interface Visit {
  readonly page: Page;
  /** What the browser's console shows as errors, breaches of the Content-Security-Policy included, and requests that leave the server. */
  readonly complaints: readonly string[];
  /** The titles of the tabs, in order. */
  readonly tabs: Locator;
  /** Opens the playground, or opens it again, and waits until a query can be typed. */
  open(): Promise<void>;
  /** Presses the button that sends the query. Returns what the server answers. */
  run(): Promise<unknown>;
  close(): Promise<void>;
}

/** Visits the playground of the server at `url`, with a window of this size in CSS pixels. */
export async function visit(
  browser: Browser,
  url: string,
  viewport: { readonly width: number; readonly height: number },
): Promise<Visit> {
  const context = await browser.newContext({ viewport });
  const complaints = complaintsOf(context, url);
  const page = await context.newPage();
  return {
    page,
    complaints,
    tabs: page.getByRole("tab").locator(".graphiql-tab-button"),
    open: async () => {
      const response = await page.goto(`${url}/playground`);
      if (response?.ok() !== true) throw new Error(`${url}/playground answered ${response?.status() ?? "nothing"}`);
      await editorOf(page).waitFor();
    },
    run: async () => {
      const sent = page.waitForResponse(
        // GraphiQL asks for the schema too, whenever it likes.
        (response) => response.url() === `${url}/graphql` && !response.request().postData()?.includes("__schema"),
      );
      await page.getByRole("button", { name: "Execute query" }).click();
      return (await sent).json() as Promise<unknown>;
    },
    close: () => context.close(),
  };
}

/** The query on the screen. */
export function editorOf(page: Page): Locator {
  return page.locator(".graphiql-query-editor .view-lines");
}

/** The answer on the screen: as much of it as fits there. */
export function answerOf(page: Page): Locator {
  return page.locator(".graphiql-response .view-lines");
}

/** The panel that lists the worked questions in words. */
export function panelOf(page: Page): Locator {
  return page.getByRole("region", { name: "Worked questions" });
}
