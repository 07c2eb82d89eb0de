import { isDeepStrictEqual } from "node:util";

import { dateMaxText, dateMinText } from "../../src/graph/date.js";
import type { EdgeRecord, Evidence, GraphRecords, NodeRecord, PropertyValue } from "../../src/graph/record.js";
import type { Rank } from "../../src/ontology/model.js";
import type { View } from "../../src/plan/view.js";

/** What a view shows of some records, read naively from the definition in `src/plan/view.ts`: looked up anew at every step. */
export function shownBy(records: GraphRecords, view: View, required: readonly string[]): GraphRecords {
  if (view.known === null && view.sources === null) {
    return { ...records, edges: records.edges.filter((edge) => isValid(edge, view.valid)) };
  }
  const proves = (evidence: Evidence): boolean => isChosen(evidence.source, records, view);
  const shown = (edge: EdgeRecord): boolean =>
    edge.evidence.some(proves) &&
    (edge.derivedFrom ?? []).every((id) => records.edges.some((premise) => premise.id === id && shown(premise)));
  const known = records.edges.filter(shown).map((edge) => ({ ...edge, evidence: edge.evidence.filter(proves) }));
  const nodes = records.nodes.map((node) => shownNode(node, records, view, required));
  const referring = [...known, ...nodes, ...nodes.flatMap((node) => [...node.aliases, ...node.claims])];
  const isNeeded = (id: string): boolean =>
    known.some((edge) => edge.subject === id || edge.object === id) ||
    referring.some(({ evidence }) =>
      evidence.some((one) => [one.source, ...(one.attributedTo ?? []), ...(one.reportedBy ?? [])].includes(id)),
    );
  const stands = (node: NodeRecord): boolean =>
    node.evidence.length > 0 ||
    node.aliases.length > 0 ||
    node.claims.length > 0 ||
    (node.type === "Source" && isChosen(node.id, records, view));
  return {
    nodes: nodes.filter((node) => stands(node) || isNeeded(node.id)),
    edges: known.filter((edge) => isValid(edge, view.valid)),
  };
}

function isChosen(source: string, { nodes }: GraphRecords, { known, sources }: View): boolean {
  if (sources !== null && !sources.includes(source)) return false;
  if (known === null) return true;
  const date = nodes.find((node) => node.id === source)?.properties["date"];
  return typeof date === "string" && dateMaxText(date) <= dateMaxText(known);
}

function isValid({ date, from, until }: EdgeRecord, valid: string | null): boolean {
  if (valid === null) return true;
  if (date === undefined && from === undefined && until === undefined) return false;
  if (date !== undefined && dateMaxText(date) > dateMaxText(valid)) return false;
  if (from !== undefined && dateMaxText(from) > dateMaxText(valid)) return false;
  return until === undefined || dateMinText(until) >= dateMinText(valid);
}

function shownNode(node: NodeRecord, records: GraphRecords, view: View, required: readonly string[]): NodeRecord {
  const proves = (evidence: Evidence): boolean => isChosen(evidence.source, records, view);
  const proven = node.evidence.some(proves) || (node.type === "Source" && isChosen(node.id, records, view));
  const left = <T extends { readonly evidence: readonly Evidence[] }>(items: readonly T[]): T[] =>
    items
      .filter(({ evidence }) => (evidence.length === 0 ? proven : evidence.some(proves)))
      .map((item) => ({ ...item, evidence: item.evidence.filter(proves) }));
  const claims = left(node.claims);
  const properties: Record<string, PropertyValue> = {};
  for (const name of new Set([...Object.keys(node.properties), ...claims.map((claim) => claim.property)])) {
    const recorded = node.properties[name];
    const given = claims.filter((claim) => claim.property === name);
    const isClaimed = node.claims.some((claim) => claim.property === name && isDeepStrictEqual(claim.value, recorded));
    const own = recorded !== undefined && proven && !isClaimed ? [{ value: recorded, rank: "NORMAL" as Rank }] : [];
    const value = name === "summary" ? undefined : read([...given, ...own], recorded);
    if (value !== undefined) properties[name] = value;
    else if (recorded !== undefined && required.includes(name)) properties[name] = recorded;
  }
  return {
    ...node,
    properties,
    aliases: left(node.aliases),
    claims,
    evidence: node.evidence.filter(proves),
    basis: node.basis.filter(({ of }) => isDeepStrictEqual(properties[of], node.properties[of])),
  };
}

function read(
  claims: readonly { readonly value: PropertyValue; readonly rank: Rank }[],
  recorded: PropertyValue | undefined,
): PropertyValue | undefined {
  for (const rank of ["PREFERRED", "NORMAL", "DEPRECATED"]) {
    const best = claims.filter((claim) => claim.rank === rank).map((claim) => claim.value);
    if (best.length === 0) continue;
    if (best.some((value) => isDeepStrictEqual(value, recorded))) return recorded;
    return best.every((value) => isDeepStrictEqual(value, best[0])) ? best[0] : undefined;
  }
  return undefined;
}
