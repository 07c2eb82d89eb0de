import type { BasisNote, Claim, Evidence, PropertyValue } from "../../graph/record.js";
import type { Stated } from "./record.js";

/** The rival values of a property, and the one preferred to them. */
export function claimsOf<T extends PropertyValue>(
  property: string,
  stated: Stated<T> | null,
  evidence: readonly Evidence[],
): readonly Claim[] {
  if (stated === null || stated.rivals.length === 0) return [];
  const { value, preferred = false, reason } = stated;
  const chosen: Claim = {
    property,
    value,
    rank: preferred ? "PREFERRED" : "NORMAL",
    ...(reason === undefined ? {} : { reason }),
    evidence,
  };
  const rank = preferred ? "DEPRECATED" : "NORMAL";
  return [chosen, ...stated.rivals.map((rival): Claim => ({ property, rank, evidence, ...rival }))];
}

export function basisOf<T>(of: string, stated: Stated<T> | null): readonly BasisNote[] {
  return stated?.reason === undefined || stated.preferred === true
    ? []
    : [{ of, basis: "RESOLVED", reason: stated.reason }];
}
