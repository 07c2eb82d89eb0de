import type { Load } from "./origin.js";

/**
 * Bytes of memory that a copy of so many nodes and links takes, while it is being made: the records are all there at once before they
 * become columns. Rounded up from what the graphs of `npm run bench` and the dossiers took.
 */
const BYTES_PER_NODE = 6_000;
const BYTES_PER_LINK = 1_500;
const MEGABYTE = 1_000_000;

/** Megabytes (of 10^6 bytes), rounded up. */
export function megabytesOf({ nodes, links }: Pick<Load, "nodes" | "links">): number {
  return Math.ceil((nodes * BYTES_PER_NODE + links * BYTES_PER_LINK) / MEGABYTE);
}
