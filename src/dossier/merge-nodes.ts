import { joinEvidence } from "../domain/evidence.js";
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
  const additions = new Map<string, Additions[]>();
  for (const part of [...parts].sort((a, b) => comparePositions(a.at, b.at))) {
    if (part.kind === "extension") {
      additions.set(part.id, [...(additions.get(part.id) ?? []), part]);
      continue;
    }
    const first = definitions.get(part.id);
    if (first === undefined) definitions.set(part.id, part);
    else
      report(
        part.at,
        `the id "${part.id}" is given twice; first at ${formatPosition(first.at)}; to add to that node write extends: ${part.id}`,
      );
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
    evidence: joinEvidence(...parts.map((part) => part.evidence)),
    claims: joinProven(
      parts.flatMap((part) => part.claims),
      places,
    ).sort(compareClaims),
  };
  places.set(node, definition.at);
  return node;
}

/** Items that say the same become one with the evidence of all. */
function joinProven<T extends { readonly evidence: readonly Evidence[] }>(items: readonly T[], places: Placing): T[] {
  const distinct = new Map<string, T>();
  for (const item of items) {
    const key = canonicalJson({ ...item, evidence: [] });
    const joined = { ...item, evidence: joinEvidence(distinct.get(key)?.evidence ?? [], item.evidence) };
    places.copy(distinct.get(key) ?? item, joined);
    distinct.set(key, joined);
  }
  return [...distinct.values()];
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
