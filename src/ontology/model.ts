/**
 * The vocabulary of a graph as data: what `schema/ontology.graphql` says, resolved (inheritance flattened, families and
 * inverse fields linked) so that no reader has to look at SDL again. Deeply frozen.
 */

export type ScalarType = "ID" | "String" | "Int" | "Float" | "Boolean" | "Date" | "URL";

/** The type of one property's value. `enum` and `value` name an entry of `Ontology.enums` or `Ontology.values`. */
export type PropertyType =
  | { readonly kind: "scalar"; readonly name: ScalarType }
  | { readonly kind: "enum"; readonly name: string }
  | { readonly kind: "value"; readonly name: string };

export interface PropertyDefinition {
  readonly name: string;
  readonly type: PropertyType;
  readonly list: boolean;
  readonly required: boolean;
  readonly unique: boolean;
  /** Declared with `@fulltext`: indexed for search. */
  readonly fulltext: boolean;
  /** Declared with `@changes`: its value changes in the course of time. */
  readonly changes: boolean;
  /** The term of another vocabulary that means the same, by `@iri`: an absolute IRI, or null. */
  readonly iri: string | null;
  readonly description: string;
}

export type Direction = "OUT" | "IN" | "BOTH";

/** One side of one relationship (or of a family of them), as a field of a type or interface. */
export interface RelationshipField {
  readonly name: string;
  /** The relationship types it reads: one, or all of a family. */
  readonly relationships: readonly string[];
  readonly direction: Direction;
  /** The declared target: a node type or interface name. */
  readonly target: string;
  /** False for a to-one side: at most one edge per subject. */
  readonly list: boolean;
  /** The property set of the relationship, or null where it has none of its own. */
  readonly properties: string | null;
  readonly description: string;
}

/** A node type or an interface, with inherited fields included. */
export interface TypeDefinition {
  readonly name: string;
  readonly kind: "type" | "interface";
  /** Lower-camel plural used for the root connection, such as `states`. Empty for `Node`. */
  readonly plural: string;
  /** The term of another vocabulary that means the same, by `@iri`: an absolute IRI, or null. */
  readonly iri: string | null;
  readonly description: string;
  /** All interfaces it implements, transitively, sorted by name. */
  readonly interfaces: readonly string[];
  /** For a type: itself. For an interface: every concrete type that implements it, sorted by name. */
  readonly concrete: readonly string[];
  /** `id` first, then inherited properties in order of declaration, then its own. */
  readonly properties: readonly PropertyDefinition[];
  readonly relationships: readonly RelationshipField[];
}

export interface RelationshipDefinition {
  /** Such as `CAST`. */
  readonly type: string;
  /** Which concrete subject types may have which concrete object types: an edge is valid if one entry allows both ends. */
  readonly ends: readonly { readonly subjects: readonly string[]; readonly objects: readonly string[] }[];
  readonly properties: string | null;
  /** Looks the same from both ends: every field that reads it has direction BOTH. */
  readonly symmetric: boolean;
  /** Made when the graph is built, never written in a dossier. */
  readonly derived: boolean;
  /** True where a subject has at most one such edge. */
  readonly single: boolean;
  /** True where an edge says that its ends do not agree with each other: marked with `@contradiction`. */
  readonly contradiction: boolean;
}

export interface PropertySet {
  readonly name: string;
  readonly description: string;
  readonly properties: readonly PropertyDefinition[];
  /** The family that this property set spans, if it does. */
  readonly family: { readonly plural: string; readonly types: readonly string[] } | null;
  /** By which property the edges of two nodes are compared, if they are: marked with `@agreement`. */
  readonly agreement: AgreementMark | null;
}

/** An enum property, its values that are opposite to each other, and those between them. No others are compared. */
export interface AgreementMark {
  readonly property: string;
  readonly opposite: readonly string[];
  readonly between: readonly string[];
}

export interface EnumDefinition {
  readonly name: string;
  readonly description: string;
  readonly values: readonly { readonly name: string; readonly description: string }[];
}

export interface ValueDefinition {
  readonly name: string;
  readonly description: string;
  readonly properties: readonly PropertyDefinition[];
}

export interface Ontology {
  /** SHA-256 (hex) of the vocabulary in canonical form: comments, layout and descriptions do not change it. */
  readonly hash: string;
  /** Types and interfaces by name, `Node` included. */
  readonly types: ReadonlyMap<string, TypeDefinition>;
  /** Names of the concrete node types, sorted by code point. Their order numbers the types in stored graphs. */
  readonly concrete: readonly string[];
  readonly relationships: ReadonlyMap<string, RelationshipDefinition>;
  readonly propertySets: ReadonlyMap<string, PropertySet>;
  readonly enums: ReadonlyMap<string, EnumDefinition>;
  readonly values: ReadonlyMap<string, ValueDefinition>;
}

/** Names that every edge has; a property set may not declare them. */
export const EDGE_BUILTINS = [
  "id",
  "type",
  "subject",
  "object",
  "key",
  "date",
  "from",
  "until",
  "modality",
  "rank",
  "basis",
  "evidence",
  "sources",
  "corroboration",
  "known",
  "derived",
  "derivedFrom",
  "node",
  "cursor",
] as const;

/** Names that every node has beside its properties; a type may not declare them. */
export const NODE_BUILTINS = ["type", "aliases", "alias", "evidence", "claims", "basis", "degrees"] as const;

export const MODALITIES = [
  "ACTUAL",
  "POSSIBLE",
  "PLANNED",
  "EXPECTED",
  "CALLED_FOR",
  "THREATENED",
  "DENIED",
  "DID_NOT_HAPPEN",
] as const;
export type Modality = (typeof MODALITIES)[number];

export const RANKS = ["PREFERRED", "NORMAL", "DEPRECATED"] as const;
export type Rank = (typeof RANKS)[number];

export const BASES = ["STATED", "RESOLVED", "INFERRED", "EXTERNAL"] as const;
export type Basis = (typeof BASES)[number];

export const ALIAS_KINDS = ["NAME", "ACRONYM", "FORMER", "DESCRIPTION", "MISSPELLING"] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];
