import type { EdgeRecord, NodeRecord, Properties, PropertyValue } from "../graph/record.js";
import { plenaryVersion } from "../version.js";
import type { Content } from "./content.js";
import { EDGE_KEY } from "./flat.js";
import type { ExportFormat } from "./format.js";
import { edgeProperties, nodeProperties } from "./properties.js";
import type { ColumnKind, PropertyColumn } from "./properties.js";
import { Sources } from "./sources.js";
import { isHoldable, xmlAttribute, xmlJson, xmlText } from "./xml.js";

/**
 * GraphML with everything that the records have: what fits into a column as it is stands there, the rest as JSON. An edge has its id as
 * data, for those of XML may not hold a slash.
 */
export const GRAPHML: ExportFormat = {
  name: "graphml",
  title: "GraphML",
  use: "everything, for graph software and to be read back: Gephi, Cytoscape, yEd, NetworkX, igraph",
  mediaType: "application/graphml+xml",
  ending: ".graphml",
  write: writeGraphml,
};

/** Text that XML cannot hold, as JSON by name of its column. No property's name has an underscore. */
const EXACT = "exact_text";

const GRAPH_KEYS = ["title", "snapshot", "query", "plenary"];
const NODE_JSON = ["aliases", "basis", "claims", "evidence"] as const;
const EDGE_TEXTS = ["date", "from", "until", "modality", "rank"] as const;
const EDGE_JSON = ["basis", "evidence"] as const;

async function* writeGraphml(content: Content): AsyncGenerator<string> {
  const sources = new Sources(content);
  const nodeColumns = nodeProperties(content.ontology);
  const edgeColumns = edgeProperties(content.ontology);
  yield head(content, nodeColumns, edgeColumns);
  for await (const page of content.nodes()) {
    await sources.know(page);
    yield page.map((node) => nodeElement(node, nodeColumns)).join("");
  }
  for await (const page of content.edges()) {
    await sources.know(page);
    yield page.map((edge) => edgeElement(edge, edgeColumns)).join("");
  }
  yield `${data("g.sources", xmlJson(sources.notes()))}</graph>\n</graphml>\n`;
}

function head(content: Content, nodes: readonly PropertyColumn[], edges: readonly PropertyColumn[]): string {
  const { title, snapshot, query } = content;
  const plenary = plenaryVersion();
  const keys = [
    ...GRAPH_KEYS.map((name) => key("graph", name, "string")),
    key("graph", "sources", "json"),
    key("node", "type", "string"),
    ...(isLabelled(nodes) ? [] : [key("node", "label", "string")]),
    ...nodes.map(({ name, kind }) => key("node", name, kind)),
    ...[...NODE_JSON, EXACT].map((name) => key("node", name, "json")),
    ...["id", "type", EDGE_KEY, ...EDGE_TEXTS].map((name) => key("edge", name, "string")),
    ...edges.map(({ name, kind }) => key("edge", name, kind)),
    ...[...EDGE_JSON, "derivedFrom", EXACT].map((name) => key("edge", name, "json")),
  ];
  const about = [
    data("g.title", xmlText(title)),
    data("g.snapshot", snapshot),
    ...(query === undefined ? [] : [data("g.query", xmlText(query))]),
    data("g.plenary", plenary),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<desc>${xmlText(title)}. Snapshot ${snapshot} of Plenary ${plenary}.</desc>
${keys.join("\n")}
<graph edgedefault="directed">${about.join("")}
`;
}

const TYPES: Readonly<Record<ColumnKind, string>> = {
  string: "string",
  integer: "int",
  double: "double",
  boolean: "boolean",
  json: "string",
};

function key(of: "graph" | "node" | "edge", name: string, kind: ColumnKind): string {
  const attributes = `id="${keyId(of, name)}" for="${of}" attr.name="${name}" attr.type="${TYPES[kind]}"`;
  return kind === "json" ? `<key ${attributes}><desc>JSON</desc></key>` : `<key ${attributes}/>`;
}

function keyId(of: "graph" | "node" | "edge", name: string): string {
  return `${of.charAt(0)}.${name}`;
}

function nodeElement(node: NodeRecord, columns: readonly PropertyColumn[]): string {
  const { name } = node.properties;
  const cells = [
    data("n.type", node.type),
    ...(typeof name !== "string" || isLabelled(columns) ? [] : [data("n.label", xmlText(name))]),
    ...propertyData("n", node.properties, columns),
    ...NODE_JSON.flatMap((name) => (node[name].length === 0 ? [] : [data(`n.${name}`, xmlJson(node[name]))])),
  ];
  return `<node id="${xmlAttribute(node.id)}">${cells.join("")}</node>\n`;
}

function edgeElement(edge: EdgeRecord, columns: readonly PropertyColumn[]): string {
  const cells = [
    data("e.id", xmlText(edge.id)),
    data("e.type", edge.type),
    ...(edge.key === undefined ? [] : [data(`e.${EDGE_KEY}`, xmlText(edge.key))]),
    ...EDGE_TEXTS.flatMap((name) => {
      const text = edge[name];
      return text === undefined ? [] : [data(`e.${name}`, xmlText(text))];
    }),
    ...propertyData("e", edge.properties, columns),
    ...EDGE_JSON.flatMap((name) => (edge[name].length === 0 ? [] : [data(`e.${name}`, xmlJson(edge[name]))])),
    ...(edge.derivedFrom === undefined ? [] : [data("e.derivedFrom", xmlJson(edge.derivedFrom))]),
  ];
  return `<edge source="${xmlAttribute(edge.subject)}" target="${xmlAttribute(edge.object)}">${cells.join("")}</edge>\n`;
}

/** Whether the ontology has a property of the name by which graph software finds what to write beside a node. */
function isLabelled(columns: readonly PropertyColumn[]): boolean {
  return columns.some(({ name }) => name === "label");
}

function propertyData(prefix: "n" | "e", properties: Properties, columns: readonly PropertyColumn[]): string[] {
  const unholdable: Record<string, string> = {};
  const cells = columns.flatMap(({ name, kind }) => {
    const value = properties[name];
    if (value === undefined) return [];
    if (kind !== "json" && typeof value === "string" && !isHoldable(value)) unholdable[name] = value;
    return [data(`${prefix}.${name}`, cell(value, kind))];
  });
  return Object.keys(unholdable).length === 0 ? cells : [...cells, data(`${prefix}.${EXACT}`, xmlJson(unholdable))];
}

function cell(value: PropertyValue, kind: ColumnKind): string {
  return kind === "json" || typeof value === "object" ? xmlJson(value) : xmlText(String(value));
}

function data(id: string, text: string): string {
  return `<data key="${id}">${text}</data>`;
}
