import type { Alias, Claim, EdgeRecord, Evidence, NodeRecord } from "../graph/record.js";
import type { TypeDefinition } from "../ontology/model.js";
import { readAliases } from "./alias.js";
import { readBasis } from "./basis.js";
import { readClaims } from "./claim.js";
import { readEdges } from "./edge.js";
import { readEvidence } from "./evidence.js";
import type { Position } from "./problem.js";
import { checkKeys, readMap, readSlug, readText } from "./reading.js";
import type { Reading } from "./reading.js";
import { SOURCE } from "../graph/source.js";
import { didYouMean, didYouMeanOr } from "./suggest.js";
import type { MapTree, Tree } from "./tree.js";
import { readProperties } from "./value.js";

/** What may be added to a node from elsewhere. Each of these has evidence of its own, which proves that and nothing else of the node. */
export interface Additions {
  readonly id: string;
  readonly at: Position;
  readonly aliases: readonly Alias[];
  readonly claims: readonly Claim[];
  readonly edges: readonly EdgeRecord[];
}

/** A node where it is defined. */
export interface Definition extends Additions {
  /** Null where its type is unknown. */
  readonly type: TypeDefinition | null;
  /** As written: see `settle.ts` for what claims change, `complete.ts` for defaults. */
  readonly properties: NodeRecord["properties"];
  readonly basis: NodeRecord["basis"];
  /** What proves that the node exists, and its properties. */
  readonly evidence: readonly Evidence[];
  /** For a source: the name of its text below the directory of texts. */
  readonly text: { readonly name: string; readonly at: Position } | null;
}

/** One item of a dossier file. */
export type Part = ({ readonly kind: "definition" } & Definition) | ({ readonly kind: "extension" } & Additions);

const ADDED = ["aliases", "claims", "relations"];
const DEFINED = ["id", "type", "basis", "evidence", ...ADDED];

/** Reads all items of a file. `typeOf` tells the type that any file gives to an id. */
export function readParts(tree: Tree, typeOf: (id: string) => string | undefined, reading: Reading): readonly Part[] {
  if (tree.kind !== "list") {
    reading.report(tree, "a dossier file is a list of nodes; begin each with - id: or - extends:");
    return [];
  }
  return tree.items.flatMap((item) => {
    const map = readMap(item, "a node with id or extends", reading);
    if (map === null) return [];
    return (map.entries.has("extends") ? readExtension(map, typeOf, reading) : readDefinition(map, reading)) ?? [];
  });
}

function readExtension(map: MapTree, typeOf: (id: string) => string | undefined, reading: Reading): Part | null {
  const id = readSlug(map, "extends", reading);
  for (const entry of map.entries.values()) {
    if (entry.name === "extends" || ADDED.includes(entry.name)) continue;
    reading.report(entry, entry.name === "evidence" ? UNPROVEN : notAdded(entry.name));
  }
  const type = id === undefined ? undefined : typeOf(id);
  const additions = readAdditions(map, id, type === undefined ? null : concreteType(type, reading), reading);
  if (id === undefined) return null;
  reading.refer(id, "extends", map.entries.get("extends")?.value ?? map);
  return { kind: "extension", id, ...additions };
}

/** What the extension's own evidence would prove is not said: as the node's it would seem to prove all that others say of it. */
const UNPROVEN =
  "extends has no evidence of its own: each alias, claim and relation has; for a source that gives a value of the node as well, write a claim";

function notAdded(key: string): string {
  return `extends adds aliases, claims and relations; write "${key}" where the node is defined`;
}

function readDefinition(map: MapTree, reading: Reading): Part | null {
  const id = readSlug(map, "id", reading);
  if (!map.entries.has("id")) reading.report(map, "a node has no id; add id: …");
  const type = readType(map, reading);
  const owner =
    type?.name === SOURCE ? null : `${type?.name ?? "the node"} ${id === undefined ? "" : `"${id}"`}`.trim();
  const additions = readAdditions(map, id, type, reading);
  const evidence = readEvidence(map, owner, reading);
  const properties = type?.properties.filter((property) => property.name !== "id") ?? [];
  const names = properties.map((property) => property.name);
  const text = type?.name === SOURCE ? readTextName(map, reading) : null;
  if (type !== null)
    checkKeys(map, [...names, ...DEFINED, ...(type.name === SOURCE ? ["file"] : [])], type.name, reading);
  const definition = {
    kind: "definition" as const,
    type,
    properties: readProperties(map, properties, reading),
    basis: type === null ? [] : readBasis(map, [...names, "identity"], reading),
    evidence,
    text,
    ...additions,
  };
  return id === undefined ? null : { ...definition, id };
}

function readAdditions(
  map: MapTree,
  id: string | undefined,
  type: TypeDefinition | null,
  reading: Reading,
): Omit<Additions, "id"> {
  return {
    at: reading.position(map.at),
    aliases: readAliases(map, reading),
    claims: readClaims(map, type, reading),
    edges: readEdges(map, id, reading),
  };
}

function readType(map: MapTree, reading: Reading): TypeDefinition | null {
  const entry = map.entries.get("type");
  if (entry === undefined) reading.report(map, "a node has no type; add type: …");
  const name = readText(map, "type", reading);
  if (name === undefined) return null;
  const type = concreteType(name, reading);
  if (type !== null) return type;
  const { concrete, types } = reading.ontology;
  const definition = types.get(name);
  reading.report(
    entry?.value ?? map,
    definition === undefined
      ? `unknown type "${name}"${didYouMean(name, concrete)}`
      : `"${name}" is an interface${didYouMeanOr("", definition.concrete)}`,
  );
  return null;
}

function concreteType(name: string, reading: Reading): TypeDefinition | null {
  const type = reading.ontology.types.get(name);
  return type?.kind === "type" ? type : null;
}

function readTextName(map: MapTree, reading: Reading): Definition["text"] {
  const name = readText(map, "file", reading);
  const entry = map.entries.get("file");
  if (name === undefined || entry === undefined) return null;
  if (name.startsWith("/") || name.includes("\\") || name.split("/").includes("..")) {
    reading.report(entry, `"file" is "${name}"; name a text below the directory of texts`);
    return null;
  }
  return { name, at: reading.position(entry.at) };
}
