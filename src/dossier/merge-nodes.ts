import { joinEvidence } from "../domain/evidence.js";
import { groupBy } from "../domain/group.js";
import { canonicalJson } from "../graph/canonical.js";
import type { Alias, Claim, Evidence, NodeRecord } from "../graph/record.js";
import { compareText } from "../graph/text.js";
import { RANKS } from "../ontology/model.js";
import type { Additions, Definition, Part } from "./node.js";
import type { Placing } from "./places.js";
import { comparePositions, formatPosition } from "./problem.js";
import type { Report } from "./problem.js";

/**
 * One node for each definition, with what extensions add to it. All lists are in an order that does not depend on where their
 * items were written. Nodes of unknown type are left out; of several definitions of an id the first stands, the others are
 * reported. Sorted by id.
 */
export function mergeNodes(parts: readonly Part[], places: Placing, report: Report): readonly NodeRecord[] {
  const definitions = new Map<string, Definition>();
  const sorted = [...parts].sort((a, b) => comparePositions(a.at, b.at));
  const additions = groupBy(
    sorted.filter((part) => part.kind === "extension"),
    (part) => part.id,
  );
  for (const part of sorted.filter((part) => part.kind === "definition")) {
    const first = definitions.get(part.id);
    if (first === undefined) definitions.set(part.id, part);
    else {
      const message = `the id "${part.id}" is given twice; first at ${formatPosition(first.at)}; to add to that node write extends: ${part.id}`;
      report(part.at, message);
    }
  }
  return [...definitions.values()]
    .flatMap((definition) => mergeNode(definition, additions.get(definition.id) ?? [], places) ?? [])
    .sort((a, b) => compareText(a.id, b.id));
}

function mergeNode(definition: Definition, additions: readonly Additions[], places: Placing): NodeRecord | null {
  if (definition.type === null) return null;
  const parts: readonly Additions[] = [definition, ...additions];
  const node = {
    id: definition.id,
    type: definition.type.name,
    properties: definition.properties,
    aliases: joinProven(
      parts.flatMap((part) => part.aliases),
      places,
    ).sort(compareAliases),
    basis: [...definition.basis].sort((a, b) => compareText(a.of, b.of)),
    evidence: joinEvidence(definition.evidence),
    claims: joinProven(
      [...definition.claims, ...additions.flatMap((part) => bornOut(part, definition, places))],
      places,
    ).sort(compareClaims),
  };
  places.set(node, definition.at);
  return node;
}

/**
 * The claims of an extension. One that gives the node's own value bears it out: it has the node's evidence as well, which a claim would
 * otherwise stand in for. Where the definition claims that value itself, it has said what proves it.
 */
function bornOut({ claims }: Additions, definition: Definition, places: Placing): readonly Claim[] {
  const says = ({ property, value }: Claim): string => canonicalJson([property, value]);
  const claimed = new Set(definition.claims.map(says));
  return claims.map((claim) => {
    const own = definition.properties[claim.property];
    if (own === undefined || canonicalJson(own) !== canonicalJson(claim.value) || claimed.has(says(claim)))
      return claim;
    const both = { ...claim, evidence: [...claim.evidence, ...definition.evidence] };
    places.copy(claim, both);
    return both;
  });
}

/** Items that say the same become one with the evidence of all. */
function joinProven<T extends { readonly evidence: readonly Evidence[] }>(items: readonly T[], places: Placing): T[] {
  return [...groupBy(items, (item) => canonicalJson({ ...item, evidence: [] })).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const joined = { ...first, evidence: joinEvidence(group.flatMap((item) => item.evidence)) };
    places.copy(first, joined);
    return [joined];
  });
}

function compareAliases(a: Alias, b: Alias): number {
  return compareText(a.text, b.text) || compareText(canonicalJson(a), canonicalJson(b));
}

/** By property, the preferred value first. */
export function compareClaims(a: Claim, b: Claim): number {
  return (
    compareText(a.property, b.property) ||
    RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) ||
    compareText(canonicalJson(a), canonicalJson(b))
  );
}
