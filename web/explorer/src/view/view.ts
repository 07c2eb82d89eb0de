/** Whether what an edge says happened, in the order in which a reader is told. Mirrors the API's enum. */
export const MODALITIES = [
  "ACTUAL",
  "EXPECTED",
  "POSSIBLE",
  "THREATENED",
  "PLANNED",
  "CALLED_FOR",
  "DENIED",
  "DID_NOT_HAPPEN",
] as const;
export type Modality = (typeof MODALITIES)[number];

/** Which end of an edge a node is: its subject (OUT), its object (IN), or either. */
export type Way = "OUT" | "IN" | "BOTH";

/** Edges brought into the view: those of a node, of a relationship type, or of both, the best ranked `first`. */
export interface Expansion {
  /** The id of the node whose edges these are; null for those of any node. */
  readonly node: string | null;
  /** The relationship type; null for any. */
  readonly type: string | null;
  readonly way: Way;
  /** How many are asked for: up to 1,000. With 0 all of them stand together, as one group. */
  readonly first: number;
}

/** Nodes of a type brought into the view, the first so many by name. */
export interface Listing {
  readonly type: string;
  readonly first: number;
}

/** How two nodes hang together. */
export interface Trace {
  readonly from: string;
  readonly to: string;
}

/** What is on the screen: one of the pages, or the view. */
export type Page = "view" | "stories" | "schema";
/** In which form a view is shown. */
export type Form = "picture" | "list";

/** Everything that a view is made of. It is its URL, and it determines every request. */
export interface View {
  readonly page: Page;
  readonly form: Form;
  /** The id of the story that this view began as, or null. */
  readonly story: string | null;
  /** Ids of nodes that are shown whether or not an edge leads to them. */
  readonly nodes: readonly string[];
  readonly listing: Listing | null;
  readonly expansions: readonly Expansion[];
  readonly trace: Trace | null;
  /** The id of the node or edge whose details are shown, or null. */
  readonly selected: string | null;
  /** Edges of these modalities, in the order of `MODALITIES`; never none. */
  readonly modalities: readonly Modality[];
  /** What held at this date, or null for any time. */
  readonly valid: string | null;
  /** What was published by the end of this date, or null for all. */
  readonly known: string | null;
  /** The id of a body: only edges that touch it, or whose ends do. Null for any. */
  readonly body: string | null;
  /** Relationship types that are left out of what is drawn and listed. */
  readonly hidden: readonly string[];
  /** The snapshot that the URL cites, or the beginning of its id; null where it cites none. */
  readonly snapshot: string | null;
}

/** How many edges a first page brings. */
export const PAGE = 25;
/** The most that one connection of the API gives. */
export const MOST = 1_000;

/** A view of nothing. */
export const EMPTY_VIEW: View = {
  page: "view",
  form: "picture",
  story: null,
  nodes: [],
  listing: null,
  expansions: [],
  trace: null,
  selected: null,
  modalities: MODALITIES,
  valid: null,
  known: null,
  body: null,
  hidden: [],
  snapshot: null,
};

/** What two expansions have in common if one is only a longer page of the other. It is also what selects the group of those not shown. */
export function expansionKey({ node, type, way }: Omit<Expansion, "first">): string {
  return `${node ?? ""}~${type ?? ""}~${way}`;
}
