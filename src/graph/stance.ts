import { MODALITIES, RANKS } from "../ontology/model.js";
import type { Modality, Rank } from "../ontology/model.js";

/** The modality and the rank of an edge as one number, so that whether an edge is visible takes one look into a table. */
export const STANCES = MODALITIES.flatMap((modality) => RANKS.map((rank) => ({ modality, rank })));

/** The stance of an edge that a view keeps out: seen by nothing, and not counted as omitted either. */
export const OUTSIDE = STANCES.length;

/** The stance of a modality and a rank. */
export function stanceOf(modality: Modality, rank: Rank): number {
  return MODALITIES.indexOf(modality) * RANKS.length + RANKS.indexOf(rank);
}

/** The modality of a stance. */
export function modalityOf(stance: number): Modality {
  return STANCES[stance]?.modality ?? "ACTUAL";
}

/** The rank of a stance. */
export function rankOf(stance: number): Rank {
  return STANCES[stance]?.rank ?? "NORMAL";
}

/** How many of some stances there are of each, those outside included. */
export function countStances(stances: Uint8Array): readonly number[] {
  const counts = Array.from({ length: OUTSIDE + 1 }, () => 0);
  for (const stance of stances) counts[stance] = (counts[stance] ?? 0) + 1;
  return counts;
}
