import type { Step } from "./cursor.js";

/** What a key does in the picture. */
export type Deed =
  | { readonly kind: "move"; readonly step: Step }
  | { readonly kind: "zoom"; readonly by: "in" | "out" | "all" }
  | { readonly kind: "open" };

const DEEDS: Readonly<Record<string, Deed | undefined>> = {
  ArrowLeft: { kind: "move", step: "left" },
  ArrowRight: { kind: "move", step: "right" },
  ArrowUp: { kind: "move", step: "up" },
  ArrowDown: { kind: "move", step: "down" },
  e: { kind: "move", step: "next edge" },
  E: { kind: "move", step: "previous edge" },
  f: { kind: "move", step: "along" },
  F: { kind: "move", step: "along" },
  Escape: { kind: "move", step: "out" },
  Enter: { kind: "open" },
  " ": { kind: "open" },
  "+": { kind: "zoom", by: "in" },
  "=": { kind: "zoom", by: "in" },
  "-": { kind: "zoom", by: "out" },
  "0": { kind: "zoom", by: "all" },
};

/** The keys of the picture as the reader is told of them. */
export const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ["←", "↑", "→", "↓"], does: "to the nearest node on that side" },
  { keys: ["E", "Shift+E"], does: "to the next or the previous edge of the node" },
  { keys: ["F"], does: "along the edge to its other end" },
  { keys: ["Enter"], does: "open the node or the edge; bring more of a group" },
  { keys: ["+", "−", "0"], does: "zoom in, zoom out, show all" },
  { keys: ["Esc"], does: "from an edge to its node, then out of the picture" },
];

/** What a key press asks of the picture; null for keys that are the browser's or nobody's. */
export function deedOf(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}): Deed | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return DEEDS[event.key] ?? null;
}
