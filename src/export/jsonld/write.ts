import { plenaryVersion } from "../../version.js";
import type { Content } from "../content.js";
import type { ExportFormat } from "../format.js";
import { Sources } from "../sources.js";
import type { SourceNote } from "../sources.js";
import { CONTEXT, nodeReference, own } from "./iri.js";
import { edgeJson, nodeJson } from "./record.js";
import { type Json, addressJson } from "./value.js";

/** JSON-LD 1.1 with everything that the records have, in the terms of schema.org and PROV-O where they have one. A line for each record. */
export const JSON_LD: ExportFormat = {
  name: "jsonld",
  title: "JSON-LD",
  use: "everything, for RDF stores and SPARQL, and to be read back",
  mediaType: "application/ld+json",
  ending: ".jsonld",
  write: writeJsonLd,
};

/** What the file is, among the things it tells of. */
const EXPORT = "_:export";

async function* writeJsonLd(content: Content): AsyncGenerator<string> {
  const { ontology } = content;
  const sources = new Sources(content);
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[\n${JSON.stringify(about(content))}`;
  for await (const page of content.nodes()) {
    await sources.know(page);
    yield page.map((node) => line(nodeJson(node, ontology))).join("");
  }
  for await (const page of content.edges()) {
    await sources.know(page);
    yield page.flatMap((edge) => edgeJson(edge, ontology).map(line)).join("");
  }
  yield `${line({ "@id": EXPORT, "schema:isBasedOn": sources.notes().map(sourceJson) })}\n]}\n`;
}

function line(json: Json): string {
  return `,\n${JSON.stringify(json)}`;
}

function about({ title, snapshot, query }: Content): Json {
  return {
    "@id": EXPORT,
    "@type": ["schema:Dataset", "prov:Entity"],
    "schema:name": title,
    [own("snapshot")]: snapshot,
    ...(query === undefined ? {} : { [own("query")]: query }),
    "prov:wasDerivedFrom": { "@id": `snapshot:${snapshot}` },
    "prov:wasAttributedTo": {
      "@id": "_:plenary",
      "@type": ["prov:SoftwareAgent", "schema:SoftwareApplication"],
      "schema:name": "Plenary",
      "schema:softwareVersion": plenaryVersion(),
    },
  };
}

/** Without a type: a source that is not exported as a node is none here either. */
function sourceJson({ id, citation, url, licence }: SourceNote): Json {
  return {
    ...nodeReference(id),
    "rdfs:label": citation,
    ...(url === null ? {} : { "schema:url": addressJson(url) }),
    ...(licence === null ? {} : { "schema:license": licence }),
  };
}
