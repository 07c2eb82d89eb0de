import type { Properties } from "../graph/record.js";
import { VETO, VETOED } from "./terms.js";

/** The properties that follow from a relationship's type alone, so that nobody has to write them. */
export function impliedProperties(relationship: string): Properties {
  return relationship === VETOED ? { form: VETO } : {};
}
