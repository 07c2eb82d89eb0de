import { canonicalJson } from "../graph/canonical.js";
import type { Claim, NodeRecord, Properties, PropertyValue } from "../graph/record.js";
import { RANKS } from "../ontology/model.js";
import type { Ontology, Rank } from "../ontology/model.js";

/** Written from everything that is in the graph. */
export const SUMMARY = "summary";

interface Candidate {
  readonly value: PropertyValue;
  readonly rank: Rank;
}

/**
 * The properties of a node as its shown claims have them.
 *
 * @param shown those of the node's claims that are shown
 * @param proven whether evidence of the node itself is
 */
export function shownProperties(
  node: NodeRecord,
  shown: readonly Claim[],
  proven: boolean,
  ontology: Ontology,
): Properties {
  const properties: Record<string, PropertyValue> = {};
  for (const { name, required, list } of ontology.types.get(node.type)?.properties ?? []) {
    if (name === SUMMARY) continue;
    const recorded = node.properties[name];
    const candidates: Candidate[] = shown.filter((claim) => claim.property === name);
    if (recorded !== undefined && proven && !isClaimed(node.claims, name, recorded)) {
      candidates.push({ value: recorded, rank: "NORMAL" });
    }
    const value = best(candidates, recorded) ?? (required && !list ? recorded : undefined);
    if (value !== undefined) properties[name] = value;
  }
  return properties;
}

function isClaimed(claims: readonly Claim[], property: string, value: PropertyValue): boolean {
  const json = canonicalJson(value);
  return claims.some((claim) => claim.property === property && canonicalJson(claim.value) === json);
}

/** The value that the candidates of the best rank agree on, or the recorded one where it is among theirs. */
function best(candidates: readonly Candidate[], recorded: PropertyValue | undefined): PropertyValue | undefined {
  const rank = RANKS.find((one) => candidates.some((candidate) => candidate.rank === one));
  const ranked = candidates.filter((candidate) => candidate.rank === rank);
  const values = new Map(ranked.map(({ value }) => [canonicalJson(value), value]));
  if (recorded !== undefined && values.has(canonicalJson(recorded))) return recorded;
  return values.size === 1 ? [...values.values()][0] : undefined;
}
