import type { Ontology } from "../ontology/model.js";
import type { Column } from "./column.js";
import type { Concordance } from "./concordance.js";
import type { Sections } from "./sections.js";
import type { Strings } from "./strings.js";

/**
 * A graph in columns: immutable, no object per node or edge. A node is a number: the nodes of each concrete type are a contiguous range,
 * in order of id. An edge is a number too: the edges of each relationship type are a contiguous range, in order of subject (as a number),
 * then of edge id. 0 in a column is none; an empty column is all 0.
 */
export interface Graph {
  /** SHA-256 (hex) over the canonical records. */
  readonly snapshot: string;
  readonly ontology: Ontology;
  readonly strings: Strings;
  readonly nodes: NodeTable;
  /** One for each name in `Ontology.concrete`, in that order. */
  readonly types: readonly TypeTable[];
  readonly edges: EdgeTable;
  /** One for each relationship type of the ontology, in its order. */
  readonly relationships: ReadonlyMap<string, RelationshipTable>;
  readonly evidence: EvidenceTable;
  readonly aliases: AliasTable;
  readonly claims: ClaimTable;
  /** Null unless somebody had one made. Looked for in the whole graph, never in that of a view. */
  readonly concordance: Concordance | null;
  /** What all of the above are views of; see `file.ts`. */
  readonly sections: Sections;
}

export interface NodeTable {
  readonly count: number;
  /** String codes of the ids. */
  readonly id: Uint32Array;
  /** Position in `Graph.types`. */
  readonly type: Uint16Array;
  /** Nodes in order of id. */
  readonly byId: Uint32Array;
  /** Nodes in the order in which they are subjects in edge ids: of id followed by `/`. */
  readonly bySubject: Uint32Array;
  /** Position of a node in `bySubject`. */
  readonly subjectRank: Uint32Array;
  /** Rows of `Graph.evidence` of node `n`: from `evidence[n]` to `evidence[n + 1]`. */
  readonly evidence: Uint32Array;
  readonly basis: BasisTable;
}

/** The nodes of one concrete type: `start` to `end`, exclusive. */
export interface TypeTable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** By property name, `id` excluded; row 0 is node `start`. */
  readonly columns: ReadonlyMap<string, Column>;
  /** For each `@unique` property: the nodes that have it, in order of value. */
  readonly keys: ReadonlyMap<string, Uint32Array>;
}

export interface EdgeTable {
  readonly count: number;
  readonly subject: Uint32Array;
  readonly object: Uint32Array;
  /** Modality and rank, or outside of a view: see `stance.ts`. */
  readonly stance: Uint8Array;
  /** Rows of `Graph.evidence` of edge `e`: from `evidence[e]` to `evidence[e + 1]`. */
  readonly evidence: Uint32Array;
  readonly basis: BasisTable;
  /** Edges that a derived edge follows from. */
  readonly derivedFrom: ListTable;
}

/** The edges of one relationship type: `start` to `end`, exclusive. Row 0 of its columns is edge `start`. */
export interface RelationshipTable {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** String codes. */
  readonly key: Uint32Array;
  /** Packed dates. */
  readonly date: Uint32Array;
  readonly from: Uint32Array;
  readonly until: Uint32Array;
  readonly columns: ReadonlyMap<string, Column>;
  readonly out: Adjacency;
  readonly in: Adjacency;
  /** Number of edges by stance. */
  readonly stances: readonly number[];
}

/** The edges of one relationship type by the node at one end, in order of edge id for each node. */
export interface Adjacency {
  /** The first node that `offsets` covers; nodes outside of it have no such edge. */
  readonly first: number;
  /** Of node `n` the positions `offsets[n - first]` to `offsets[n - first + 1]`. */
  readonly offsets: Uint32Array;
  /** The edge at a position; null where the position is the edge. */
  readonly edges: Uint32Array | null;
  readonly degrees: DegreeStatistics;
}

/** How many edges of the type the nodes have that have any: what an expansion may cost. */
export interface DegreeStatistics {
  readonly nodes: number;
  readonly mean: number;
  readonly max: number;
}

export interface EvidenceTable {
  /** The node cited. */
  readonly source: Uint32Array;
  readonly paragraph: Uint32Array;
  readonly row: Uint32Array;
  readonly page: Uint32Array;
  /** String codes. */
  readonly symbol: Uint32Array;
  readonly section: Uint32Array;
  readonly quote: Uint32Array;
  readonly wording: Uint32Array;
  /** Nodes. */
  readonly attributedTo: ListTable;
  readonly reportedBy: ListTable;
}

/** Lists that few owners have: item `i` belongs to `owner[i]`; owners ascend. */
export interface ListTable {
  readonly owner: Uint32Array;
  /** Items plus 1; 0 says that the owner has the list, without an item. */
  readonly item: Uint32Array;
}

/** Row `i` belongs to node `owner[i]`; owners ascend. */
export interface AliasTable {
  readonly owner: Uint32Array;
  readonly text: Uint32Array;
  /** Position in `ALIAS_KINDS`. */
  readonly kind: Uint8Array;
  readonly from: Uint32Array;
  readonly until: Uint32Array;
  readonly evidence: Uint32Array;
}

/** Row `i` belongs to node `owner[i]`; owners ascend. */
export interface ClaimTable {
  readonly owner: Uint32Array;
  readonly property: Uint32Array;
  /** String codes of the value as JSON. */
  readonly value: Uint32Array;
  /** Position in `RANKS`. */
  readonly rank: Uint8Array;
  readonly reason: Uint32Array;
  readonly evidence: Uint32Array;
}

/** Row `i` belongs to the node or edge `owner[i]`; owners ascend. */
export interface BasisTable {
  readonly owner: Uint32Array;
  readonly of: Uint32Array;
  /** Position in `BASES`. */
  readonly basis: Uint8Array;
  readonly reason: Uint32Array;
}
