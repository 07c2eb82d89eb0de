import type { Load } from "./origin.js";

/**
 * Megabytes that making a copy takes however small the graph is: pages under way, and code. With Neo4j's driver, copying 100,000 edges took
 * a process of its own to a peak of 238 MB, of which a bare one has about 110, and the graph itself about 20 (`npm run bench -- load 515`).
 */
const FIXED_MEGABYTES = 110;

/**
 * Bytes that each link adds, while it is copied. Building from streams of 100,000, 400,000 and a million votes raised the peak of the
 * process (resident set) by 35, 63 and 188 MB, less than 200 bytes for a vote; links with quoted evidence take more than votes.
 * A real record of 20,313 nodes and 1,069,221 links, copied by Neo4j's driver in a process of its own, took it to a peak of 504 MB, a bare process
 * included; what is reckoned with here is 767 MB.
 */
const BYTES_PER_LINK = 500;

/** Bytes for each node, which stand in memory as records until there are columns, with their texts. */
const BYTES_PER_NODE = 6_000;

const MEGABYTE = 1_000_000;

/** Megabytes (of 10^6 bytes) that copying so many nodes and links takes, rounded up. */
export function megabytesOf({ nodes, links }: Pick<Load, "nodes" | "links">): number {
  return FIXED_MEGABYTES + Math.ceil((nodes * BYTES_PER_NODE + links * BYTES_PER_LINK) / MEGABYTE);
}
