import neo4j from "neo4j-driver";

import { claimDisputes } from "../../graph/disputes.js";
import type { Alias, Claim, EdgeRecord, NodeRecord } from "../../graph/record.js";
import { searchFields, searchTexts, tokenise } from "../../graph/search.js";
import type { Ontology, PropertyDefinition } from "../../ontology/model.js";
import {
  BASIS_FIELDS,
  EVIDENCE_FIELDS,
  decodeBasis,
  decodeEvidence,
  encodeBasis,
  encodeEvidence,
  evidenceColumn,
} from "./evidence.js";
import type { Footing, Standing } from "./standing.js";
import type { Told } from "./told.js";
import { type Columns, columnsOf, decodeProperties, encodeDate, encodeProperties } from "./values.js";

/** Records of nodes and edges as columns of Neo4j's nodes and relationships, and back. */

/** The column of the tokens that search looks in, separated by spaces. */
export const SEARCH_COLUMN = "searchTokens";

/** The column of the phrases by which a node is found: those of its own evidence and of the edges whose subject it is. */
export const QUOTES_COLUMN = "searchQuotes";

/** The column of the names of a node's properties on which its claims do not agree in substance. */
export const DISPUTED_COLUMN = "disputed";

const DATES = ["date", "from", "until"] as const;

/** Columns of a relationship that are fields of its record. */
const OWN_COLUMNS = ["id", "key", ...DATES, "modality", "rank", "derivedFrom"] as const;

/** The column of the sources of an edge's evidence, and of those that tell of a node, see `told.ts`. */
export const SOURCES_COLUMN = "sources";

/** The column of what else tells of a node: texts, each of lists separated by semicolons, of sources separated by spaces. */
export const JOINT_COLUMN = "jointSources";

/** The column of the sources of each stated edge that a derived one follows from, separated by spaces. */
export const PREMISES_COLUMN = "premiseSources";

/**
 * @param quotes the phrases by which the node is found, as `quotesOfRecords` gives them
 * @param told which sources tell of the node, as `toldOf` gives them
 */
export function encodeNode(node: NodeRecord, ontology: Ontology, quotes: readonly string[], told: Told): Columns {
  const out: Columns = { id: node.id, type: node.type };
  encodeProperties(node.properties, nodeProperties(ontology, node.type), ontology, out);
  if (node.aliases.length > 0) out["aliases"] = node.aliases.map((alias) => alias.text);
  encodeBasis(node.basis, out);
  encodeEvidence(node.evidence, out);
  if (told.sources.length > 0) out[SOURCES_COLUMN] = told.sources;
  if (told.joint.length > 0) {
    out[JOINT_COLUMN] = told.joint.map((lists) => lists.map((sources) => sources.join(" ")).join(";"));
  }
  const disputes = claimDisputes(node, ontology);
  if (disputes.length > 0) out[DISPUTED_COLUMN] = disputes.map(({ property }) => property);
  if (quotes.length > 0) out[QUOTES_COLUMN] = quotes;
  const texts = [...searchTexts(node, ontology, quotes).map(({ text }) => text), ...claimedTexts(node, ontology)];
  out[SEARCH_COLUMN] = [...new Set(texts.flatMap(tokenise))].join(" ");
  return out;
}

/** The texts that a searched property of a node has by some claim: in a view by evidence it may be read. */
function claimedTexts({ type, claims }: NodeRecord, ontology: Ontology): readonly string[] {
  const fields = searchFields(ontology, type);
  const values: readonly unknown[] = claims
    .filter(({ property }) => fields.includes(property))
    .map(({ value }) => value);
  return values.flat().filter((value) => typeof value === "string");
}

/** Rows of the nodes that hold a node's aliases, in their order. */
export function encodeAliases(node: NodeRecord): Columns[] {
  return node.aliases.map((alias, position) => {
    const out: Columns = { position: neo4j.int(position), text: alias.text, kind: alias.kind };
    if (alias.from !== undefined) encodeDate("from", alias.from, out);
    if (alias.until !== undefined) encodeDate("until", alias.until, out);
    encodeEvidence(alias.evidence, out);
    return out;
  });
}

/** Rows of the nodes that hold a node's claims, in their order. The value is kept as JSON text. */
export function encodeClaims(node: NodeRecord): Columns[] {
  return node.claims.map((claim, position) => {
    const { property, rank, reason } = claim;
    const out: Columns = { position: neo4j.int(position), property, value: JSON.stringify(claim.value), rank };
    if (reason !== undefined) out["reason"] = reason;
    encodeEvidence(claim.evidence, out);
    return out;
  });
}

/**
 * The columns of an edge but its id.
 *
 * @param standing what follows from the rest of the graph
 */
export function encodeEdge(edge: EdgeRecord, standing: Standing, ontology: Ontology): Columns {
  const { known, corroboration, sources, premises } = standing;
  const out: Columns = { modality: edge.modality, rank: edge.rank };
  if (edge.key !== undefined) out["key"] = edge.key;
  for (const name of DATES) {
    const text = edge[name];
    if (text !== undefined) encodeDate(name, text, out);
  }
  if (known !== null) out["known"] = known;
  out["corroboration"] = neo4j.int(corroboration);
  out[SOURCES_COLUMN] = sources;
  if (premises !== null) out[PREMISES_COLUMN] = premises.map((some) => some.join(" "));
  if (edge.derivedFrom !== undefined) out["derivedFrom"] = edge.derivedFrom;
  encodeProperties(edge.properties, edgeProperties(ontology, edge.type), ontology, out);
  encodeBasis(edge.basis, out);
  encodeEvidence(edge.evidence, out);
  return out;
}

export function decodeNode(
  columns: Columns,
  aliases: readonly Columns[],
  claims: readonly Columns[],
  ontology: Ontology,
): NodeRecord {
  const type = String(columns["type"]);
  return {
    id: String(columns["id"]),
    type,
    properties: decodeProperties(columns, nodeProperties(ontology, type), ontology),
    aliases: aliases.map(decodeAlias),
    basis: decodeBasis(columns),
    evidence: decodeEvidence(columns),
    claims: claims.map(decodeClaim),
  };
}

function decodeAlias(columns: Columns): Alias {
  return {
    ...present(columns, ["text", "kind", "from", "until"]),
    evidence: decodeEvidence(columns),
  } as unknown as Alias;
}

function decodeClaim(columns: Columns): Claim {
  const value: unknown = JSON.parse(String(columns["value"]));
  return {
    ...present(columns, ["property", "rank", "reason"]),
    value,
    evidence: decodeEvidence(columns),
  } as unknown as Claim;
}

export function decodeEdge(
  columns: Columns,
  type: string,
  ends: readonly [string, string],
  ontology: Ontology,
): EdgeRecord {
  const out = present(columns, OWN_COLUMNS);
  out["type"] = type;
  out["subject"] = ends[0];
  out["object"] = ends[1];
  out["properties"] = decodeProperties(columns, edgeProperties(ontology, type), ontology);
  out["basis"] = decodeBasis(columns);
  out["evidence"] = decodeEvidence(columns);
  return out as unknown as EdgeRecord;
}

/** The columns that {@link decodeEdge} reads of a relationship of a type, beside `id`. */
export function recordColumns(ontology: Ontology, type: string): readonly string[] {
  return [
    ...OWN_COLUMNS.filter((name) => name !== "id"),
    ...edgeProperties(ontology, type).flatMap((property) => columnsOf(property, ontology)),
    ...BASIS_FIELDS.map((field) => `basis_${field}`),
    ...EVIDENCE_FIELDS.map(evidenceColumn),
  ];
}

/** The footing of an edge, with those of its sources that are shown. */
export function decodeFooting(columns: Columns, shown: { readonly source: (id: string) => boolean }): Footing {
  const chosen = (sources: readonly string[]): readonly string[] => sources.filter(shown.source);
  const premises = (columns[PREMISES_COLUMN] ?? null) as readonly string[] | null;
  return {
    sources: chosen((columns[SOURCES_COLUMN] ?? []) as readonly string[]),
    premises: premises === null ? null : premises.map((sources) => chosen(sources.split(" "))),
  };
}

/** The labels of a node: its type and every interface it implements, except `Node`. */
export function labelsOf(ontology: Ontology, type: string): readonly string[] {
  const interfaces = ontology.types.get(type)?.interfaces ?? [];
  return [type, ...interfaces.filter((name) => name !== "Node")];
}

/** The declared properties of a node type, without its `id`. */
export function nodeProperties(ontology: Ontology, type: string): readonly PropertyDefinition[] {
  return (ontology.types.get(type)?.properties ?? []).filter((property) => property.name !== "id");
}

/** The declared properties of a relationship type. */
export function edgeProperties(ontology: Ontology, type: string): readonly PropertyDefinition[] {
  const set = ontology.relationships.get(type)?.properties ?? null;
  return set === null ? [] : (ontology.propertySets.get(set)?.properties ?? []);
}

function present(columns: Columns, names: readonly string[]): Columns {
  const out: Columns = {};
  for (const name of names) {
    const value = columns[name] ?? null;
    if (value !== null) out[name] = value;
  }
  return out;
}
