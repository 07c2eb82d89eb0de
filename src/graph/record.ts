import type { AliasKind, Basis, Modality, Rank } from "../ontology/model.js";

/**
 * The records a graph is made of, in the form in which dossiers produce them, engines and stores exchange them and the snapshot
 * id is computed over them. Optional fields are absent, never undefined or null; lists keep the order given.
 */

/** A property's value. Dates are EDTF level 0 strings. A value object holds scalars and lists of scalars. */
export type Scalar = string | number | boolean;
export type ValueObject = Readonly<Record<string, Scalar | readonly Scalar[]>>;
export type PropertyValue = Scalar | ValueObject | readonly (Scalar | ValueObject)[];
export type Properties = Readonly<Record<string, PropertyValue>>;

/** Where in a source: `paragraph` and `row` and `page` count from 1; `symbol` is a UN document symbol; `section` is free text. */
export interface Locator {
  readonly paragraph?: number;
  readonly row?: number;
  readonly page?: number;
  readonly symbol?: string;
  readonly section?: string;
}

/** One source's word for one thing. */
export interface Evidence extends Locator {
  /** Id of a node of type Source. */
  readonly source: string;
  /** At most eleven words, verbatim. */
  readonly quote?: string;
  /** How this source puts it, in the editors' words. */
  readonly wording?: string;
  /** Ids of the actors whose opinion, prediction or account it is. */
  readonly attributedTo?: readonly string[];
  /** Ids of those who relayed it, the nearest to the fact first. */
  readonly reportedBy?: readonly string[];
}

/** What stands behind one value, date or identity that a source does not simply state. */
export interface BasisNote {
  /** A property name, `date`, `from`, `until`, `subject`, `object` or `identity`. */
  readonly of: string;
  readonly basis: Exclude<Basis, "STATED">;
  readonly reason: string;
}

export interface Alias {
  readonly text: string;
  readonly kind: AliasKind;
  readonly from?: string;
  readonly until?: string;
  readonly evidence: readonly Evidence[];
}

/** A rival or separately proven value of one property. */
export interface Claim {
  readonly property: string;
  readonly value: PropertyValue;
  readonly rank: Rank;
  readonly reason?: string;
  readonly evidence: readonly Evidence[];
}

export interface NodeRecord {
  readonly id: string;
  readonly type: string;
  /** Own and inherited properties by name (`name`, `summary`, `sameAs`, `identified` among them). The value read by default. */
  readonly properties: Properties;
  readonly aliases: readonly Alias[];
  readonly basis: readonly BasisNote[];
  readonly evidence: readonly Evidence[];
  readonly claims: readonly Claim[];
}

export interface EdgeRecord {
  /** `subject/TYPE/object`, or `subject/TYPE/object/key`. */
  readonly id: string;
  readonly type: string;
  /** Node ids. */
  readonly subject: string;
  readonly object: string;
  readonly key?: string;
  readonly date?: string;
  readonly from?: string;
  readonly until?: string;
  readonly modality: Modality;
  readonly rank: Rank;
  /** Own properties of the relationship's property set. */
  readonly properties: Properties;
  readonly basis: readonly BasisNote[];
  readonly evidence: readonly Evidence[];
  /** Ids of the edges that a derived edge follows from. */
  readonly derivedFrom?: readonly string[];
}

/** A whole graph as records in any order. The edges may be made anew whenever they are walked, so that nobody need keep them all. */
export interface RecordStream {
  readonly nodes: readonly NodeRecord[];
  readonly edges: Iterable<EdgeRecord>;
}

/** A whole graph as records: nodes sorted by id, edges sorted by id, both by code point. */
export interface GraphRecords {
  readonly nodes: readonly NodeRecord[];
  readonly edges: readonly EdgeRecord[];
}
