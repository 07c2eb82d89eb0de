import { compareDates, dateMaxText, dateMinText } from "../graph/date.js";
import type { EdgeRecord, NodeRecord } from "../graph/record.js";
import { plenaryVersion } from "../version.js";
import type { Content } from "./content.js";
import { flatEdgeColumns, flatNodeColumns } from "./flat.js";
import type { FlatColumn } from "./flat.js";
import type { ExportFormat } from "./format.js";
import { numbered } from "./numbered.js";
import { Sources } from "./sources.js";
import type { SourceNote } from "./sources.js";
import { xmlAttribute, xmlText } from "./xml.js";

/** GEXF 1.3 with the dates of edges on Gephi's timeline, and citations to be read. */
export const GEXF: ExportFormat = {
  name: "gexf",
  title: "GEXF 1.3",
  use: "pictures in Gephi, with its timeline",
  mediaType: "application/gexf+xml",
  ending: ".gexf",
  write: writeGexf,
};

const CITATIONS = "citations";

async function* writeGexf(content: Content): AsyncGenerator<string> {
  const nodeColumns = flatNodeColumns(content.ontology);
  const edgeColumns = flatEdgeColumns(content.ontology);
  // What a file rests on stands before its graph, and only who has been through the graph knows it.
  const sources = new Sources(content);
  for await (const page of content.nodes()) await sources.know(page);
  for await (const page of content.edges()) await sources.know(page);
  yield head(content, sources.notes(), attributes("node", nodeColumns) + attributes("edge", edgeColumns));
  yield "<nodes>\n";
  for await (const page of content.nodes()) {
    yield page.map((node) => nodeElement(node, nodeColumns, sources)).join("");
  }
  yield "</nodes>\n<edges>\n";
  for await (const page of content.edges()) {
    yield page.map((edge) => edgeElement(edge, edgeColumns, sources)).join("");
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

function head(content: Content, sources: readonly SourceNote[], declared: string): string {
  const { title, snapshot, query } = content;
  const description = [
    `${title}.`,
    `Snapshot ${snapshot}.`,
    ...(query === undefined ? [] : ["Query:", query]),
    ...(sources.length === 0 ? [] : ["Sources:"]),
    ...sources.map(({ citation, url, licence }) =>
      [`- ${citation}`, ...(url === null ? [] : [`<${url}>`]), ...(licence === null ? [] : [`(${licence})`])].join(" "),
    ),
  ].join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Plenary ${plenaryVersion()}</creator><keywords>snapshot:${snapshot}</keywords><description>${xmlText(description)}</description></meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
${declared}`;
}

function attributes<R>(of: "node" | "edge", columns: readonly FlatColumn<R>[]): string {
  const declared = [...columns, { name: CITATIONS, kind: "string" }].map(
    ({ name, kind }) => `<attribute id="${name}" title="${name}" type="${kind}"/>\n`,
  );
  return `<attributes class="${of}">\n${declared.join("")}</attributes>\n`;
}

function nodeElement(node: NodeRecord, columns: readonly FlatColumn<NodeRecord>[], sources: Sources): string {
  const { name } = node.properties;
  const label = typeof name === "string" ? name : node.id;
  return `<node id="${xmlAttribute(node.id)}" label="${xmlAttribute(label)}">${values(node, columns, sources)}</node>\n`;
}

function edgeElement(edge: EdgeRecord, columns: readonly FlatColumn<EdgeRecord>[], sources: Sources): string {
  const ends = `source="${xmlAttribute(edge.subject)}" target="${xmlAttribute(edge.object)}"`;
  // Edges of another kind between the same nodes are other edges; those of one kind Gephi may merge.
  const named = `id="${xmlAttribute(edge.id)}" label="${edge.type}" kind="${edge.type}"`;
  return `<edge ${named} ${ends}${lifetime(edge)}>${values(edge, columns, sources)}</edge>\n`;
}

function values<R extends NodeRecord | EdgeRecord>(
  record: R,
  columns: readonly FlatColumn<R>[],
  sources: Sources,
): string {
  const cells = columns.flatMap(({ name, read }) => {
    const value = read(record);
    return value === undefined ? [] : [attvalue(name, String(value))];
  });
  const citations = numbered(sources.citations(record.evidence).map(({ text }) => text));
  return `<attvalues>${cells.join("")}${citations === "" ? "" : attvalue(CITATIONS, citations)}</attvalues>`;
}

function attvalue(name: string, value: string): string {
  return `<attvalue for="${name}" value="${xmlAttribute(value)}"/>`;
}

/**
 * When an edge is on the timeline: from the first day that its date or `from` may mean to the last that its `until` may. An edge without
 * dates is always there, as one is whose `until` is before its `from`.
 */
function lifetime({ date, from = date, until }: EdgeRecord): string {
  if (from !== undefined && until !== undefined && compareDates(dateMinText(from), dateMaxText(until)) > 0) return "";
  const start = from === undefined ? "" : ` start="${dateMinText(from)}"`;
  return until === undefined ? start : `${start} end="${dateMaxText(until)}"`;
}
