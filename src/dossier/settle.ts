import { canonicalJson } from "../graph/canonical.js";
import { rivalClaims } from "../graph/disputes.js";
import type { Claim, NodeRecord, PropertyValue } from "../graph/record.js";
import type { Rank } from "../ontology/model.js";
import { compareClaims } from "./merge-nodes.js";
import type { Placing } from "./places.js";
import type { Report } from "./problem.js";

/**
 * Decides which value of each property is read. A node's own value counts as a claim of rank NORMAL that the node's evidence
 * proves:
 *
 *  - Where a claim is PREFERRED its value is read.
 *  - Otherwise the node's own value is read.
 *  - Without one, the value on which all NORMAL claims agree is read. Where they do not, none is: nobody has decided.
 *
 * DEPRECATED claims are never read. PREFERRED claims of several values are reported. Where claims give other values, the node's own is
 * kept beside them as a claim, so that all rivals stand in one list.
 */
export function settleClaims(node: NodeRecord, places: Placing, report: Report): NodeRecord {
  const properties: Record<string, PropertyValue> = { ...node.properties };
  const claims: Claim[] = [...node.claims];
  for (const property of new Set(node.claims.map((claim) => claim.property))) {
    const own = node.properties[property];
    for (const kept of rivalClaims(node, property).filter((claim) => !node.claims.includes(claim))) {
      places.copy(node, kept);
      claims.push(kept);
    }
    const preferred = distinctValues(node.claims, property, "PREFERRED");
    const [first, second] = preferred;
    if (second !== undefined) {
      report(places.get(second), `"${property}" of "${node.id}" has more than one PREFERRED value; prefer one`);
    } else if (first !== undefined) {
      properties[property] = first.value;
    } else if (own === undefined) {
      const [agreed, rival] = distinctValues(node.claims, property, "NORMAL");
      if (agreed !== undefined && rival === undefined) properties[property] = agreed.value;
    }
  }
  const settled = { ...node, properties, claims: claims.sort(compareClaims) };
  places.copy(node, settled);
  return settled;
}

/** One claim for each value of a property that has this rank. */
function distinctValues(claims: readonly Claim[], property: string, rank: Rank): readonly Claim[] {
  const ranked = claims.filter((claim) => claim.property === property && claim.rank === rank);
  return [...new Map(ranked.map((claim) => [canonicalJson(claim.value), claim])).values()];
}
