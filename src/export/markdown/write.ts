import { plenaryVersion } from "../../version.js";
import type { Content } from "../content.js";
import type { ExportFormat } from "../format.js";
import { Names } from "../names.js";
import { Sources } from "../sources.js";
import { Citations } from "./citations.js";
import { edgeItem, nodeItem } from "./items.js";
import { heading, plain } from "./words.js";

/** Markdown to be read and cited: nodes with what is known of them, edges by relationship, and numbered citations at the end. */
export const MARKDOWN: ExportFormat = {
  name: "markdown",
  title: "Markdown",
  use: "reading, and pasting into a report: facts with numbered citations",
  mediaType: "text/markdown; charset=utf-8",
  ending: ".md",
  write: writeMarkdown,
};

async function* writeMarkdown(content: Content): AsyncGenerator<string> {
  const sources = new Sources(content);
  const citations = new Citations(sources);
  yield head(content);
  let title = "\n## Nodes\n\n";
  for await (const page of content.nodes()) {
    await sources.know(page);
    yield title + page.map((node) => nodeItem(node, content.ontology, citations)).join("");
    title = "";
  }
  yield* writeEdges(content, sources, citations);
  yield* citations.list();
}

/** One relationship after another: to put them together, nothing has to be kept. */
async function* writeEdges(content: Content, sources: Sources, citations: Citations): AsyncGenerator<string> {
  const names = new Names(content);
  const { relationships, propertySets } = content.ontology;
  for (const [relationship, { properties }] of relationships) {
    const definitions = propertySets.get(properties ?? "")?.properties ?? [];
    let title = `\n## ${heading(relationship)}\n\n`;
    for await (const page of content.edges(relationship)) {
      await sources.know(page);
      await names.know(page.flatMap(({ subject, object }) => [subject, object]));
      yield title + page.map((edge) => edgeItem(edge, definitions, names, citations)).join("");
      title = "";
    }
  }
}

function head({ title, snapshot, query }: Content): string {
  const about = `# ${plain(title)}\n\nSnapshot \`${snapshot}\` of Plenary ${plenaryVersion()}.\n`;
  if (query === undefined) return about;
  // A fence is longer than any row of backticks within.
  const longest = Math.max(2, ...[...query.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${about}\n${fence}graphql\n${query.trim()}\n${fence}\n`;
}
