import { RANKS } from "../ontology/model.js";
import type { Ontology, PropertyDefinition } from "../ontology/model.js";
import { agree } from "./agreement.js";
import { canonicalJson } from "./canonical.js";
import type { Claim, NodeRecord } from "./record.js";

/**
 * A property of a node on whose value its claims do not agree in substance: see `agreement.ts`. Where a property `@changes`, what the
 * editors prefer is its latest value, and NORMAL claims beside it say what it was before: those are a development, and disagree with
 * nothing. A DEPRECATED claim was never so, and still disagrees.
 */
export interface ClaimDispute {
  readonly property: string;
  /** Every claim about it, in the order given, those that agree with each other included. */
  readonly claims: readonly Claim[];
  /** Whether the editors have decided: the claims of the best rank agree. */
  readonly settled: boolean;
}

/**
 * The claims about one property of a node. Where there are any, the node's own value is one of them: a NORMAL one with the node's
 * evidence, unless a claim gives that value already.
 */
export function rivalClaims(node: Pick<NodeRecord, "properties" | "evidence" | "claims">, property: string): Claim[] {
  const claims = node.claims.filter((claim) => claim.property === property);
  const value = node.properties[property];
  if (claims.length === 0 || value === undefined) return claims;
  const own = canonicalJson(value);
  if (claims.some((claim) => canonicalJson(claim.value) === own)) return claims;
  return [...claims, { property, value, rank: "NORMAL", evidence: node.evidence }];
}

/** The properties of a node on which its claims disagree, in the order of the claims. */
export function claimDisputes(node: NodeRecord, ontology: Ontology): ClaimDispute[] {
  const properties = new Set(node.claims.map((claim) => claim.property));
  return [...properties].flatMap((property) => {
    const claims = rivalClaims(node, property);
    if (allAgree(withoutEarlier(claims, node.type, ontology), node.type, ontology)) return [];
    const best = RANKS.find((rank) => claims.some((claim) => claim.rank === rank));
    const settled = allAgree(
      claims.filter((claim) => claim.rank === best),
      node.type,
      ontology,
    );
    return [{ property, claims, settled }];
  });
}

/** Some claims about one property, without those that say what it was before it changed. */
function withoutEarlier(claims: readonly Claim[], type: string, ontology: Ontology): readonly Claim[] {
  const [first] = claims;
  if (first === undefined || definitionOf(first, type, ontology)?.changes !== true) return claims;
  return claims.some(({ rank }) => rank === "PREFERRED") ? claims.filter(({ rank }) => rank !== "NORMAL") : claims;
}

function definitionOf({ property }: Claim, type: string, ontology: Ontology): PropertyDefinition | undefined {
  return ontology.types.get(type)?.properties.find(({ name }) => name === property);
}

/** Whether every two of some claims about one property agree. Not only neighbours: agreement is not handed on. */
function allAgree(claims: readonly Claim[], type: string, ontology: Ontology): boolean {
  return claims.every((a, i) => {
    const definition = definitionOf(a, type, ontology);
    if (definition === undefined) return true;
    return claims.slice(i + 1).every((b) => agree(a.value, b.value, definition, ontology));
  });
}
