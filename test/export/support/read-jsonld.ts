import jsonld from "jsonld";

import type { EdgeRecord, GraphRecords, NodeRecord } from "../../../src/graph/record.js";
import type { PropertyDefinition } from "../../../src/ontology/model.js";
import { ontology } from "./content.js";

const OWN = "urn:plenary:vocabulary:";
const PROV = "http://www.w3.org/ns/prov#";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/** A thing as JSON-LD expands it: everything by its full name, each value in a list. */
type Thing = Readonly<Record<string, unknown>>;

/** The records in JSON-LD, read by a processor that knows nothing of Plenary. Nothing is fetched, and nothing may be left out. */
export async function readJsonLd(text: string): Promise<GraphRecords & { readonly about: Thing }> {
  const options = {
    safe: true,
    documentLoader: (url: string) => Promise.reject(new Error(`${url} was to be fetched`)),
  };
  const things = (await jsonld.expand(JSON.parse(text) as object, options)) as readonly Thing[];
  const typesOf = (thing: Thing): readonly string[] => (thing["@type"] ?? []) as readonly string[];
  return {
    about: things[0] ?? {},
    nodes: things.filter((one) => idOf(one).startsWith("urn:plenary:node:") && typesOf(one).length > 0).map(nodeOf),
    edges: things.filter((one) => typesOf(one).includes(`${RDF}Statement`)).map(edgeOf),
  };
}

function nodeOf(thing: Thing): NodeRecord {
  const type =
    (thing["@type"] as readonly string[])
      .map((iri) => iri.slice(OWN.length))
      .find((name) => ontology.types.get(name)?.kind === "type") ?? "";
  return {
    id: slugOf(thing),
    type,
    properties: propertiesOf(thing, ontology.types.get(type)?.properties ?? []),
    aliases: several(thing, `${OWN}aliases`).map((alias) => ({
      ...textsOf(alias, ["text", "kind", "from", "until"]),
      evidence: evidenceOf(alias),
    })),
    basis: basisOf(thing),
    evidence: evidenceOf(thing),
    claims: several(thing, `${OWN}claims`).map((claim) => ({
      ...textsOf(claim, ["property", "value", "rank", "reason"]),
      evidence: evidenceOf(claim),
    })),
  } as unknown as NodeRecord;
}

function edgeOf(thing: Thing): EdgeRecord {
  const one = (name: string): Thing => several(thing, `${RDF}${name}`)[0] ?? {};
  const type = idOf(one("predicate")).slice(OWN.length);
  const set = ontology.relationships.get(type)?.properties ?? "";
  const premises = thing[`${PROV}wasDerivedFrom`] as readonly Thing[] | undefined;
  return {
    id: decodeURIComponent(idOf(thing).slice("urn:plenary:edge:".length)),
    type,
    subject: slugOf(one("subject")),
    object: slugOf(one("object")),
    ...textsOf(thing, ["key", "date", "from", "until", "modality", "rank"]),
    properties: propertiesOf(thing, ontology.propertySets.get(set)?.properties ?? []),
    basis: basisOf(thing),
    evidence: evidenceOf(thing),
    ...(premises === undefined
      ? {}
      : { derivedFrom: premises.map((one) => decodeURIComponent(idOf(one).slice("urn:plenary:edge:".length))) }),
  } as unknown as EdgeRecord;
}

function evidenceOf(thing: Thing): readonly Thing[] {
  return several(thing, `${PROV}qualifiedDerivation`).map((one) => ({
    source: slugOf(several(one, `${PROV}entity`)[0] ?? {}),
    ...textsOf(one, ["paragraph", "row", "page", "symbol", "section", "quote", "wording"]),
    ...Object.fromEntries(
      ["attributedTo", "reportedBy"].flatMap((name) => {
        const [list] = several(one, `${OWN}${name}`);
        return list === undefined ? [] : [[name, (list["@list"] as readonly Thing[]).map(slugOf)]];
      }),
    ),
  }));
}

function basisOf(thing: Thing): readonly Thing[] {
  return several(thing, `${OWN}basis`).map((note) => textsOf(note, ["of", "basis", "reason"]));
}

function propertiesOf(thing: Thing, definitions: readonly PropertyDefinition[]): Thing {
  const found = definitions.flatMap((definition) => {
    const { name, iri, list } = definition;
    const values = thing[iri ?? `${OWN}${name}`] as readonly Thing[] | undefined;
    if (values === undefined) return [];
    const items = iri === null && list ? (values[0]?.["@list"] as readonly Thing[]) : values;
    const read = items.map((item) => valueOf(item, definition));
    return [[name, list ? read : read[0]]];
  });
  return Object.fromEntries(found) as Thing;
}

function valueOf(item: Thing, { type }: PropertyDefinition): unknown {
  if (type.kind === "value") return propertiesOf(item, ontology.values.get(type.name)?.properties ?? []);
  return item["@value"] ?? item["@id"];
}

function textsOf(thing: Thing, names: readonly string[]): Thing {
  return Object.fromEntries(
    names.flatMap((name) => {
      const [value] = several(thing, `${OWN}${name}`);
      return value === undefined ? [] : [[name, value["@value"] ?? value["@id"]]];
    }),
  );
}

function several(thing: Thing, iri: string): readonly Thing[] {
  return (thing[iri] ?? []) as readonly Thing[];
}

function idOf(thing: Thing): string {
  return (thing["@id"] ?? "") as string;
}

function slugOf(thing: Thing): string {
  return decodeURIComponent(idOf(thing).slice("urn:plenary:node:".length));
}
