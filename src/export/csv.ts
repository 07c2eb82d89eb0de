import type { EdgeRecord, Evidence, NodeRecord, Scalar } from "../graph/record.js";
import { plenaryVersion } from "../version.js";
import type { Content } from "./content.js";
import { type FlatColumn, SEPARATOR, flatEdgeColumns, flatNodeColumns } from "./flat.js";
import type { ExportFormat } from "./format.js";
import { Names } from "./names.js";
import { numbered } from "./numbered.js";
import { Sources } from "./sources.js";

const MEDIA_TYPE = "text/csv; charset=utf-8; header=present";

/** CSV with a row for each node: RFC 4180, UTF-8. */
export const CSV_NODES: ExportFormat = {
  name: "csv-nodes",
  title: "CSV of the nodes",
  use: "spreadsheets, pandas, R: a row for each node",
  mediaType: MEDIA_TYPE,
  ending: ".nodes.csv",
  write: writeNodes,
};

/** CSV with a row for each edge, likewise. */
export const CSV_EDGES: ExportFormat = {
  name: "csv-edges",
  title: "CSV of the edges",
  use: "spreadsheets, pandas, R: a row for each edge",
  mediaType: MEDIA_TYPE,
  ending: ".edges.csv",
  write: writeEdges,
};

async function* writeNodes(content: Content): AsyncGenerator<string> {
  const sources = new Sources(content);
  const columns: readonly FlatColumn<NodeRecord>[] = [
    { name: "id", kind: "string", read: ({ id }) => id },
    ...flatNodeColumns(content.ontology),
    ...evidenceColumns(sources),
    ...aboutColumns(content),
  ];
  yield header(columns);
  for await (const page of content.nodes()) {
    await sources.know(page);
    yield page.map((node) => row(node, columns)).join("");
  }
}

async function* writeEdges(content: Content): AsyncGenerator<string> {
  const sources = new Sources(content);
  const names = new Names(content);
  const columns: readonly FlatColumn<EdgeRecord>[] = [
    { name: "id", kind: "string", read: ({ id }) => id },
    { name: "subject", kind: "string", read: ({ subject }) => subject },
    { name: "subjectName", kind: "string", read: ({ subject }) => names.of(subject) },
    { name: "object", kind: "string", read: ({ object }) => object },
    { name: "objectName", kind: "string", read: ({ object }) => names.of(object) },
    ...flatEdgeColumns(content.ontology),
    { name: "attributedTo", kind: "string", read: ({ evidence }) => listed(evidence.flatMap(attributedTo)) },
    ...evidenceColumns(sources),
    ...aboutColumns(content),
  ];
  yield header(columns);
  for await (const page of content.edges()) {
    await sources.know(page);
    await names.know(page.flatMap(({ subject, object }) => [subject, object]));
    yield page.map((edge) => row(edge, columns)).join("");
  }
}

/** What a row rests on. Citations and addresses have numbers, those of one evidence the same. */
function evidenceColumns<R extends NodeRecord | EdgeRecord>(sources: Sources): readonly FlatColumn<R>[] {
  const column = (name: string, read: (evidence: readonly Evidence[]) => string): FlatColumn<R> => ({
    name,
    kind: "string",
    read: ({ evidence }) => read(evidence),
  });
  return [
    column("sources", (evidence) => listed(evidence.map(({ source }) => source))),
    column("citations", (evidence) => numbered(sources.citations(evidence).map(({ text }) => text))),
    column("urls", (evidence) => numbered(sources.citations(evidence).map(({ url }) => url))),
    column("licences", (evidence) => listed(sources.citations(evidence).flatMap(({ licence }) => licence ?? []))),
  ];
}

/** What the file is: in each row, for rows are sorted, cut out and put together with others. */
function aboutColumns<R>({ snapshot, title, query }: Content): readonly FlatColumn<R>[] {
  const about = [
    `Plenary ${plenaryVersion()}`,
    title,
    ...(query === undefined ? [] : [query.replace(/\s+/g, " ").trim()]),
  ];
  const text = about.join(": ");
  return [
    { name: "snapshot", kind: "string", read: () => snapshot },
    { name: "export", kind: "string", read: () => text },
  ];
}

function attributedTo({ attributedTo = [] }: Evidence): readonly string[] {
  return attributedTo;
}

function listed(texts: readonly string[]): string {
  return [...new Set(texts)].join(SEPARATOR);
}

function header<R>(columns: readonly FlatColumn<R>[]): string {
  return `${columns.map(({ name }) => name).join(",")}\r\n`;
}

function row<R>(record: R, columns: readonly FlatColumn<R>[]): string {
  return `${columns.map(({ read }) => csvCell(read(record))).join(",")}\r\n`;
}

/** What a spreadsheet takes for the beginning of a formula, after any apostrophes. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** What many readers of CSV stop at, and what UTF-8 cannot hold. */
// eslint-disable-next-line no-control-regex -- these are the characters meant
const UNREADABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]/gu;

/**
 * A value as a cell. A text that a spreadsheet would take for a formula has an apostrophe before it, so that nothing in a source is ever
 * computed; so has one that begins with apostrophes and goes on so: to take one apostrophe away gives back the text.
 */
export function csvCell(value: Scalar | undefined): string {
  if (typeof value !== "string") return value === undefined ? "" : String(value);
  const text = value.replace(UNREADABLE, "\ufffd");
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
