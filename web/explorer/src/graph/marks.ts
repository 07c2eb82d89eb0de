import type { DisputeAnswer, LinkAnswer } from "../api/types.js";

/** What is in dispute: ids of nodes with rival claims, ids of edges by which two nodes contradict each other. */
export interface Disputed {
  readonly nodes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

/** Nothing in dispute. */
export const UNDISPUTED: Disputed = { nodes: new Set(), links: new Set() };

/** Sorts disputes by what is in dispute. */
export function disputedBy(disputes: readonly DisputeAnswer[]): Disputed {
  const nodes = disputes.flatMap(({ node, other }) => (other === null ? [node.id] : [node.id, other.id]));
  const links = disputes.flatMap(({ link }) => (link === null ? [] : [link.id]));
  return { nodes: new Set(nodes), links: new Set(links) };
}

/** How the line of an edge is drawn: whole for what happened, dashed for what may, was expected or asked, dotted for what did not. */
export type Stroke = "solid" | "dashed" | "dotted";
/** How it ends: a bar where somebody stands in the way, else an arrow. */
export type Head = "arrow" | "bar";

/** How an edge looks. Each of the four differs in shape; colour only repeats it. */
export interface Mark {
  readonly stroke: Stroke;
  readonly head: Head;
  /** Two lines instead of one: a contradiction. */
  readonly double: boolean;
  /** In what the colour is chosen. */
  readonly tone: "plain" | "blocking" | "disputed";
}

const NOT_SO = new Set(["DENIED", "DID_NOT_HAPPEN"]);

/** How an edge is drawn. Blocking is told by the edge's form, which no other family of relationships has. */
export function markOf(link: Pick<LinkAnswer, "id" | "modality" | "form" | "rank">, disputed: Disputed): Mark {
  const contested = disputed.links.has(link.id) || link.rank === "DEPRECATED";
  const stroke = link.modality === "ACTUAL" ? "solid" : NOT_SO.has(link.modality) ? "dotted" : "dashed";
  return {
    stroke,
    head: link.form === null ? "arrow" : "bar",
    double: contested,
    tone: link.form !== null ? "blocking" : contested ? "disputed" : "plain",
  };
}
