import type { StateResolver } from "../states/resolver.js";

/** The state that a row means, or why it is none that is sure. */
export type Voter = { readonly id: string } | { readonly unknown: string };

/** Which state a row means, by its name, its code and the date of the roll call. */
export type Voters = (country: string, code: string, date: string) => Voter;

/** The register calls Serbia, and Serbia and Montenegro, Yugoslavia in every year; Yugoslavia had its last vote before this day. */
const SERBIA_ADMITTED = "2000-11";

/** Answers are kept: 870,000 rows name two hundred states on some thousand days. */
export function votersOf(states: StateResolver): Voters {
  const byDate = new Map<string, Map<string, Voter>>();
  return (country, code, date) => {
    let known = byDate.get(date);
    if (known === undefined) byDate.set(date, (known = new Map<string, Voter>()));
    const key = `${code}/${country}`;
    const voter = known.get(key);
    if (voter !== undefined) return voter;
    const found = findVoter(states, country, code, date);
    known.set(key, found);
    return found;
  };
}

function findVoter(states: StateResolver, country: string, code: string, date: string): Voter {
  if (code === "YU" && date >= SERBIA_ADMITTED) return voter(states.byCode("RS", date), country, code);
  const named = states.byName(country, date);
  if (code === "") return voter(named, country, code);
  const coded = states.byCode(code, date);
  if (named !== null && coded !== null && named !== coded) return { unknown: `${country} is not ${code}` };
  return voter(coded, country, code);
}

function voter(id: string | null, country: string, code: string): Voter {
  return id === null ? { unknown: code === "" ? country : `${country} (${code})` } : { id };
}
