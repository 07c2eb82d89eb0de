import { canonicalJson } from "../graph/canonical.js";
import type { Evidence } from "../graph/record.js";
import { compareText } from "../graph/text.js";

/**
 * The evidences of several accounts of one thing, each once, in an order that depends on nothing but what they say: by source,
 * then by place in it. The objects returned are those given.
 */
export function joinEvidence(accounts: readonly Evidence[]): readonly Evidence[] {
  const distinct = new Map<string, Evidence>();
  for (const evidence of accounts) {
    const key = canonicalJson(evidence);
    if (!distinct.has(key)) distinct.set(key, evidence);
  }
  return [...distinct]
    .sort(([keyA, a], [keyB, b]) => comparePlaces(a, b) || compareText(keyA, keyB))
    .map(([, it]) => it);
}

function comparePlaces(a: Evidence, b: Evidence): number {
  return (
    compareText(a.source, b.source) ||
    (a.page ?? 0) - (b.page ?? 0) ||
    (a.paragraph ?? 0) - (b.paragraph ?? 0) ||
    (a.row ?? 0) - (b.row ?? 0)
  );
}
