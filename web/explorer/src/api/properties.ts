import type { Property } from "./type-query.js";

/** What nodes have of their own, by type. Printed by `npm run schema`; of a type that is not here the explorer asks the API. */
export const PROPERTIES: Readonly<Record<string, readonly Property[] | undefined>> = {
  Event: [
    { name: "date", parts: [] },
    { name: "kind", parts: [] },
  ],
  Group: [],
  Instrument: [{ name: "date", parts: [] }],
  Measure: [
    { name: "kind", parts: [] },
    { name: "status", parts: [] },
  ],
  Meeting: [
    { name: "date", parts: [] },
    { name: "symbol", parts: [] },
  ],
  Office: [],
  Organization: [
    { name: "kind", parts: [] },
    { name: "status", parts: [] },
  ],
  Person: [],
  Place: [],
  Recommendation: [
    { name: "date", parts: [] },
    { name: "text", parts: [] },
    { name: "outcome", parts: [] },
  ],
  Referral: [{ name: "status", parts: [] }],
  Report: [
    { name: "symbol", parts: [] },
    { name: "date", parts: [] },
  ],
  Resolution: [
    { name: "symbol", parts: [] },
    { name: "draftSymbol", parts: [] },
    { name: "date", parts: [] },
    { name: "status", parts: [] },
    { name: "adoptionType", parts: [] },
    { name: "series", parts: [] },
  ],
  Source: [
    { name: "date", parts: [] },
    { name: "kind", parts: [] },
    { name: "licence", parts: [] },
    { name: "url", parts: [] },
    { name: "covers", parts: ["relationships", "bodies", "from", "until", "complete"] },
  ],
  State: [
    { name: "iso2", parts: [] },
    { name: "iso3", parts: [] },
    { name: "m49", parts: [] },
  ],
  Statement: [
    { name: "date", parts: [] },
    { name: "text", parts: [] },
    { name: "kind", parts: [] },
    { name: "quantity", parts: ["min", "max", "unit", "approximate"] },
  ],
  Topic: [{ name: "kind", parts: [] }],
  Vote: [
    { name: "symbol", parts: [] },
    { name: "date", parts: [] },
    { name: "kind", parts: [] },
    { name: "tally", parts: ["yes", "no", "abstain", "absent"] },
  ],
};
