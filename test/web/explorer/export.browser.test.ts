import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";

import { describeInBrowser, useStage } from "../stage.js";
import { sizeOf, visitExplorer, type Visit } from "./visit.js";

describeInBrowser("the explorer saves what it shows", () => {
  const stage = useStage();

  const visit = async (options: Parameters<typeof visitExplorer>[2] = {}): Promise<Visit> => {
    const visitor = await visitExplorer(stage.browser(), stage.url(), options);
    onTestFinished(() => visitor.close());
    return visitor;
  };

  test("as GEXF, GraphML, JSON-LD, CSV and Markdown: well-formed, with the nodes and edges of the picture, for one request each", async () => {
    const { page, open, complaints } = await visit();
    await open();
    const [, nodes, edges] = /^(\d+) nodes?, (\d+) edges?$/.exec((await sizeOf(page).textContent()) ?? "") ?? [];
    const shown = { nodes: Number(nodes), edges: Number(edges) };
    expect(shown.edges).toBeGreaterThan(5);
    let requests = 0;
    page.on("request", (request) => {
      if (/graphql|export/.test(request.url())) requests++;
    });
    await page.locator(".menu summary").click();
    const read = async (name: string, ending: string): Promise<string> => {
      requests = 0;
      const text = await saved(page, page.getByRole("button", { name }), ending);
      expect(requests).toBe(1);
      return text;
    };

    const gexf = await read("GEXF, for Gephi", ".gexf");
    expect(await elementsOf(page, gexf, "node", "edge")).toEqual(shown);
    expect(gexf).toContain("Who stood in the way");
    const graphml = await read("GraphML", ".graphml");
    expect(await elementsOf(page, graphml, "node", "edge")).toEqual(shown);
    const jsonld = await read("JSON-LD", ".jsonld");
    expect(JSON.parse(jsonld)).toHaveProperty("@context");
    const nodeRows = rowsOf(await read("Nodes as CSV", ".nodes.csv"));
    const edgeRows = rowsOf(await read("Edges as CSV", ".edges.csv"));
    expect({ nodes: nodeRows.length, edges: edgeRows.length }).toEqual(shown);
    for (const id of [...nodeRows, ...edgeRows]) expect(jsonld).toContain(id.split("/")[0]);
    const markdown = await read("Text with citations", ".md");
    expect(markdown).toMatch(/^# Who stood in the way/);
    expect(markdown).toMatch(/\[\d+\]/);
    expect(complaints).toEqual([]);
  });

  test("with the keyboard alone, says what goes wrong, and tries again", async () => {
    const { page, open, complaints } = await visit({ expected: /ERR_FAILED|503/ });
    await open();
    await page.route("**/export", (route) => route.abort());
    await page.locator(".menu summary").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "GraphML" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("did not arrive whole").waitFor();
    await page.unroute("**/export");
    const refusal = { errors: [{ message: "The server is busy.", extensions: { code: "BUSY" } }] };
    await page.route("**/export", (route) => route.fulfill({ status: 503, json: refusal }));
    const again = page.getByRole("alert").getByRole("button", { name: "Try again" });
    await again.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("The server is busy.").waitFor();
    await page.unroute("**/export");
    expect(await saved(page, again, ".graphml")).toContain("<graphml");
    await page.getByRole("alert").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });
});

/** The text of the file that pressing a button saves. */
async function saved(page: Page, button: Locator, ending: string): Promise<string> {
  const download = page.waitForEvent("download");
  await button.press("Enter");
  const file: Download = await download;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^plenary-[0-9a-f]{12}\\${ending}$`));
  return readFile(await file.path(), "utf8");
}

/** How many elements of two names a document of XML has. Fails where it is not well-formed. */
async function elementsOf(
  page: Page,
  xml: string,
  node: string,
  edge: string,
): Promise<{ nodes: number; edges: number }> {
  const count = `(xml) => {
    const document = new DOMParser().parseFromString(xml, "application/xml");
    const of = (name) => document.getElementsByTagName(name).length;
    return { wrong: of("parsererror"), nodes: of("${node}"), edges: of("${edge}") };
  }`;
  const { wrong, ...found } = await page.evaluate<{
    wrong: number;
    nodes: number;
    edges: number;
  }>(`(${count})(${JSON.stringify(xml)})`);
  expect(wrong).toBe(0);
  return found;
}

/** The first cells of the rows of a CSV below its head, of rows that begin with an id. */
function rowsOf(csv: string): readonly string[] {
  return csv
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.split(",")[0] ?? "");
}
