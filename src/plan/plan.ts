import type { EdgeFilter, Hop, NodeFilter, PropertyRef, Scalar, Visibility } from "./filter.js";
import type { View } from "./view.js";

/**
 * What to fetch for one root field: plain frozen data, serialisable as JSON, no functions inside. An engine turns a plan into a
 * nested result whose objects are keyed by the `as` of each selected field, so that it has the shape of the response already.
 *
 * Every node in a result carries its concrete type as `$type`, whatever was selected.
 */
export type Plan =
  LookupPlan | ScanPlan | LinksPlan | SearchPlan | PassagesPlan | PathsPlan | SubgraphPlan | DisputesPlan;

export type PlanKind = Plan["kind"];

interface Viewed {
  /** Left out, the plan sees the whole graph. See `src/plan/view.ts`. */
  readonly view?: View;
}

/** Nodes by id or by a unique property. Result: one node or null for each of `values`, in their order. */
export interface LookupPlan extends Viewed {
  readonly kind: "lookup";
  /** `id`, or a property declared `@unique`. */
  readonly property: string;
  readonly values: readonly string[];
  /** Concrete types; a node of another type counts as not found. */
  readonly types: readonly string[];
  readonly fields: readonly NodeField[];
}

/** All nodes of some concrete types, as a connection. */
export interface ScanPlan extends Viewed {
  readonly kind: "scan";
  readonly types: readonly string[];
  readonly where: NodeFilter | null;
  readonly order: readonly Order[];
  readonly page: Page;
  readonly parts: readonly ConnectionPart[];
}

/** All edges of some relationship types, as a connection whose nodes are edges. */
export interface LinksPlan extends Viewed {
  readonly kind: "links";
  readonly relationships: readonly string[];
  readonly visible: Visibility;
  readonly where: EdgeFilter | null;
  readonly order: readonly Order[];
  readonly page: Page;
  readonly parts: readonly LinkConnectionPart[];
}

/**
 * Nodes whose indexed words contain every token of `text`, the last as a prefix, best first; see `src/graph/search.ts`
 * for tokens and ranking. Edges of the connection have a cursor, a node, and `matched` (names of the fields that matched).
 */
export interface SearchPlan extends Viewed {
  readonly kind: "search";
  readonly text: string;
  readonly types: readonly string[];
  readonly where: NodeFilter | null;
  readonly page: Page;
  readonly parts: readonly ConnectionPart[];
}

/**
 * Paragraphs of sources' texts that contain every token of `text`, the last as a prefix, by a concordance (`src/graph/concordance.ts`). A
 * connection over their sources, an edge for each paragraph, so that a source comes as often as it has such paragraphs. Those with the fewest
 * different words first, then the paragraph nearest to the start, then by the id of the source; a cursor's key is these three. Edges have
 * `cursor`, the source as `node`, `paragraph`, `passage` and `matched`, which is `passage` alone. A graph without a concordance
 * refuses the plan.
 */
export interface PassagesPlan extends Viewed {
  readonly kind: "passages";
  readonly text: string;
  /** Concrete types of the sources. */
  readonly types: readonly string[];
  /** What the source satisfies. */
  readonly where: NodeFilter | null;
  readonly page: Page;
  readonly parts: readonly ConnectionPart[];
}

/**
 * Simple paths between two nodes, shortest first, along edges in either direction; ties by the ids of their edges in order.
 * Result: `{ paths: [{ length, nodes: [...], hops: [{ forward, link }] }], truncated }`, `nodes` and `link` by the fields given;
 * null where an end does not exist. A node has no path to itself. `avoid` keeps nodes from being passed through (the ends are exempt):
 * those of some ids (edges too) or types, and hubs with more than `degree` edges of the relationships in use, whatever their modality.
 * `truncated`: there are more paths than `first`, or the search ended at its bound of work; those given are the first ones all the same.
 */
export interface PathsPlan extends Viewed {
  readonly kind: "paths";
  readonly from: string;
  readonly to: string;
  readonly relationships: readonly string[];
  readonly visible: Visibility;
  readonly edge: EdgeFilter | null;
  readonly avoid: {
    readonly ids: readonly string[];
    readonly types: readonly string[];
    readonly degree: number | null;
  };
  readonly maxLength: number;
  readonly first: number;
  readonly nodeFields: readonly NodeField[];
  readonly linkFields: readonly EdgeField[];
}

/**
 * The surroundings of some nodes, flat and deduplicated. Breadth first, nodes of one depth by id; edges only between nodes returned
 * or known, by id. Result: `{ nodes, links, truncated, total: { nodes, links } }`; `total` counts what is there before `first` and `known`
 * take effect: the nodes within `depth`, those given included, and the edges among them. `truncated`: `first` left nodes out.
 */
export interface SubgraphPlan extends Viewed {
  readonly kind: "subgraph";
  readonly from: readonly string[];
  readonly depth: number;
  readonly relationships: readonly string[];
  readonly visible: Visibility;
  readonly edge: EdgeFilter | null;
  /** Ids of nodes and edges that the client has already: left out of the answer. */
  readonly known: readonly string[];
  /** At most so many nodes. */
  readonly first: number;
  readonly nodeFields: readonly NodeField[];
  readonly linkFields: readonly EdgeField[];
}

/**
 * Where the graph disagrees, as a connection in order of id by code point; a cursor's key is the id alone. A dispute is
 *
 *  - a property of a node whose claims do not agree in substance (`src/graph/disputes.ts`), of the id `node/property`; or
 *  - an edge of one of `relationships`, which says that its ends do not agree, of the edge's own id. It is never settled. Its node is the
 *    subject where that satisfies `where`, else the object.
 */
export interface DisputesPlan extends Viewed {
  readonly kind: "disputes";
  readonly relationships: readonly string[];
  readonly visible: Visibility;
  /** What the node that it is about satisfies; of an edge, either end. */
  readonly where: NodeFilter | null;
  /** Only those about this property. */
  readonly property: string | null;
  /** Only those that the editors have decided, or have not. */
  readonly settled: boolean | null;
  readonly page: Page;
  readonly parts: readonly DisputePart[];
}

export type DisputePart =
  | (CommonPart & { readonly kind: "edges"; readonly fields: readonly DisputeEdgeField[] })
  | (CommonPart & { readonly kind: "nodes"; readonly fields: readonly DisputeField[] })
  | TotalCountPart
  | PageInfoPart;

export type DisputeEdgeField =
  | (CommonField & { readonly kind: "cursor" })
  | (CommonField & { readonly kind: "self"; readonly fields: readonly DisputeField[] });

/**
 * A field of a dispute. `property` is null of an edge. `claims`: all claims about the property, the node's own value included; none of an
 * edge. `other`: the node at the other end of an edge, `link`: the edge; both null of a property.
 */
export type DisputeField =
  | (CommonField & { readonly kind: "value"; readonly name: "id" | "property" | "settled" })
  | (CommonField & { readonly kind: "claims"; readonly fields: readonly RecordField[] })
  | (CommonField & { readonly kind: "end"; readonly end: "node" | "other"; readonly fields: readonly NodeField[] })
  | (CommonField & { readonly kind: "link"; readonly fields: readonly EdgeField[] });

/** One sort key. `on: edge` in connections over edges only. Engines append the id of the element (edge id, or node id in scans). */
export interface Order {
  readonly on: "node" | "edge";
  readonly property: PropertyRef;
  readonly direction: "asc" | "desc";
}

/** The sort key values of an element, its id last. Missing values are null. Dates are EDTF strings. */
export type Key = readonly (Scalar | null)[];

/** Relay's arguments: exactly one of first and last is set. `after` and `before` are keys, not positions. */
export interface Page {
  readonly first: number | null;
  readonly last: number | null;
  readonly after: Key | null;
  readonly before: Key | null;
}

// ------------------------------------------------------------------------------------------------------------- connections

interface CommonPart {
  readonly as: string;
}

/** How many there are under the filters, whatever the page. Result: number. */
export interface TotalCountPart extends CommonPart {
  readonly kind: "totalCount";
}
/**
 * Result: `{ hasNextPage, hasPreviousPage, startKey: Key|null, endKey: Key|null }`, keyed by these names. Whether an element of the
 * connection stands after the page or before it, wherever the cursors came from; of an empty page, at or beyond its cursor.
 */
export interface PageInfoPart extends CommonPart {
  readonly kind: "pageInfo";
}
/** What `visible` keeps out of what the filters let through. Result: `[{ modality, rank, count }]` in order of declaration, counts above 0. */
export interface OmittedPart extends CommonPart {
  readonly kind: "omitted";
}
/**
 * How many there are under the filters by one or more keys, whatever the page. Result, keyed by these names:
 * `{ totalCount, groups: [{ key: (string|null)[], count, subject, object }] }`, largest first, ties by key by code point, nulls last;
 * at most `first` groups, and `totalCount` is the number of all groups. `subject` and `object` are nodes where `by` has that end, else null.
 */
export interface GroupsPart extends CommonPart {
  readonly kind: "groups";
  readonly by: readonly GroupKey[];
  readonly first: number;
  readonly subject: readonly NodeField[];
  readonly object: readonly NodeField[];
}

/**
 * `property`: the value as a string, null where missing; a list groups by each distinct member, an empty one as if missing. `year`: the year of a date property.
 * `end`: the id of the edge's subject or object.
 */
export type GroupKey =
  | { readonly kind: "property"; readonly on: "node" | "edge"; readonly property: PropertyRef }
  | { readonly kind: "year"; readonly on: "node" | "edge"; readonly property: PropertyRef }
  | { readonly kind: "end"; readonly end: "subject" | "object" };

/** Parts of a connection over nodes: a scan, a search, or the far nodes of a hop. `edges` of a scan have only `cursor` and `node`. */
export type ConnectionPart =
  | (CommonPart & { readonly kind: "edges"; readonly fields: readonly EdgeField[] })
  | (CommonPart & { readonly kind: "nodes"; readonly fields: readonly NodeField[] })
  | TotalCountPart
  | PageInfoPart
  | OmittedPart
  | GroupsPart;

/** Parts of a connection whose nodes are edges. Its `edges` have only `cursor` and `self`. */
export type LinkConnectionPart =
  | (CommonPart & { readonly kind: "edges"; readonly fields: readonly EdgeField[] })
  | (CommonPart & { readonly kind: "nodes"; readonly fields: readonly EdgeField[] })
  | TotalCountPart
  | PageInfoPart
  | OmittedPart
  | GroupsPart;

// -------------------------------------------------------------------------------------------------------------- selections

interface CommonField {
  /** Response key. */
  readonly as: string;
}
interface CommonNodeField extends CommonField {
  /** Concrete types it applies to; null for all. Where it does not apply, the key is absent. */
  readonly on: readonly string[] | null;
}

/** A property's value as recorded, value objects whole; null where missing, [] where a list is. `id` and `type` too. */
export interface PropertyField {
  readonly kind: "property";
  readonly name: string;
}

/** The built-in lists of records of a node or edge. */
export interface RecordsField {
  readonly kind: "records";
  /** Nodes: aliases, claims, evidence, basis, degrees. Edges: evidence, basis. Records: evidence. */
  readonly name: "aliases" | "claims" | "evidence" | "basis" | "degrees";
  readonly fields: readonly RecordField[];
}

/**
 * A field of an evidence, alias, claim, basis note or degree. `value` names a field of the record (see `src/graph/record.ts`);
 * of an evidence also `citation` (`src/graph/citation.ts`), of a claim `value` as JSON text, of a degree `type`, `direction`
 * (`OUT` or `IN`) and `count` (over every modality and rank). `nodes`: `source` (one node), `attributedTo`, `reportedBy` (lists).
 */
export type RecordField =
  | (CommonField & { readonly kind: "value"; readonly name: string })
  | (CommonField & {
      readonly kind: "nodes";
      readonly name: "source" | "attributedTo" | "reportedBy";
      readonly fields: readonly NodeField[];
    })
  | (CommonField & RecordsField);

export type NodeField =
  | (CommonNodeField & PropertyField)
  | (CommonNodeField & RecordsField)
  | (CommonNodeField & ExpandField)
  | (CommonNodeField & OneField);

/** The edges of a hop, as a connection over the far nodes. */
export interface ExpandField {
  readonly kind: "expand";
  readonly hop: Hop;
  readonly where: NodeFilter | null;
  readonly order: readonly Order[];
  readonly page: Page;
  readonly parts: readonly ConnectionPart[];
}

/** The single edge of a to-one side: the first by rank (PREFERRED, NORMAL, DEPRECATED), then id. Result: the edge's fields, or null. */
export interface OneField {
  readonly kind: "one";
  readonly hop: Hop;
  readonly fields: readonly EdgeField[];
}

/**
 * A field of an edge. `property` names a property of the relationship or a built-in: id, type, key, date, from, until, modality, rank,
 * known (date or null: the earliest publication among its evidence; of a derived edge the latest among its premises), corroboration
 * (number of distinct sources; of a derived edge the smallest among its premises), derivedFrom (ids). `cursor` gives the element's `Key`. `end`: the far `node` of a hop (or
 * the node of a scan or search), or the edge's `subject` or `object`. `self`: the edge itself, of a connection whose nodes are edges.
 * `matched`: of a search, the names of the fields that matched. `paragraph` (from 1) and `passage` (its text, null where that is not at
 * hand): of a search in passages, else null.
 */
export type EdgeField =
  | (CommonField & PropertyField)
  | (CommonField & RecordsField)
  | (CommonField & { readonly kind: "cursor" })
  | (CommonField & { readonly kind: "matched" | "paragraph" | "passage" })
  | (CommonField & {
      readonly kind: "end";
      readonly end: "node" | "subject" | "object";
      readonly fields: readonly NodeField[];
    })
  | (CommonField & { readonly kind: "self"; readonly fields: readonly EdgeField[] });
