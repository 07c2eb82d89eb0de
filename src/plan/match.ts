import type { NodeFilter, Visibility } from "./filter.js";
import type { EdgeField, NodeField, Page, PageInfoPart, TotalCountPart } from "./plan.js";
import type { View } from "./view.js";

/**
 * How the edges of one node compare with those of others: an edge of each that meet at one node are a match, of the pair of values that the
 * two edges have in an enum property. As a connection of the others by `score`, ties by id; the key of a cursor is both. Null where the
 * node does not exist.
 *
 * Of several edges from one node to one other, those of the best rank count: they are one edge, the first by id, which has their value
 * where they agree and else none.
 */
export interface MatchPlan {
  readonly kind: "match";
  readonly view?: View;
  readonly relationships: readonly string[];
  /** An enum property of the edges. */
  readonly property: string;
  /** The end of the edges at which the nodes stand that are compared; they meet at the other. */
  readonly end: "subject" | "object";
  readonly visible: Visibility;
  /** The id of the node that the others are compared with. */
  readonly of: string;
  /** Concrete types of the others. The node itself is never one of them. */
  readonly types: readonly string[];
  readonly with: NodeFilter | null;
  /** What the nodes satisfy at which they meet. */
  readonly where: NodeFilter | null;
  /** The date property of the nodes at which they meet: by its year matches are counted, and by it they are listed. */
  readonly date: string;
  readonly scale: readonly ScaledPair[];
  /** Only others with at least so many `shared`, and no less than 1. */
  readonly least: number;
  readonly direction: "asc" | "desc";
  readonly page: Page;
  readonly parts: readonly MatchPart[];
}

/** How far two values agree, from 0 (`opposite`) over anything between (`partly`) to 1 (`same`). A pair that no scale has is not `shared`. */
export interface ScaledPair {
  readonly of: string;
  readonly with: string;
  readonly agreement: number;
}

export type MatchPart =
  | { readonly as: string; readonly kind: "edges"; readonly fields: readonly MatchEdgeField[] }
  | { readonly as: string; readonly kind: "nodes"; readonly fields: readonly MatchField[] }
  | TotalCountPart
  | PageInfoPart;

export type MatchEdgeField =
  | { readonly as: string; readonly kind: "cursor" }
  | { readonly as: string; readonly kind: "self"; readonly fields: readonly MatchField[] };

/**
 * A field of what two nodes have in common. `value`: numbers of matches, of which `shared` is the sum of the three others; `score`, the mean
 * of the agreement of those shared (null where none is); `year`, null but in `years`. `pairs`: `[{ of, with, count }]` of every pair that
 * occurs, on the scale or not, a missing value as null; the most frequent first, ties by code point, nulls last. `years`: the same for
 * each year, ascending, at last for what has no year. `matches`: a connection of the matches behind a figure.
 */
export type MatchField =
  | { readonly as: string; readonly kind: "value"; readonly name: MatchFigure | "year" }
  | { readonly as: string; readonly kind: "pairs" }
  | { readonly as: string; readonly kind: "with"; readonly fields: readonly NodeField[] }
  | { readonly as: string; readonly kind: "years"; readonly fields: readonly MatchField[] }
  | MatchesField;

export type MatchFigure = "shared" | "same" | "partly" | "opposite" | "score";

/** In order of date, missing ones last, then of id; the key of a cursor is both. */
export interface MatchesField {
  readonly as: string;
  readonly kind: "matches";
  /** Null for all that are shared, unless a value is named. */
  readonly figure: "same" | "partly" | "opposite" | null;
  /** Only matches in which the edge of the node, or of the other, has this value. Where either is given, those not shared are there too. */
  readonly of: string | null;
  readonly with: string | null;
  readonly page: Page;
  readonly parts: readonly MeetingPart[];
}

export type MeetingPart =
  | { readonly as: string; readonly kind: "edges"; readonly fields: readonly MeetingField[] }
  | { readonly as: string; readonly kind: "nodes"; readonly fields: readonly NodeField[] }
  | TotalCountPart
  | PageInfoPart;

/** `end`: the node at which the two edges meet. `link`: the edge of the node, or of the other. */
export type MeetingField =
  | { readonly as: string; readonly kind: "cursor" }
  | { readonly as: string; readonly kind: "end"; readonly fields: readonly NodeField[] }
  | { readonly as: string; readonly kind: "link"; readonly link: "of" | "with"; readonly fields: readonly EdgeField[] };
