import type { Content } from "../../../src/export/content.js";
import { FORMATS } from "../../../src/export/formats.js";
import type { GraphRecords } from "../../../src/graph/record.js";
import type { Ontology } from "../../../src/ontology/model.js";
import { ontologyPath } from "../../../src/ontology/default.js";
import { loadOntology } from "../../../src/ontology/load.js";

export const ontology: Ontology = await loadOntology(ontologyPath);

export const SNAPSHOT = "5".repeat(64);

/** Content made of records, in pages so small that there are several. */
export function contentOfRecords(records: GraphRecords, more: Partial<Content> = {}): Content {
  const { nodes, edges } = records;
  return {
    ontology,
    snapshot: SNAPSHOT,
    title: "The whole graph",
    nodes: () => pages(nodes),
    edges: (relationship) => pages(edges.filter(({ type }) => relationship === undefined || type === relationship)),
    lookUp: (ids) => Promise.resolve(nodes.filter(({ id }) => ids.includes(id))),
    ...more,
  };
}

/** Everything that a format writes. */
export async function written(format: string, content: Content): Promise<string> {
  return (await chunksOf(format, content)).join("");
}

export async function chunksOf(format: string, content: Content): Promise<readonly string[]> {
  const chunks: string[] = [];
  const found = FORMATS.get(format);
  if (found === undefined) throw new Error(`no format ${format}`);
  for await (const chunk of found.write(content)) chunks.push(chunk);
  return chunks;
}

/** What somebody reads who opens the file: UTF-8. */
export async function asFile(format: string, content: Content): Promise<string> {
  const bytes = (await chunksOf(format, content)).map((chunk) => Buffer.from(chunk));
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(bytes));
}

async function* pages<T>(records: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < records.length; at += 3) yield await Promise.resolve(records.slice(at, at + 3));
}
